import { perDatabase } from './prepared.ts';

/** More changes than this aren't looked through one by one. */
const MOST = 5000;

/** What has happened since a place in the history. */
export interface Since {
  /** The place where the history ends now. */
  readonly seq: number;
  /** Ids of the articles whose coding, text fields or verdicts were touched; null when it is too much to tell: any may be. */
  readonly articles: ReadonlySet<string> | null;
  /** Whether articles came or went, or got other details: a list of them may be another one, in another order. */
  readonly listed: boolean;
}

/** Which articles were touched since a place in the history (null: ever), by acts, undo and redo. Read from the history alone. */
export const changedArticles = perDatabase((db): { since(seq: number | null): Since } => {
  const last = db.prepare('SELECT coalesce(max(seq), 0) FROM change_set').pluck();
  const article = `SELECT record = 'article', CASE record WHEN 'article' THEN record_id
    ELSE coalesce(json_extract(after, '$.articleId'), json_extract(before, '$.articleId')) END`;
  const ofArticle = `record IN ('article', 'annotation', 'link', 'verdict')`;
  const touched = db
    .prepare(`WITH act AS (SELECT DISTINCT coalesce(target, seq) AS seq FROM change_set WHERE seq > ?)
      ${article} FROM act CROSS JOIN change_set s ON s.seq = act.seq WHERE ${ofArticle}
      UNION ALL ${article} FROM act CROSS JOIN change c ON c."set" = act.seq WHERE ${ofArticle} LIMIT ${MOST + 1}`)
    .raw();
  return {
    since(seq) {
      const now = last.get() as number;
      if (seq === null) return { seq: now, articles: null, listed: true };
      if (now === seq) return { seq, articles: new Set(), listed: false };
      const found = touched.all(seq) as [isArticle: number, id: string][];
      if (found.length > MOST) return { seq: now, articles: null, listed: true };
      return {
        seq: now,
        articles: new Set(found.map(([, id]) => id)),
        listed: found.some(([isArticle]) => isArticle === 1),
      };
    },
  };
});
