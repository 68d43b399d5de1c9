import type { ArticleStatus } from './article.ts';
import type { Kind } from './kind.ts';

/**
 * Which articles, or which annotations, are meant. An empty list, or '', asks for nothing. What is asked of annotations
 * (coders, codes, entities, kinds) has to hold for one and the same annotation.
 */
export interface CorpusFilter {
  /** Any of these outlets, as they are written; '' for articles without one. */
  readonly outlets: readonly string[];
  /** The first and last day of publication, `YYYY-MM-DD`; '' for no bound. Articles without a date are in no range. */
  readonly from: string;
  readonly to: string;
  readonly statuses: readonly ArticleStatus[];
  readonly coders: readonly string[];
  /** Any of these codes or one below it. */
  readonly codes: readonly string[];
  /** Mentions of any of these entities, and claims in which one fills a role. */
  readonly entities: readonly string[];
  readonly kinds: readonly Kind[];
  /** With annotations of anybody, or without any; '' for both. Of annotations it asks nothing. */
  readonly coded: '' | 'some' | 'none';
}

export const NO_FILTER: CorpusFilter = {
  outlets: [],
  from: '',
  to: '',
  statuses: [],
  coders: [],
  codes: [],
  entities: [],
  kinds: [],
  coded: '',
};

/** How many things a filter asks for: 0 for none. A range of days is one. */
export function filterSize(filter: CorpusFilter): number {
  const { outlets, statuses, coders, codes, entities, kinds } = filter;
  const lists = [outlets, statuses, coders, codes, entities, kinds];
  const listed = lists.reduce((sum, list) => sum + list.length, 0);
  return listed + (filter.from || filter.to ? 1 : 0) + (filter.coded ? 1 : 0);
}
