import { isLooking, likelyClaims } from '../../store/likely.ts';
import { needsOwnLayer } from '../availability.ts';
import type { Command, CommandContext } from '../command.ts';
import { quoted } from '../text.ts';
import { showNext } from './likely-claims.ts';
import { lookedThrough } from './waiting.ts';
import { withKeys } from '../key-words.ts';

/** Going through likely quotations, and whether anything is proposed at all. */
export const proposalCommands: readonly Command[] = [
  {
    id: 'proposals-look',
    title: 'Likely quotations: go through them, or stop',
    group: 'Propose',
    words: 'proposals suggestions claims quotes',
    keys: ['Alt+Y'],
    where: 'code',
    whyNot: (context) =>
      context.store.getState().app?.settings.proposals ? needsOwnLayer(context) : 'Proposals are switched off.',
    run: look,
  },
  {
    id: 'proposals-switch',
    title: 'Proposals on or off',
    group: 'Settings',
    words: 'suggestions assist automatic',
    keys: [],
    where: 'everywhere',
    run: switchProposals,
  },
];

async function look(context: CommandContext): Promise<void> {
  await lookedThrough(context);
  const state = context.store.getState();
  const { open, say, select, lookThrough } = state;
  if (!open) return;
  const likely = likelyClaims(state);
  if (state.proposals.articleId === open.article.id && state.proposals.found === null) {
    say('This article couldn’t be looked through: nothing is proposed in it.');
  } else if (likely.length === 0) {
    say('No likely quotations are left in this article.');
  } else if (isLooking(state) && state.selectedId === null) {
    lookThrough(false);
    say(withKeys('Likely quotations are put aside. {proposals-look} shows them again.'));
  } else {
    select(null);
    lookThrough(true);
    showNext(context);
    say(
      `Likely quotation, ${likely.length} left: ${quoted(open.text, likely[0]?.claim ?? [])}. ${withKeys('{offer-accept} takes it, {offer-dismiss} doesn’t.')}`,
    );
  }
}

/** Turns proposals on or off, for this user on this machine. */
export async function switchProposals({ store }: CommandContext): Promise<void> {
  const { app, run, refreshApp, say } = store.getState();
  if (!app) return;
  const proposals = !app.settings.proposals;
  if (!(await run('app.saveSettings', { proposals }))) return;
  await refreshApp();
  say(proposals ? 'Proposals are on.' : 'Proposals are off: nothing is proposed any more.');
}
