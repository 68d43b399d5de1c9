import type { z } from 'zod';
import type { precedentsInputs } from '../inputs/precedents.ts';

/** One earlier annotation of the same words. */
export interface PrecedentCase {
  readonly annotationId: string;
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  /** `YYYY-MM-DD` or ''. */
  readonly date: string;
  readonly words: string;
}

/** One way in which the same words were coded: as X, in 3 articles. */
export interface PrecedentChoice {
  /** `Against talks`, a name, `not linked`. */
  readonly label: string;
  readonly articles: number;
  /** Whether the annotation that was asked about has it too. */
  readonly own: boolean;
  /** The newest article first; up to 20. */
  readonly cases: readonly PrecedentCase[];
}

/** One aspect of the coding, with the ways in which it was done, the most frequent first. */
export interface PrecedentAspect {
  /** `kind`, `entity`, `claimant`, `codes`, or a variable's id. */
  readonly id: string;
  /** As a heading has it: `Codes`. */
  readonly title: string;
  readonly choices: readonly PrecedentChoice[];
  /** Whether they were not all done in one way, or the annotation that was asked about is coded otherwise. */
  readonly differs: boolean;
}

/** How the same words, or nearly the same, were coded elsewhere by the current coder. */
export interface Precedents {
  /** Annotations and articles with these words, besides the one that was asked about. */
  readonly annotations: number;
  readonly articles: number;
  /** No more were looked at. */
  readonly more: boolean;
  readonly aspects: readonly PrecedentAspect[];
  /** Whether any aspect differs. */
  readonly differs: boolean;
}

/** How the same words were coded before. */
export interface PrecedentsApi {
  /**
   * How the current coder coded the same words in other places: a claim's claimants, codes and values; an actor's or venue's kind
   * and entity. Of claims also words that differ by one or two at their ends. Case and accents don't count. Nobody sees
   * another coder's layer by it. Errors: `not-found`.
   */
  'annotations.precedents'(input: z.infer<(typeof precedentsInputs)['annotations.precedents']>): Precedents;
}
