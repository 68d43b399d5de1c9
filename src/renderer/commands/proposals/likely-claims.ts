import type { Proposal } from '../../../shared/propose/proposal.ts';
import { CLAIM_REASON, SPEAKER_REASON, VENUE_REASON } from '../../../shared/propose/proposal.ts';
import { snapToCharacters } from '../../../shared/text/characters.ts';
import { type Fragment, normaliseSpan, type Span, spanEnd, spanStart } from '../../../shared/text/span.ts';
import type { Ghost } from '../../editor/face.ts';
import { isOwnLayer, type OpenState, selectedAnnotation } from '../../store/state.ts';
import { isLooking, likelyClaims } from '../../store/likely.ts';
import { inThisArticle, mayChange } from '../acting.ts';
import type { CommandContext } from '../command.ts';
import type { Offer, OfferPart, OfferSource } from '../offers.ts';
import { copied, lineOf, quoted } from '../text.ts';
import { lookedThrough } from './waiting.ts';
import { withKeys } from '../key-words.ts';

/*
 * Likely quotations of the article, one by one: taken with who says it and where, changed first, or waved away. Offered from the
 * start where the coder has tagged no claim yet, and wherever they ask to be shown.
 */

export const likelyClaimsSource: OfferSource = {
  id: 'likely-claims',
  current({ store }) {
    const state = store.getState();
    const { open, proposals } = state;
    if (!open || !isOwnLayer(state) || !isLooking(state) || selectedAnnotation(state)) return null;
    const likely = likelyClaims(state);
    const { changing } = proposals;
    const next = changing ?? likely[0];
    return next ? toOffer(open, next, likely.length, changing !== null) : null;
  },
  ready: lookedThrough,
};

function toOffer(open: OpenState, proposal: Proposal, left: number, changing: boolean): Offer {
  const { text } = open;
  return {
    title: changing ? 'Take the selected words as the claim' : 'Take this as a claim',
    reason: changing
      ? 'Select the words that you mean: Shift with the arrows, or the mouse.'
      : sentence(CLAIM_REASON[proposal.rule]),
    sign: `likely ${proposal.key} ${left} ${changing}`,
    quote: lineOf(text, proposal.claim),
    parts: partsOf(text, proposal),
    // The selection stands for the claim whose words are changed.
    ghosts: ghostsOf(proposal).filter(({ kind }) => !changing || kind !== 'claim'),
    count: `${left.toLocaleString('en-GB')} left`,
    accept: (context) => take(context, proposal),
    dismiss: (context) => dismiss(context, proposal),
    ...(changing ? {} : { change: (context: CommandContext) => change(context, proposal) }),
  };
}

function partsOf(text: string, proposal: Proposal): OfferPart[] {
  const parts: OfferPart[] = [];
  const { speaker, speakerRule, addressee, venue, venueRule, cue, reporting } = proposal;
  const add = (id: string, word: string, at: Fragment | null, kind: OfferPart['kind'], reason: string) => {
    if (at) parts.push({ id, word, words: lineOf(text, [at]), kind, reason });
  };
  add('speaker', 'by', speaker, 'actor', speakerRule ? SPEAKER_REASON[speakerRule] : '');
  add('addressee', 'to', addressee, 'actor', 'is told it');
  add('venue', 'at', venue, 'venue', venueRule ? VENUE_REASON[venueRule] : '');
  if (cue.length > 0)
    parts.push({ id: 'cue', word: 'cue', words: lineOf(text, cue), kind: null, reason: 'the word of saying' });
  parts.push({ id: 'reporting', word: 'is', words: reporting, kind: null, reason: '' });
  return parts;
}

function ghostsOf({ claim, speaker, addressee, venue, cue }: Proposal): Ghost[] {
  const ghosts: Ghost[] = [{ fragments: claim, kind: 'claim', label: 'claim?' }];
  if (speaker) ghosts.push({ fragments: [speaker], kind: 'actor', label: 'by?' });
  if (addressee) ghosts.push({ fragments: [addressee], kind: 'actor', label: 'to?' });
  if (venue) ghosts.push({ fragments: [venue], kind: 'venue', label: 'at?' });
  if (cue.length > 0) ghosts.push({ fragments: cue, kind: 'cue', label: '' });
  return ghosts;
}

