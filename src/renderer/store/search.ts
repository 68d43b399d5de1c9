import type { FoundAnnotation, FoundArticle, FoundLine, FoundText } from '../../shared/api/methods/search.ts';
import { type CorpusFilter, NO_FILTER } from '../../shared/model/filter.ts';

export type SearchTab = 'texts' | 'annotations';

/** What is looked for across the corpus, and what has been found so far. It stays while one is elsewhere. */
export interface SearchState {
  readonly tab: SearchTab;
  /** As typed. */
  readonly query: string;
  readonly filter: CorpusFilter;
  /** Articles with what is looked for; null before the first answer. */
  readonly texts: { readonly total: number; readonly articles: readonly FoundText[] } | null;
  readonly annotations: {
    readonly total: number;
    readonly more: boolean;
    readonly found: readonly FoundAnnotation[];
  } | null;
  /** Whether an answer is on its way. */
  readonly asking: boolean;
  /** The present row of each tab, among those that can be chosen. */
  readonly at: Readonly<Record<SearchTab, number>>;
}

export const emptySearch: SearchState = {
  tab: 'texts',
  query: '',
  filter: NO_FILTER,
  texts: null,
  annotations: null,
  asking: false,
  at: { texts: 0, annotations: 0 },
};

/** A row of the list of places. `choice`: its number among the rows that can be chosen; -1 for a heading. */
export type TextRow = { readonly choice: number; readonly article: FoundArticle } & (
  | { readonly is: 'article'; readonly count: number }
  | { readonly is: 'line'; readonly line: FoundLine }
  /** More places in this article than are listed; the last one listed. */
  | { readonly is: 'more'; readonly left: number; readonly line: FoundLine }
);

const rows = new WeakMap<readonly FoundText[], readonly TextRow[]>();

/** Articles and their places as rows: the same list for the same articles. */
export function textRows(articles: readonly FoundText[]): readonly TextRow[] {
  const known = rows.get(articles);
  if (known) return known;
  const list: TextRow[] = [];
  let choice = 0;
  for (const { article, count, lines } of articles) {
    // An article that only its title tells of is a choice itself.
    list.push({ is: 'article', choice: count === 0 ? choice++ : -1, article, count });
    for (const line of lines) list.push({ is: 'line', choice: choice++, article, line });
    const last = lines.at(-1);
    if (last && count > lines.length)
      list.push({ is: 'more', choice: choice++, article, left: count - lines.length, line: last });
  }
  rows.set(articles, list);
  return list;
}

/** How many rows can be chosen. */
export function choiceCount(search: SearchState): number {
  if (search.tab === 'annotations') return search.annotations?.found.length ?? 0;
  const last = textRows(search.texts?.articles ?? []).findLast(({ choice }) => choice >= 0);
  return last ? last.choice + 1 : 0;
}

/** Whether there is more to be read than is listed. */
export function hasMore(search: SearchState): boolean {
  if (search.tab === 'annotations') {
    const { annotations } = search;
    return annotations !== null && (annotations.found.length < annotations.total || annotations.more);
  }
  return search.texts !== null && search.texts.articles.length < search.texts.total;
}
