import { isDay } from '../text/day.ts';

export const ARTICLE_STATUSES = ['new', 'in-progress', 'done'] as const;

/** new: nobody has coded in it; in-progress: set with the first annotation; done: set by the analyst. */
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

/**
 * An article without its text. The text is kept once per hash and never changes, so a record can be removed and brought
 * back by undo without copying it.
 */
export interface Article {
  readonly id: string;
  /** SHA-256 of the text as UTF-8, in hex: two articles with one hash have the same text. */
  readonly textHash: string;
  readonly title: string;
  readonly outlet: string;
  /** `YYYY-MM-DD`, or '' when not known. */
  readonly date: string;
  readonly author: string;
  readonly url: string;
  /** BCP 47, or '' when not known. */
  readonly language: string;
  readonly status: ArticleStatus;
  /** The imported file's own name, `report.txt`; '' when it came from no file. */
  readonly fileName: string;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly words: number;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
}

/** The fields that an analyst may edit: UTF-16 units that each may have at most. */
export const ARTICLE_FIELD_MAX = {
  title: 1000,
  outlet: 1000,
  date: 10,
  author: 1000,
  url: 4000,
  language: 35,
} as const;

export type ArticleField = keyof typeof ARTICLE_FIELD_MAX;
export type ArticleFields = Record<ArticleField, string>;

export const ARTICLE_FIELDS = Object.keys(ARTICLE_FIELD_MAX) as readonly ArticleField[];

/** Just the fields that an analyst may edit. */
export function articleFields(from: Readonly<ArticleFields>): ArticleFields {
  const { title, outlet, date, author, url, language } = from;
  return { title, outlet, date, author, url, language };
}

/** Whether a field can hold a value: not too long, and a date is '' or a day of the calendar as `YYYY-MM-DD`. */
export function fitsField(field: ArticleField, value: string): boolean {
  if (value.length > ARTICLE_FIELD_MAX[field]) return false;
  return field !== 'date' || value === '' || isDay(value);
}
