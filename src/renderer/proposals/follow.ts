import type { StoreApi } from 'zustand/vanilla';
import { isOwnLayer } from '../store/state.ts';
import type { Store } from '../store/types.ts';
import type { Asker } from './asker.ts';

/** Runs something when the window has nothing better to do. */
export type Idle = (act: () => void) => void;

/**
 * Looks through each article that is opened, once it is on the screen and the window is idle, and shows what was found, or that it
 * couldn't be.
 * Nothing when proposals are off or another coder's layer is shown.
 */
export function followArticles(store: StoreApi<Store>, asker: Asker, idle: Idle): () => void {
  let shown = '';
  let turn = 0;

  const look = async (mine: number): Promise<void> => {
    const { open, run } = store.getState();
    if (!open || mine !== turn) return;
    const { id, title, language } = open.article;
    const question = { text: open.text, title, language };
    const found = await asker.ask(question);
    if (mine !== turn) return;
    // Asked last: while a long article is looked through, undo may have taken a verdict back.
    const answer = found && (await run('proposals.verdicts', { articleId: id }));
    if (mine === turn) store.getState().showProposals(id, answer ? found : null, answer?.verdicts ?? []);
  };

  const follow = (state: Store): void => {
    const { open, app } = state;
    const on = open !== null && isOwnLayer(state) && app?.settings.proposals === true;
    // A new title may be a headline; another coder has other verdicts.
    const now =
      on && open ? `${app.coder.id}\n${open.article.id}\n${open.article.title}\n${open.article.language}` : '';
    if (now === shown) return;
    shown = now;
    const mine = ++turn;
    if (state.proposals.articleId !== null) state.forgetProposals();
    if (on) idle(() => void look(mine));
  };

  let counted = '';
  const count = ({ project, app }: Store): void => {
    const now = project && app ? `${project.id}\n${app.coder.id}` : '';
    if (now === counted) return;
    counted = now;
    if (now !== '') void store.getState().readProposalStats();
  };

  const both = (state: Store): void => {
    follow(state);
    count(state);
  };
  both(store.getState());
  return store.subscribe(both);
}

/** When the browser has nothing else to do, at the latest after a second. */
export const whenIdle: Idle = (act) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 50);
};
