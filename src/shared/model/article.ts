import { z } from 'zod';

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

const line = z.string().max(1000);

/** The fields that an analyst may edit. */
export const ArticleFields = z.object({
  title: line,
  outlet: line,
  date: z.union([z.literal(''), z.iso.date()]),
  author: line,
  url: z.string().max(4000),
  language: z.string().max(35),
});

export type ArticleFields = z.infer<typeof ArticleFields>;
