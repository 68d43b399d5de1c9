import type { FoundAnnotation, FoundText } from '../../shared/api/methods/search.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import { contextLine, inContext } from '../../shared/search/context.ts';
import { toExpression } from '../../shared/search/expression.ts';
import { parseQuery, phrasesIn, type Query, QueryError } from '../../shared/search/query.ts';
import { findPhrases } from '../../shared/search/words.ts';
import { oneLine } from '../../shared/text/shorten.ts';
import { annotationIndex } from '../db/annotation-index.ts';
import { annotationSearch, COUNTED } from '../db/annotation-search.ts';
import { annotationTable } from '../db/annotations.ts';
import { articleTable } from '../db/articles.ts';
import { textSearch } from '../db/text-search.ts';
import { textTable } from '../db/texts.ts';
import type { Context } from './context.ts';
import { facets } from './facets.ts';
import { toFilter } from './filter.ts';

/** Places of one article that are shown at first. */
const LINES = 20;

/** Words across the corpus: in texts and in annotations. */
export const searchHandlers: Pick<Handlers<Context>, 'search.texts' | 'search.annotations' | 'search.facets'> = {
  'search.texts'(context, input) {
    const { db } = context.session.need();
    const query = understood(input.query);
    if (query === null) return { total: 0, articles: [] };
    const phrases = phrasesIn(query);
    const expression = toExpression(query);
    const filter = toFilter(input.filter);
    const search = textSearch(db);
    const total = search.count(expression, filter);
    const rows = total === 0 ? [] : search.page(expression, filter, total, input.offset, input.limit);
    const most = input.lines ?? LINES;
    const articles = rows.map(({ textHash, ...article }): FoundText => {
      const text = textTable(db).get(textHash) ?? '';
      const places = findPhrases(text, phrases);
      return { article, count: places.length, lines: places.slice(0, most).map((place) => inContext(text, place)) };
    });
    return { total, articles };
  },

  async 'search.annotations'(context, input) {
    const { db } = context.session.need();
    const query = understood(input.query);
    const expression = query && toExpression(query);
    const filter = toFilter(input.filter);
    await annotationIndex(db).catchUp();
    const search = annotationSearch(db);
    const counted = search.count(expression, filter);
    const rows = counted === 0 ? [] : search.page(expression, filter, counted, input.offset, input.limit);
    const annotations: FoundAnnotation[] = [];
    for (const row of rows) {
      const annotation = annotationTable(db).get(row.id);
      const article = annotation && articleTable(db).get(row.articleId);
      if (!annotation || !article) continue;
      const { id, title, outlet, date, status } = article;
      annotations.push({
        annotation,
        article: { id, title, outlet, date, status },
        before: contextLine(row.before),
        words: (JSON.parse(row.quote) as string[]).map(oneLine).join(' … '),
        after: contextLine(row.after),
      });
    }
    return { total: Math.min(counted, COUNTED), more: counted > COUNTED, annotations };
  },

  'search.facets': (context, input) => facets(context, input),
};

/** Errors: `bad-input`, in plain words. */
function understood(typed: string): Query | null {
  try {
    return parseQuery(typed);
  } catch (error) {
    if (error instanceof QueryError) throw new ParleyError('bad-input', error.message, error.hint, { cause: error });
    throw error;
  }
}
