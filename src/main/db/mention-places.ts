import type { CorpusFilter } from '../../shared/model/filter.ts';
import type { Kind } from '../../shared/model/kind.ts';
import { corpusFilters } from './corpus-filter.ts';
import { perDatabase } from './prepared.ts';
import type { FoundRow } from './text-search.ts';

/** An article that may have the words, and its number in the index. */
export interface NumberedRow extends FoundRow {
  readonly n: number;
}

/** One coder's annotation of one kind, as far as it matters for tagging the same words. */
export interface Tagged {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly pieces: number;
  readonly entityId: string | null;
}

/** Where the same words may stand, and what of them a coder has tagged already. */
export interface MentionPlaces {
  /** How many articles have what an FTS5 expression asks for. */
  count(expression: string, filter: CorpusFilter, onlyId: string | null): number;
  /** Up to `limit` of them behind a number, in the order of their numbers. */
  behind(expression: string, filter: CorpusFilter, onlyId: string | null, n: number, limit: number): NumberedRow[];
  /** What a coder has tagged as one kind in an article, in reading order. */
  tagged(articleId: string, coderId: string, kind: Kind): Tagged[];
}

/** Where the same words may stand. */
export const mentionPlaces = perDatabase((db): MentionPlaces => {
  const tagged = db.prepare(`SELECT id, start, "end", pieces, entity_id AS entityId FROM annotation
    WHERE article_id = ? AND coder_id = ? AND kind = ? ORDER BY start, "end" DESC`);

  const changes = db.prepare('SELECT total_changes()').pluck();
  // Each page of a preview asks how many there are in all.
  let counted: { readonly key: string; readonly changes: unknown; readonly count: number } | null = null;

  const found = (filter: CorpusFilter, onlyId: string | null) => {
    const { article, values } = corpusFilters(db).articles(filter);
    const only = onlyId === null ? [] : ['w.rowid = (SELECT n FROM article WHERE id = @onlyId)'];
    return {
      sql: `FROM article_words w CROSS JOIN article a ON a.n = w.rowid
        WHERE ${['article_words MATCH @expression', ...only, ...article].join(' AND ')}`,
      values: onlyId === null ? values : { ...values, onlyId },
    };
  };

  return {
    count(expression, filter, onlyId) {
      const { sql, values } = found(filter, onlyId);
      const asked = { ...values, expression };
      const key = JSON.stringify([sql, asked]);
      const now = changes.get();
      if (counted?.key !== key || counted.changes !== now) {
        const count = db.prepare(`SELECT count(*) ${sql}`).pluck().get(asked) as number;
        counted = { key, changes: now, count };
      }
      return counted.count;
    },
    behind(expression, filter, onlyId, n, limit) {
      const { sql, values } = found(filter, onlyId);
      return db
        .prepare(
          `SELECT a.n, a.id, a.title, a.outlet, a.date, a.status, a.text_hash AS textHash ${sql}
            AND w.rowid > @n ORDER BY w.rowid LIMIT @limit`,
        )
        .all({ ...values, expression, n, limit }) as NumberedRow[];
    },
    tagged: (articleId, coderId, kind) => tagged.all(articleId, coderId, kind) as Tagged[],
  };
});
