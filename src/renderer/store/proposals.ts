import type { ProposalStats } from '../../shared/api/methods/proposals.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Outcome, Verdict } from '../../shared/model/verdict.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import type { Answer } from '../../shared/propose/propose.ts';

/** What is proposed in the open article, and what the coder has decided of it. Nothing of it is written before it is taken. */
export interface ProposalsState {
  /** The article that `found` and `decided` belong to; null while it is being looked through. */
  readonly articleId: string | null;
  /** What was found in the article; null while it is being looked through, when it couldn't be, and when proposals are off. */
  readonly found: Answer | null;
  /** The current coder's verdicts on proposals in this article, by the key that they are kept under. */
  readonly decided: ReadonlyMap<string, Verdict>;
  /** What the current coder has decided in the whole project, by rule. */
  readonly stats: Readonly<Record<string, Readonly<Record<Outcome, number>>>>;
  /** Whether likely quotations are gone through one by one; null: as long as the coder has tagged no claim here. */
  readonly looking: boolean | null;
  /** The proposal whose words the analyst is about to change, or null. */
  readonly changing: Proposal | null;
}

export const noProposals: ProposalsState = {
  articleId: null,
  found: null,
  decided: new Map(),
  stats: {},
  looking: null,
  changing: null,
};

/** The proposals after these changes; the same object when none concerns them. */
export function applyToProposals(
  proposals: ProposalsState,
  changes: readonly Change[],
  coderId: string,
): ProposalsState {
  let { decided, stats } = proposals;
  for (const change of changes) {
    if (change.record !== 'verdict') continue;
    for (const [verdict, step] of [[change.before, -1] as const, [change.after, 1] as const]) {
      if (verdict?.about !== 'proposal' || verdict.coderId !== coderId) continue;
      stats = counted(stats, verdict, step);
      if (verdict.articleId !== proposals.articleId) continue;
      const next = new Map(decided);
      if (step > 0) next.set(verdict.key, verdict);
      else next.delete(verdict.key);
      decided = next;
    }
  }
  return decided === proposals.decided && stats === proposals.stats ? proposals : { ...proposals, decided, stats };
}

function counted(stats: ProposalsState['stats'], { rule, outcome }: Verdict, step: number): ProposalsState['stats'] {
  const own = stats[rule] ?? { accepted: 0, changed: 0, dismissed: 0 };
  return { ...stats, [rule]: { ...own, [outcome]: Math.max(0, own[outcome] + step) } };
}

/** The answer of `proposals.stats` as the window keeps it. */
export function statsByRule({ rules }: ProposalStats): ProposalsState['stats'] {
  return Object.fromEntries(rules.map(({ rule, outcomes }) => [rule, outcomes]));
}

/** How many proposals were decided, and how many of them taken, changed or not. */
export function shareTaken(stats: ProposalsState['stats']): { readonly taken: number; readonly all: number } {
  let taken = 0;
  let all = 0;
  for (const { accepted, changed, dismissed } of Object.values(stats)) {
    taken += accepted + changed;
    all += accepted + changed + dismissed;
  }
  return { taken, all };
}
