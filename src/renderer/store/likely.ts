import type { Proposal } from '../../shared/propose/proposal.ts';
import type { Answer } from '../../shared/propose/propose.ts';
import { spanEnd, spanStart } from '../../shared/text/span.ts';
import type { ProposalsState } from './proposals.ts';
import type { OpenState, State } from './state.ts';

/* Which likely claims of the open article are left. */

let last: {
  readonly found: Answer;
  readonly decided: ProposalsState['decided'];
  readonly claims: OpenState['claims'];
  readonly likely: readonly Proposal[];
} | null = null;

const NONE: readonly Proposal[] = [];

/** The likely claims of the open article of which nothing is decided and no words are a claim yet, in reading order. */
export function likelyClaims({ proposals, open }: Pick<State, 'proposals' | 'open'>): readonly Proposal[] {
  const { found, decided } = proposals;
  if (!found || !open || proposals.articleId !== open.article.id) return NONE;
  const { claims } = open;
  if (last?.found === found && last.decided === decided && last.claims === claims) return last.likely;
  const likely = untagged(found.proposals, claims).filter(({ key }) => !decided.has(key));
  last = { found, decided, claims, likely };
  return likely;
}

/** The proposals that no claim meets. Both lists are in reading order: one pass through them, whatever their length. */
function untagged(proposals: readonly Proposal[], claims: OpenState['claims']): Proposal[] {
  const bare: Proposal[] = [];
  let next = 0;
  /** How far the claims reach that begin before the present proposal's end. */
  let reached = 0;
  for (const proposal of proposals) {
    const end = spanEnd(proposal.claim);
    for (let claim = claims[next]; claim && spanStart(claim.fragments) < end; claim = claims[++next]) {
      reached = Math.max(reached, spanEnd(claim.fragments));
    }
    if (reached <= spanStart(proposal.claim)) bare.push(proposal);
  }
  return bare;
}

/** Whether likely quotations are gone through now. */
export function isLooking({ proposals, open }: Pick<State, 'proposals' | 'open'>): boolean {
  return proposals.looking ?? open?.claims.length === 0;
}
