import { placeOf, rowAt } from '../store/corpus-rows.ts';
import { inThisArticle } from './acting.ts';
import type { CommandContext } from './command.ts';
import { withKeys } from './key-words.ts';

/**
 * Takes the open article out of the project with all that is coded in it, and opens the one that stood behind it in the
 * list (before it, when it was the last). When it can't be removed, a notice says why and it stays open.
 */
export async function removeArticle(context: CommandContext): Promise<void> {
  await inThisArticle(context, async () => {
    const { store } = context;
    const { open, corpus, run, applied, openArticle, say, readRows } = store.getState();
    if (!open) return;
    const at = placeOf(corpus, open.article.id);
    if (at >= 0) await readRows(Math.max(0, at - 1), at + 2);
    const next = nextTo(context, at);
    const answer = await run('articles.remove', { ids: [open.article.id] });
    if (!answer) return;
    // The next one first: with nothing open, taking over the change would open the first of the list.
    if (next !== null) await openArticle(next);
    await applied(answer);
    const what = open.article.title || 'an untitled article';
    say(`Removed ${what} from the project. ${withKeys('{undo}')} brings it back.`);
  });
}

/** The article behind a row of the list, or else before it; null for a row that isn't in the list, or is alone there. */
function nextTo({ store }: CommandContext, at: number): string | null {
  const { corpus } = store.getState();
  if (at < 0) return null;
  return (rowAt(corpus, at + 1) ?? rowAt(corpus, at - 1))?.id ?? null;
}
