import type { z } from 'zod';
import type { Finding, RuleId } from '../../model/finding.ts';
import type { Applied } from '../applied.ts';
import type { lintInputs } from '../inputs/lint.ts';

type Input<M extends keyof typeof lintInputs> = z.infer<(typeof lintInputs)[M]>;

/** A finding that the coder has dismissed. */
export interface DismissedFinding {
  readonly finding: Finding;
  /** To `lint.restore` it. */
  readonly verdictId: string;
  readonly reason: string;
}

/** What is found in the current coder's coding of one article. */
export interface ArticleFindings {
  /** In reading order. */
  readonly findings: readonly Finding[];
  readonly dismissed: readonly DismissedFinding[];
}

/** One finding of the corpus, with the article that it leads to. */
export interface CorpusFinding {
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  /** `YYYY-MM-DD` or ''. */
  readonly date: string;
  readonly finding: Finding;
}

/** What is found in all that the current coder has coded. */
export interface CorpusFindings {
  /**
   * Articles that were changed since they were last looked through, or never were: `lint.run` does it. Nothing of them is among
   * the findings.
   */
  readonly stale: number;
  /** Findings of the rule asked for, or of all, without those that were dismissed. */
  readonly total: number;
  /** Findings by rule, without those that were dismissed. */
  readonly byRule: Readonly<Record<RuleId, number>>;
  readonly dismissed: number;
  readonly rows: readonly CorpusFinding[];
}

/** The consistency check: slips in what the current coder has coded. Nothing is changed by looking. */
export interface LintApi {
  /** What is found in one article, and what of it was dismissed. Errors: `not-found`. */
  'lint.article'(input: Input<'lint.article'>): ArticleFindings;

  /**
   * Looks through all articles that were changed since they were last looked through, all of them the first time. How much was
   * found where is kept until the project is closed. Gives the articles and findings of all. Job. Errors: `cancelled`; what was looked through until then counts.
   */
  'lint.run'(input: Input<'lint.run'>): { readonly articles: number; readonly findings: number };

  /**
   * A page of what `lint.run` found, by article in the order of an export and in reading order, as it is now: of the articles
   * changed since, as many are looked at anew as some 30 ms allow, and the others are left out and counted.
   */
  'lint.corpus'(input: Input<'lint.corpus'>): CorpusFindings;

  /**
   * Keeps that a finding can be left, and why; it isn't shown again to this coder. Dismissed already: the reason is
   * replaced. Errors: `not-found` when this isn't found there any more.
   */
  'lint.dismiss'(input: Input<'lint.dismiss'>): Applied;

  /** Takes a dismissal back. Errors: `not-found`, `other-coder`. */
  'lint.restore'(input: Input<'lint.restore'>): Applied;
}
