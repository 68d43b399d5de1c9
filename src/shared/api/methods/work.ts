import type { z } from 'zod';
import type { ArticleStatus } from '../../model/article.ts';
import type { Kind } from '../../model/kind.ts';
import type { QueueName } from '../../model/queue.ts';
import type { workInputs as inputs } from '../inputs/work.ts';

/** What one coder has done. */
export interface CoderProgress {
  readonly coderId: string;
  readonly name: string;
  /** Articles in which they have coded something, and how many of those are done. */
  readonly articles: number;
  readonly done: number;
  readonly annotations: Readonly<Record<Kind, number>>;
}

/** How far the articles of one outlet are. */
export interface OutletProgress {
  /** '' for articles without one. */
  readonly outlet: string;
  readonly articles: Readonly<Record<ArticleStatus, number>>;
  /** Annotations of all coders. */
  readonly annotations: Readonly<Record<Kind, number>>;
}

/** How far the work is. */
export interface Progress {
  readonly articles: Readonly<Record<ArticleStatus, number>>;
  readonly annotations: Readonly<Record<Kind, number>>;
  /** Coders by name; those who have coded nothing too. */
  readonly coders: readonly CoderProgress[];
  /** Outlets by name. */
  readonly outlets: readonly OutletProgress[];
}

/** One thing to do: an article, or an annotation in it. */
export interface QueueItem {
  readonly articleId: string;
  /** Null when the article itself is meant. */
  readonly annotationId: string | null;
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
  /** The annotation's words on one line, cut at 140 characters; '' for an article. */
  readonly words: string;
  /** What a claim's record lacks: `2 missing: claimant, Stance`; '' in the other queues. */
  readonly lacks: string;
}

/** A page of a queue. */
export interface QueuePage {
  readonly total: number;
  readonly items: readonly QueueItem[];
}

/** How far the work is, and what is next. */
export interface WorkApi {
  /** How far it is, by coder and by outlet. */
  'work.progress'(input: z.infer<(typeof inputs)['work.progress']>): Progress;

  /** How much is in each queue. */
  'work.queues'(input: z.infer<(typeof inputs)['work.queues']>): Readonly<Record<QueueName, number>>;

  /** A page of a queue, by date of the article, the oldest first; annotations in reading order. */
  'work.queue'(input: z.infer<(typeof inputs)['work.queue']>): QueuePage;
}
