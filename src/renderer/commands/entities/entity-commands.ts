import { changeable, inThisArticle } from '../acting.ts';
import type { Command, CommandContext } from '../command.ts';
import { linkMention, ownMention } from './linking.ts';

/** Who or what a mention is, and the place of the authority list. */
export const entityCommands: readonly Command[] = [
  {
    id: 'entity',
    short: 'who or what',
    title: 'Say who or what the selected mention is',
    group: 'Link',
    words: 'entity name resolve actor venue',
    keys: ['A'],
    where: 'code',
    run: choose,
  },
  {
    id: 'entity-unlink',
    title: 'The selected mention refers to nothing in the list',
    group: 'Link',
    words: 'entity unlink remove',
    keys: [],
    where: 'code',
    when: (context) => (ownMention(context)?.entityId ?? null) !== null,
    run: (context) =>
      inThisArticle(context, async () => {
        const mention = ownMention(context);
        if (mention) await linkMention(context, mention, null);
      }),
  },
  {
    id: 'entity-alike',
    title: 'Link the other mentions with the same words',
    group: 'Link',
    words: 'entity all alike same words',
    keys: [],
    where: 'code',
    when: (context) => (ownMention(context)?.entityId ?? null) !== null,
    run: (context) => context.store.getState().showEntities({ alike: ownMention(context)?.id ?? null }),
  },
  {
    id: 'entity-show',
    title: 'Show the selected mention’s entity in the list',
    group: 'Link',
    words: 'entity details',
    keys: [],
    where: 'code',
    when: (context) => (ownMention(context)?.entityId ?? null) !== null,
    run(context) {
      const id = ownMention(context)?.entityId;
      if (id) context.store.getState().goToEntity(id);
    },
  },
];

/** Opens the chooser for the selected mention, at once: what is typed right behind the key belongs there. */
function choose(context: CommandContext): void {
  const annotation = changeable(context);
  if (!annotation) return;
  const { say, showEntities } = context.store.getState();
  if (annotation.kind === 'claim') say('A claim refers to nobody: select an actor or a venue.');
  else showEntities({ chooser: annotation.id });
}
