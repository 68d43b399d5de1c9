import { change, inThisArticle } from './acting.ts';
import type { Command, CommandContext } from './command.ts';
import { focusPane } from './panes.ts';
import { openCorpusFilter } from './search-commands.ts';
import { withKeys } from './key-words.ts';

/** The field of the list's filter is about to get the focus. */
let focusing = false;

/** The corpus: next, previous, done, filter. */
export const articleCommands: readonly Command[] = [
  {
    id: 'next-article',
    title: 'Next article',
    group: 'Articles',
    keys: ['J', 'Alt+PageDown'],
    where: 'code',
    run: (c) => c.turn(() => c.store.getState().stepArticle(1)),
  },
  {
    id: 'previous-article',
    title: 'Previous article',
    group: 'Articles',
    keys: ['K', 'Alt+PageUp'],
    where: 'code',
    run: (c) => c.turn(() => c.store.getState().stepArticle(-1)),
  },
  {
    id: 'done',
    short: 'done',
    title: 'Mark the article done, or not done',
    group: 'Articles',
    keys: ['D'],
    where: 'code',
    run: toggleDone,
  },
  {
    id: 'details',
    title: 'Edit title, outlet, date …',
    group: 'Articles',
    keys: ['E'],
    where: 'code',
    when: ({ store }) => store.getState().open !== null,
    run: ({ store }) => store.getState().showSheet('details'),
  },
  {
    id: 'filter',
    title: 'Filter the articles; pressed again: by outlet, date, coder, code …',
    group: 'Articles',
    keys: ['Ctrl+F'],
    where: 'everywhere',
    run(context) {
      if (focusing || document.activeElement?.matches('[data-filter] input')) {
        openCorpusFilter(context);
        return;
      }
      // The focus comes in the next frame; a quick second press means the same as one behind it.
      focusing = true;
      focusPane(context, 'corpus', '[data-filter] input');
      requestAnimationFrame(() => {
        focusing = false;
      });
    },
  },
];

/** Marks the open article done, or in progress again (new, when nothing is coded in it). */
async function toggleDone(context: CommandContext): Promise<void> {
  await inThisArticle(context, async () => {
    const { open, say } = context.store.getState();
    if (!open) return;
    const back = open.everyone.size > 0 ? 'in-progress' : 'new';
    const status = open.article.status === 'done' ? back : 'done';
    if (!(await change(context, 'articles.update', { id: open.article.id, fields: {}, status }))) return;
    say(status === 'done' ? withKeys('Marked done. {next-article} opens the next article.') : 'Not done any more.');
  });
}
