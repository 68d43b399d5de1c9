import type { CorpusFilter } from '../../shared/model/filter.ts';
import { conditionsOf } from './corpus-filter.ts';
import { perDatabase } from './prepared.ts';

/** No more are counted: who has more than these narrows the search. */
export const COUNTED = 10_000;

/** How many there may be to be sorted; of more, the first are met in order. */
const SORTED = 2000;

/** An annotation that was found, with its words and what stands around them. */
export interface FoundAnnotationRow {
  readonly id: string;
  readonly articleId: string;
  /** The words of each fragment, as JSON, and what stands around them. */
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Annotations looked for by their words and by a filter. */
export interface AnnotationSearch {
  /** How many annotations an FTS5 expression (null: any) and a filter leave, up to `COUNTED` + 1. */
  count(expression: string | null, filter: CorpusFilter): number;
  /** A page of them: the newest article first, in reading order. `total`: what `count` told. */
  page(
    expression: string | null,
    filter: CorpusFilter,
    total: number,
    offset: number,
    limit: number,
  ): FoundAnnotationRow[];
}

const ORDER = 'a.date DESC, a.outlet_key, a.title_key, a.id, i.start, i.n';

/** Annotations by their words, memo and coding. The index has to be caught up before. */
export const annotationSearch = perDatabase((db): AnnotationSearch => {
  return {
    count(expression, filter) {
      const { article, own, values } = parts(expression, filter);
      const source =
        expression === null
          ? 'annotation_index i WHERE true'
          : 'annotation_words w CROSS JOIN annotation_index i ON i.n = w.rowid WHERE annotation_words MATCH @expression';
      const there =
        article.length === 0
          ? []
          : [`EXISTS (SELECT 1 FROM article a WHERE a.n = i.article_n AND ${article.join(' AND ')})`];
      const sql = `SELECT count(*) FROM (SELECT 1 FROM ${[source, ...own, ...there].join(' AND ')} LIMIT ${COUNTED + 1})`;
      return db.prepare(sql).pluck().get(values) as number;
    },
    page(expression, filter, total, offset, limit) {
      const { article, own, values } = parts(expression, filter);
      const columns = 'x.id, x.article_id AS articleId, x.quote, x.prefix AS before, x.suffix AS after';
      const record = 'JOIN annotation x ON x.id = i.annotation_id';
      const match =
        expression === null
          ? []
          : ['i.n IN (SELECT rowid FROM annotation_words WHERE annotation_words MATCH @expression)'];
      const source =
        total <= SORTED
          ? `annotation_index i CROSS JOIN article a ON a.n = i.article_n ${record}`
          : `article a INDEXED BY article_by_date
              CROSS JOIN annotation_index i INDEXED BY annotation_index_in_order ON i.article_n = a.n ${record}`;
      const where = [...match, ...own, ...article];
      const sql = `SELECT ${columns} FROM ${source} ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
        ORDER BY ${ORDER} LIMIT @limit OFFSET @offset`;
      return db.prepare(sql).all({ ...values, offset, limit }) as FoundAnnotationRow[];
    },
  };
});

/** What is asked, in terms of the index `i`: kind and coder stand in it, the id under another name. */
function parts(expression: string | null, filter: CorpusFilter) {
  const { article, annotation, values } = conditionsOf(filter);
  const own = annotation.map((condition) => condition.replace(/\bx\.id\b/g, 'i.annotation_id').replace(/\bx\./g, 'i.'));
  return { article, own, values: expression === null ? values : { ...values, expression } };
}