/** Takes a proposal as it is, or with the words that were selected after `change`. */
async function take(context: CommandContext, proposal: Proposal): Promise<void> {
  const act = () =>
    inThisArticle(context, async () => {
      const { open, proposals, run, applied } = context.store.getState();
      if (!open || !isOffered(context, proposal)) return;
      const changed = proposals.changing ? changedWords(context, open, proposal) : proposal.claim;
      if (changed.length === 0) {
        context.store.getState().say('There are no words in the selection.');
        return;
      }
      const answer = await run('proposals.accept', {
        articleId: open.article.id,
        claim: copied(changed),
        speaker: one(proposal.speaker),
        addressee: one(proposal.addressee),
        venue: one(proposal.venue),
        cue: proposal.cue.length > 0 ? copied(proposal.cue) : undefined,
        reporting: proposal.reporting,
        rule: proposal.rule,
        key: proposal.key,
        outcome: proposals.changing ? 'changed' : 'accepted',
      });
      if (!answer) return;
      // Going on by itself: the first claim taken doesn't end it.
      context.store.getState().lookThrough(true);
      const by = proposal.speaker ? `, by ${lineOf(open.text, [proposal.speaker])}` : '';
      await applied(answer.applied, {
        say: `Taken: claim ${quoted(open.text, changed)}${by}.${then(context, proposal)}`,
      });
      showNext(context);
    });
  if (mayChange(context, act)) await act();
}

async function dismiss(context: CommandContext, proposal: Proposal): Promise<void> {
  const { proposals, changeProposal, say } = context.store.getState();
  if (proposals.changing) {
    changeProposal(null);
    say('Its words stay as they were.');
    return;
  }
  const act = () =>
    inThisArticle(context, async () => {
      const { open, run, applied } = context.store.getState();
      if (!open || !isOffered(context, proposal)) return;
      const { rule, key } = proposal;
      const answer = await run('proposals.dismiss', { articleId: open.article.id, rule, key });
      if (!answer) return;
      await applied(answer, { say: `Not a claim: ${quoted(open.text, proposal.claim)}.${then(context, proposal)}` });
      showNext(context);
    });
  if (mayChange(context, act)) await act();
}

/** Selects the words, to be nudged before they are taken. */
function change(context: CommandContext, proposal: Proposal): void {
  const { changeProposal, say } = context.store.getState();
  changeProposal(proposal);
  context.editor?.focus();
  context.editor?.select({ start: spanStart(proposal.claim), end: spanEnd(proposal.claim) });
  say(withKeys('Select the words that you mean, then press {offer-accept}. {offer-dismiss} leaves them as they were.'));
}

function isOffered(context: CommandContext, proposal: Proposal): boolean {
  const state = context.store.getState();
  return state.proposals.changing?.key === proposal.key || likelyClaims(state)[0]?.key === proposal.key;
}

/** The proposal's fragments with the selection's ends. */
function changedWords(context: CommandContext, open: OpenState, { claim }: Proposal): Span {
  const selection = context.editor?.selection();
  if (!selection || selection.start === selection.end) return claim;
  const { start, end } = snapToCharacters(open.text, selection);
  const first = claim[0];
  const rest = claim.at(-1);
  if (!first || !rest) return [];
  const whole = claim.map((one) => ({
    start: one === first ? start : one.start,
    end: one === rest ? end : one.end,
  }));
  // What the selection leaves out goes; when its ends cross the gap, only the selection is left.
  const kept = whole
    .map((one) => ({ start: Math.max(one.start, start), end: Math.min(one.end, end) }))
    .filter((one) => one.start < one.end);
  const trimmed = kept.map((one) => trim(open.text, one)).filter((one) => one.start < one.end);
  return normaliseSpan(trimmed);
}

function trim(text: string, { start, end }: Fragment): Fragment {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + words.trimEnd().length) };
}

/** What comes next, as it is said. */
function then(context: CommandContext, done: Proposal): string {
  const { open } = context.store.getState();
  const rest = likelyClaims(context.store.getState()).filter(({ key }) => key !== done.key);
  const [next] = rest;
  return open && next ? ` Next: ${quoted(open.text, next.claim)}` : ' That was the last one.';
}

/** Brings the next proposal into sight. */
export function showNext(context: CommandContext): void {
  const [next] = likelyClaims(context.store.getState());
  if (next && isLooking(context.store.getState())) context.editor?.reveal(next.claim);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function one(words: Fragment | null): Fragment[] | undefined {
  return words ? [{ ...words }] : undefined;
}
