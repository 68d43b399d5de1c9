import type { z } from 'zod';
import type { Annotation } from '../../model/annotation.ts';
import type { Article, ArticleStatus } from '../../model/article.ts';
import type { Kind } from '../../model/kind.ts';
import type { searchInputs as inputs } from '../inputs/search.ts';

/** An article in a list of what was found. */
export type FoundArticle = Pick<Article, 'id' | 'title' | 'outlet' | 'date' | 'status'>;

/** One place with its keyword in context, each side on one line. UTF-16 offsets of the article's text. */
export interface FoundLine {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** An article in whose text or title something was found. */
export interface FoundText {
  readonly article: FoundArticle;
  /** How often what was looked for stands in its text; 0 when only its title has it. */
  readonly count: number;
  /** The first of these places, in order. */
  readonly lines: readonly FoundLine[];
}

/** A page of the articles in which something was found. */
export interface FoundTexts {
  /** Articles that have what was looked for. */
  readonly total: number;
  readonly articles: readonly FoundText[];
}

/** An annotation that was found, with the words around it. */
export interface FoundAnnotation {
  readonly annotation: Annotation;
  readonly article: FoundArticle;
  /** Its words, and the text around them on one line. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A page of the annotations that were found. */
export interface FoundAnnotations {
  readonly total: number;
  /** `total` is only the least there are: no more were counted. */
  readonly more: boolean;
  readonly annotations: readonly FoundAnnotation[];
}

/** Something to filter by, and how many articles or annotations it would leave. */
export interface Facet<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly count: number;
}

/**
 * What can be filtered by. Counts are of the whole project: of articles by outlet, year and status, and of articles or annotations,
 * as was asked, by the rest.
 */
export interface Facets {
  /** By name. */
  readonly outlets: readonly Facet[];
  /** The newest first; '' without a date. */
  readonly years: readonly Facet[];
  readonly statuses: readonly Facet<ArticleStatus>[];
  readonly kinds: readonly Facet<Kind>[];
  /** By name. */
  readonly coders: readonly Facet[];
  /** With the path of each as its label, in the codebook's order. Articles with it or with one below it; or the claims with it. */
  readonly codes: readonly Facet[];
  /**
   * The most frequent first: those whose names have the words that were given; up to 100. Articles with a mention of it, or with a
   * claim in which it plays a part; or the mentions of it.
   */
  readonly entities: readonly Facet[];
}

/** Looking for words across the corpus. */
export interface SearchApi {
  /**
   * Articles whose text or title has what is looked for, the newest first, with each place in context. The query:
   * `peace talks` (both words), `"peace talks"` (in a row), `negot*` (begins so), `talks OR summit`, `talks -peace` or
   * `talks NOT peace`, and parentheses; case and accents don't matter, and signs between words are passed over. Of Chinese, Japanese,
   * Thai and their like, which have no blanks, each character is a word. `lines`: the most places of one article, 20 unless given. Errors:
   * `bad-input` for a query that can't be understood, in plain words.
   */
  'search.texts'(input: z.infer<(typeof inputs)['search.texts']>): FoundTexts;

  /**
   * Annotations whose words or memo have what is looked for, in the order of the articles; all that the filter leaves for
   * an empty query. Errors: as for `search.texts`.
   */
  'search.annotations'(input: z.infer<(typeof inputs)['search.annotations']>): FoundAnnotations;

  /** What there is to filter by. `of`: whose counts are wanted, those of articles unless given. `words` narrows the entities. */
  'search.facets'(input: z.infer<(typeof inputs)['search.facets']>): Facets;
}
