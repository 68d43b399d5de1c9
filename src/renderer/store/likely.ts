import type { Proposal } from '../../shared/propose/proposal.ts';
import type { Answer } from '../../shared/propose/propose.ts';
import { meets, normaliseSpan } from '../../shared/text/span.ts';
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

/** The proposals that no claim's words meet: what lies in the gap of a broken quotation is left. */
function untagged(proposals: readonly Proposal[], claims: OpenState['claims']): Proposal[] {
  const tagged = normaliseSpan(claims.flatMap(({ fragments }) => fragments));
  return proposals.filter(({ claim }) => !claim.some((fragment) => meets(tagged, fragment)));
}

/** Whether likely quotations are gone through now. */
export function isLooking({ proposals, open }: Pick<State, 'proposals' | 'open'>): boolean {
  return proposals.looking ?? open?.claims.length === 0;
}
