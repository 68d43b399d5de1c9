import type { Article } from '../../shared/model/article.ts';
import type { CorpusFilter } from '../../shared/model/filter.ts';
import { corpusFilters } from './corpus-filter.ts';
import { perDatabase } from './prepared.ts';

/** An article that was found, and where its text is. */
export type FoundRow = Pick<Article, 'id' | 'title' | 'outlet' | 'date' | 'status' | 'textHash'>;

/** Articles looked for by their words and by a filter. */
export interface TextSearch {
  /** How many articles an FTS5 expression and a filter leave. */
  count(expression: string, filter: CorpusFilter): number;
  /** A page of them, the newest first. `total`: what `count` told. */
  page(expression: string, filter: CorpusFilter, total: number, offset: number, limit: number): FoundRow[];
}

const COLUMNS = 'a.id, a.title, a.outlet, a.date, a.status, a.text_hash AS textHash';
const ORDER = 'a.date DESC, a.outlet_key, a.title_key, a.id';

/**
 * Articles by their words. Both ways to a page give the same rows: what is rare is found first and sorted then; of what many
 * articles have, the first ones are met at once in the list's own order.
 */
export const textSearch = perDatabase((db): TextSearch => {
  const articles = db.prepare('SELECT count(*) FROM article').pluck();
  const all = db.prepare('SELECT count(*) FROM article_words WHERE article_words MATCH ?').pluck();

  return {
    count(expression, filter) {
      const { article, values } = corpusFilters(db).articles(filter);
      if (article.length === 0) return all.get(expression) as number;
      return db
        .prepare(
          `SELECT count(*) FROM article_words w CROSS JOIN article a ON a.n = w.rowid
            WHERE article_words MATCH @expression AND ${article.join(' AND ')}`,
        )
        .pluck()
        .get({ ...values, expression }) as number;
    },
    page(expression, filter, total, offset, limit) {
      const { article, values } = corpusFilters(db).articles(filter);
      const isRare = total * 12 < (articles.get() as number);
      const found = isRare
        ? `article_words w CROSS JOIN article a ON a.n = w.rowid WHERE article_words MATCH @expression`
        : `article a INDEXED BY article_by_date
            WHERE a.n IN (SELECT rowid FROM article_words WHERE article_words MATCH @expression)`;
      const sql = `SELECT ${COLUMNS} FROM ${[found, ...article].join(' AND ')} ORDER BY ${ORDER} LIMIT @limit OFFSET @offset`;
      return db.prepare(sql).all({ ...values, expression, offset, limit }) as FoundRow[];
    },
  };
});
