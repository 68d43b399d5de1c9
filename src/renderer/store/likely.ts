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
  const likely = found.proposals.filter(({ key, claim }) => {
    if (decided.has(key)) return false;
    const [start, end] = [spanStart(claim), spanEnd(claim)];
    return !claims.some(({ fragments }) => spanStart(fragments) < end && start < spanEnd(fragments));
  });
  last = { found, decided, claims, likely };
  return likely;
}

/** Whether likely quotations are gone through now. */
export function isLooking({ proposals, open }: Pick<State, 'proposals' | 'open'>): boolean {
  return proposals.looking ?? open?.claims.length === 0;
}
