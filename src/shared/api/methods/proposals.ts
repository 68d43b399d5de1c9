import type { z } from 'zod';
import type { Outcome, Verdict } from '../../model/verdict.ts';
import type { Applied } from '../applied.ts';
import type { proposalInputs } from '../inputs/proposals.ts';

type Input<M extends keyof typeof proposalInputs> = z.infer<(typeof proposalInputs)[M]>;

/** What the current coder has decided of proposals in the whole project. */
export interface ProposalStats {
  /** By rule, only those of which something was decided. */
  readonly rules: readonly { readonly rule: string; readonly outcomes: Readonly<Record<Outcome, number>> }[];
}

/** Proposals: found in the window, written only when the coder takes them. */
export interface ProposalsApi {
  /**
   * Takes a proposal, in one change set that one undo takes back whole, the verdict too: tags the claim, or completes the
   * one named by `claimId`; tags who says it, to whom and who passes it on as actors and where as a venue, or takes the coder's annotations
   * that are on those words already; links them; sets cue and reporting, if the claim has none; and keeps the verdict
   * (`changed` when its words were changed first). Offsets are UTF-16. Errors: `not-found`, `other-coder`, `bad-span`,
   * `no-coder`, `bad-input` for a `claimId` that is no claim of this article.
   * @returns the claim's id.
   */
  'proposals.accept'(input: Input<'proposals.accept'>): { readonly id: string; readonly applied: Applied };

  /** Keeps that the coder waved a proposal away; a second time changes nothing. Errors: `not-found`, `no-coder`. */
  'proposals.dismiss'(input: Input<'proposals.dismiss'>): Applied;

  /** What the current coder has decided of proposals in one article, in the order in which it was decided. */
  'proposals.verdicts'(input: Input<'proposals.verdicts'>): { readonly verdicts: readonly Verdict[] };

  /** How many proposals the current coder has taken and waved away, rule by rule. */
  'proposals.stats'(input: Input<'proposals.stats'>): ProposalStats;
}
