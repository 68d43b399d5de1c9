import { perDatabase } from './prepared.ts';

/** More changes than this aren't looked through one by one. */
const MOST = 5000;

/** What has happened since a place in the history. */
export interface Since {
  /** The place where the history ends now. */
  readonly seq: number;
  /** Ids of the articles whose coding, text fields or verdicts were touched; null when it is too much to tell: any may be. */
  readonly articles: ReadonlySet<string> | null;
}

/** Which articles were touched since a place in the history, by acts, undo and redo. Read from the history alone. */
export const changedArticles = perDatabase((db): { since(seq: number): Since } => {
  const last = db.prepare('SELECT coalesce(max(seq), 0) FROM change_set').pluck();
  const touched = db
    .prepare(`SELECT CASE record WHEN 'article' THEN record_id
        ELSE coalesce(json_extract(after, '$.articleId'), json_extract(before, '$.articleId')) END
      FROM change_set s JOIN change c ON c."set" = coalesce(s.target, s.seq)
      WHERE s.seq > ? AND record IN ('article', 'annotation', 'link', 'verdict') LIMIT ${MOST + 1}`)
    .pluck();
  return {
    since(seq) {
      const now = last.get() as number;
      if (now === seq) return { seq, articles: new Set() };
      const found = touched.all(seq) as string[];
      return { seq: now, articles: found.length > MOST ? null : new Set(found) };
    },
  };
});
