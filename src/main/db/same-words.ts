import { perDatabase } from './prepared.ts';

/** Rows that are looked at. */
export const LOOKED_AT = 1000;

/** An annotation with its words. */
export interface SameWordsRow {
  readonly id: string;
  readonly articleId: string;
  /** The words of each fragment, as JSON. */
  readonly quote: string;
}

/** How the same words were tagged before. */
export interface SameWords {
  /**
   * One coder's annotations whose words match an FTS5 expression, up to `LOOKED_AT`.
   * @param claims whether claims are wanted, or actors and venues.
   */
  matching(expression: string, coderId: string, claims: boolean): SameWordsRow[];
}

/** Annotations with the same words, by their full-text index. It has to be caught up before. */
export const sameWords = perDatabase((db): SameWords => {
  const matching = db.prepare(`SELECT x.id, x.article_id AS articleId, x.quote
    FROM annotation_words w CROSS JOIN annotation_index i ON i.n = w.rowid CROSS JOIN annotation x ON x.id = i.annotation_id
    WHERE annotation_words MATCH @expression AND i.coder_id = @coderId AND (i.kind = 'claim') = @claims
    ORDER BY w.rowid DESC LIMIT ${LOOKED_AT}`);
  return {
    matching: (expression, coderId, claims) =>
      matching.all({ expression, coderId, claims: claims ? 1 : 0 }) as SameWordsRow[],
  };
});
