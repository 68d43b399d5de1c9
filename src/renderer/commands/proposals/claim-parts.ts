import type { Input } from '../../../shared/api/contract.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Role } from '../../../shared/model/role.ts';
import { type ClaimParts, partsFor } from '../../../shared/propose/for-claim.ts';
import type { Answer } from '../../../shared/propose/propose.ts';
import type { Fragment, Span } from '../../../shared/text/span.ts';
import { sameSpan } from '../../../shared/text/span.ts';
import type { Ghost } from '../../editor/face.ts';
import { isOwnLayer, type OpenState, selectedAnnotation } from '../../store/state.ts';
import { inThisArticle, mayChange } from '../acting.ts';
import type { CommandContext } from '../command.ts';
import type { Offer, OfferPart, OfferSource } from '../offers.ts';
import { copied, lineOf, quoted } from '../text.ts';
import { lookedThrough } from './waiting.ts';

/*
 * For a selected claim that lacks something: who says it, to whom, where, the word of saying, how it is reported. Taken all at
 * once or part by part.
 */

type Accept = Input<'proposals.accept'>;

/** One part, with what it sends. */
interface Part extends Omit<OfferPart, 'accept'> {
  readonly send: Partial<Pick<Accept, 'speaker' | 'addressee' | 'relay' | 'venue' | 'cue' | 'reporting' | 'claim'>>;
  readonly ghost: Ghost | null;
}

/** What verdicts on the parts of a claim are kept under. */
export const partsKey = (claimId: string): string => `of ${claimId}`;

export const claimPartsSource: OfferSource = {
  id: 'claim-parts',
  current(context) {
    const found = offeredParts(context);
    return found && toOffer(found);
  },
  ready: lookedThrough,
};

interface Offered {
  readonly claim: Annotation;
  readonly rule: string;
  readonly parts: readonly Part[];
}

/** The parts that the selected claim lacks and that nobody has decided of yet; null for none. */
function offeredParts(context: CommandContext): Offered | null {
  const state = context.store.getState();
  const { open, proposals } = state;
  const claim = selectedAnnotation(state);
  if (!open || claim?.kind !== 'claim' || !isOwnLayer(state)) return null;
  const { found, decided } = proposals;
  if (!found || proposals.articleId !== open.article.id || decided.has(partsKey(claim.id))) return null;
  const proposed = known(open.text, found, claim.fragments);
  if (!proposed) return null;
  const parts = lacking(open, claim, proposed).filter(({ id }) => !decided.has(`${partsKey(claim.id)} ${id}`));
  return parts.length === 0 ? null : { claim, rule: proposed.rule, parts };
}

let last: { found: Answer; span: Span; parts: ClaimParts | null } | null = null;

/** Asked at each key: the same claim isn't looked up twice. */
function known(text: string, found: Answer, span: Span): ClaimParts | null {
  if (last?.found !== found || last.span !== span) last = { found, span, parts: partsFor(text, found, span) };
  return last.parts;
}

function lacking(open: OpenState, claim: Annotation, proposed: ClaimParts): Part[] {
  const { text } = open;
  const filled = new Set(open.links.ofClaim(claim.id).map((link) => link.role));
  const parts: Part[] = [];
  const role = (
    name: Role,
    send: 'speaker' | 'addressee' | 'relay' | 'venue',
    word: string,
    at: Fragment | null,
    why: string,
  ) => {
    if (!at || filled.has(name)) return;
    const kind = name === 'venue' ? 'venue' : 'actor';
    parts.push({
      id: send,
      word,
      words: lineOf(text, [at]),
      kind,
      reason: why,
      send: { [send]: [{ ...at }] },
      ghost: { fragments: [at], kind, label: `${word}?` },
    });
  };
  role('claimant', 'speaker', 'by', proposed.speaker, proposed.why.speaker);
  role('addressee', 'addressee', 'to', proposed.addressee, 'is told it');
  role('relay', 'relay', 'via', proposed.relay, 'passes it on');
  role('venue', 'venue', 'at', proposed.venue, proposed.why.venue);
  if (claim.cue.length === 0 && proposed.cue.length > 0) {
    parts.push({
      id: 'cue',
      word: 'cue',
      words: lineOf(text, proposed.cue),
      kind: null,
      reason: proposed.why.cue,
      send: { cue: copied(proposed.cue) },
      ghost: { fragments: proposed.cue, kind: 'cue', label: '' },
    });
  }
  if (claim.reporting === '' && proposed.reporting) {
    const reporting = proposed.reporting;
    parts.push({
      id: 'reporting',
      word: 'is',
      words: reporting,
      kind: null,
      reason: REPORTING_WHY[reporting],
      send: { reporting },
      ghost: null,
    });
  }
  if (proposed.whole && !sameSpan(proposed.whole, claim.fragments)) {
    const rest = proposed.whole.filter(
      (one) => !claim.fragments.some((own) => own.start < one.end && one.start < own.end),
    );
    parts.push({
      id: 'rest',
      word: 'with',
      words: lineOf(text, rest),
      kind: 'claim',
      reason: 'the rest of the same quotation',
      send: { claim: copied(proposed.whole) },
      ghost: { fragments: rest, kind: 'claim', label: 'and?' },
    });
  }
  return parts;
}

const REPORTING_WHY = {
  quoted: 'in quotation marks',
  paraphrased: 'in the article’s words',
  reported: 'as told by the article',
} as const;

function toOffer({ claim, rule, parts }: Offered): Offer {
  const ghosts = parts.flatMap(({ ghost }) => (ghost ? [ghost] : []));
  return {
    title: parts.length === 1 ? `Add ${parts[0]?.word} ${parts[0]?.words}` : 'Complete this claim',
    reason: parts.length === 1 ? (parts[0]?.reason ?? '') : 'Found beside its words.',
    sign: `${partsKey(claim.id)} ${parts.map((part) => `${part.id} ${part.words}`).join('|')}`,
    parts: parts.map(({ id, word, words, kind, reason }) => ({
      id,
      word,
      words,
      kind,
      reason,
      accept: (context) => take(context, claim.id, id),
    })),
    ghosts,
    accept: (context) => take(context, claim.id, null),
    dismiss: (context) =>
      inThisArticle(context, async () => {
        const now = offeredParts(context);
        const { open, run, applied } = context.store.getState();
        if (!open || now?.claim.id !== claim.id || !mayChange(context)) return;
        const answer = await run('proposals.dismiss', { articleId: open.article.id, rule, key: partsKey(claim.id) });
        if (answer) await applied(answer, { say: 'Not offered again for this claim.' });
      }),
  };
}

/** Takes all parts that are offered for a claim now, or one of them. */
async function take(context: CommandContext, claimId: string, only: string | null): Promise<void> {
  await inThisArticle(context, async () => {
    const now = offeredParts(context);
    const { open, run, applied } = context.store.getState();
    if (!open || now?.claim.id !== claimId || !mayChange(context)) return;
    const parts = now.parts.filter(({ id }) => only === null || id === only);
    if (parts.length === 0) return;
    const answer = await run('proposals.accept', {
      articleId: open.article.id,
      claimId,
      claim: copied(now.claim.fragments),
      ...Object.assign({}, ...parts.map(({ send }) => send)),
      rule: now.rule,
      key: only === null ? partsKey(claimId) : `${partsKey(claimId)} ${only}`,
      outcome: 'accepted',
    });
    if (!answer) return;
    const what = parts.map(({ word, words }) => `${word} ${words}`).join(', ');
    await applied(answer.applied, {
      select: claimId,
      say: `Taken for ${quoted(open.text, now.claim.fragments)}: ${what}`,
    });
  });
}
