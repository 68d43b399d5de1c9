import { isOwnLayer, type State } from '../../store/state.ts';
import type { CommandContext } from '../command.ts';

/** A key pressed while an article is looked through waits for no longer than this, in milliseconds. */
const PATIENCE = 3000;

const isThere = (state: State): boolean =>
  !state.open ||
  !isOwnLayer(state) ||
  !state.app?.settings.proposals ||
  state.proposals.articleId === state.open.article.id;

/** Resolves when the open article has been looked through, is no longer wanted, or takes too long. */
export function lookedThrough({ store }: CommandContext): Promise<void> {
  if (isThere(store.getState())) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(leave, PATIENCE);
    const stop = store.subscribe((state) => {
      if (isThere(state)) leave();
    });
    function leave(): void {
      clearTimeout(timer);
      stop();
      done();
    }
  });
}
