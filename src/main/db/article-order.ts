import { changedArticles } from './changed-articles.ts';
import { perDatabase } from './prepared.ts';

/** Every article in the order of an export: by date, outlet, title and id. */
export const articleOrder = perDatabase((db): { ids(): readonly string[] } => {
  const ids = db.prepare('SELECT id FROM article ORDER BY date, outlet, title, id').pluck();
  let kept: readonly string[] = [];
  let at: number | null = null;
  return {
    /** The same list until an article comes, goes or gets other details. */
    ids() {
      const { seq, listed } = changedArticles(db).since(at);
      if (listed) kept = ids.all() as string[];
      at = seq;
      return kept;
    },
  };
});
