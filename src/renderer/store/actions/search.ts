import type { FoundAnnotations, FoundTexts } from '../../../shared/api/methods/search.ts';
import { filterSize } from '../../../shared/model/filter.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import type { Fragment } from '../../../shared/text/span.ts';
import { choiceCount, hasMore, type SearchState, textRows } from '../search.ts';
import type { Get, SearchActions, SetState } from '../types.ts';

/** Articles, and annotations, of one answer. */
const PAGE = { texts: 25, annotations: 100 } as const;
/** Places of one article that are listed. */
const LINES = 40;

/** Looking for words across the corpus. */
export function searchActions(set: SetState, get: Get): SearchActions {
  // An answer to a question that was replaced meanwhile is left aside.
  let asked = 0;

  const put = (change: Partial<SearchState>): void => set((state) => ({ search: { ...state.search, ...change } }));

  async function ask(offset: number, limit: number): Promise<FoundTexts | FoundAnnotations | null> {
    const { tab, query, filter } = get().search;
    const mine = ++asked;
    put({ asking: true });
    const answer =
      tab === 'texts'
        ? await get().run('search.texts', { query, filter, offset, limit, lines: LINES })
        : await get().run('search.annotations', { query, filter, offset, limit });
    if (mine !== asked) return null;
    put({ asking: false });
    return answer;
  }

  function take(answer: FoundTexts | FoundAnnotations | null, isNext: boolean): void {
    if (!answer) return;
    const { texts, annotations } = get().search;
    if ('articles' in answer) {
      const before = isNext ? (texts?.articles ?? []) : [];
      put({ texts: { total: answer.total, articles: [...before, ...answer.articles] } });
    } else {
      const before = isNext ? (annotations?.found ?? []) : [];
      const entities = answer.annotations.flatMap(({ annotation }) => annotation.entityId ?? []);
      if (entities.length > 0) void get().nameEntities(entities);
      put({ annotations: { total: answer.total, more: answer.more, found: [...before, ...answer.annotations] } });
    }
  }

  /** Whether there is anything to ask: annotations can be listed by a filter alone. */
  const isAsked = (): boolean => {
    const { query, tab, filter } = get().search;
    return parsed(query) !== null || (tab === 'annotations' && query.trim() === '' && filterSize(filter) > 0);
  };

  return {
    async searchFor(change) {
      put(change);
      const { tab, query, filter } = get().search;
      if (change.query !== undefined || change.filter !== undefined) {
        put({ texts: null, annotations: null, at: { texts: 0, annotations: 0 } });
      }
      if (!isAsked()) {
        asked++;
        put({ asking: false });
        return;
      }
      if (tab === 'texts' ? get().search.texts : get().search.annotations) return;
      const answer = await ask(0, PAGE[tab]);
      const now = get().search;
      if (now.query === query && now.filter === filter && now.tab === tab) take(answer, false);
    },
    async searchMore() {
      const { search } = get();
      if (search.asking || !hasMore(search)) return;
      const offset =
        search.tab === 'texts' ? (search.texts?.articles.length ?? 0) : (search.annotations?.found.length ?? 0);
      take(await ask(offset, PAGE[search.tab]), true);
    },
    async searchAgain() {
      const { annotations, tab } = get().search;
      if (tab !== 'annotations' || !annotations || !isAsked()) return;
      take(await ask(0, Math.min(500, Math.max(PAGE.annotations, annotations.found.length))), false);
    },
    chooseFound(at) {
      const { tab, at: before } = get().search;
      put({ at: { ...before, [tab]: at } });
    },
    async openFound(at) {
      get().chooseFound(at);
      const found = placeFound(get().search, at);
      if (found) await get().openArticle(found.articleId, found);
    },
    readFoundAhead(at) {
      const found = placeFound(get().search, at);
      if (found) get().readAhead(found.articleId);
    },
    async stepFound(step) {
      const { search, say } = get();
      const next = search.at[search.tab] + step;
      if (next >= choiceCount(search)) await get().searchMore();
      const count = choiceCount(get().search);
      if (count === 0) say('Nothing has been looked for yet.');
      else if (next < 0) say('This is the first place that was found.');
      else if (next >= count) say('This is the last place that was found.');
      else await get().openFound(next);
    },
  };
}

/** Where a row leads; null when there is no such row. */
function placeFound(
  search: SearchState,
  at: number,
): { readonly articleId: string; readonly annotationId?: string; readonly words?: Fragment } | null {
  if (search.tab === 'annotations') {
    const found = search.annotations?.found[at];
    return found ? { articleId: found.article.id, annotationId: found.annotation.id } : null;
  }
  const row = textRows(search.texts?.articles ?? []).find(({ choice }) => choice === at);
  if (!row) return null;
  const articleId = row.article.id;
  return row.is === 'article' ? { articleId } : { articleId, words: { start: row.line.start, end: row.line.end } };
}

function parsed(query: string): ReturnType<typeof parseQuery> {
  try {
    return parseQuery(query);
  } catch {
    return null; // not finished yet: the field says what is wrong
  }
}
