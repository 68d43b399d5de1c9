import type { Reporting } from '../model/annotation.ts';
import { type Fragment, type Span, normaliseSpan, spanContains, spanEnd, spanLength, spanStart } from '../text/span.ts';
import { overlaps } from './overlaps.ts';
import { type Proposal, SPEAKER_REASON, VENUE_REASON } from './proposal.ts';
import type { Answer } from './propose.ts';

/** What may complete a claim that is tagged already. */
export interface ClaimParts {
  /** The rule by which the speaker was found, or `nearest`. */
  readonly rule: string;
  /** The claim with the rest of its quotation, when only whole fragments of it are tagged; else null. */
  readonly whole: Span | null;
  readonly speaker: Fragment | null;
  readonly addressee: Fragment | null;
  /** Who passes it on. */
  readonly relay: Fragment | null;
  readonly venue: Fragment | null;
  readonly cue: Span;
  readonly reporting: Reporting | null;
  /** Why, of each, in plain words. */
  readonly why: { readonly speaker: string; readonly venue: string; readonly cue: string };
}

/** No name further away than this (UTF-16 units) is taken for the speaker of a claim that no rule explains. */
const FAR = 600;

/** What goes with a claim's words: of the proposal that they lie in, else the nearest name and the dateline. */
export function partsFor(text: string, found: Answer, claim: Span): ClaimParts | null {
  const proposal = around([...found.proposals, ...found.nested], claim);
  if (proposal) return ofProposal(text, proposal, claim);
  const nearest = found.people.findLast((one) => one.end <= spanStart(claim) && spanStart(claim) - one.end <= FAR);
  const dateline = apart(claim, found.dateline);
  if (!nearest && !dateline) return null;
  return {
    rule: 'nearest',
    whole: null,
    speaker: nearest ?? null,
    addressee: null,
    relay: null,
    venue: dateline,
    cue: [],
    reporting: null,
    why: { speaker: SPEAKER_REASON.nearest, venue: VENUE_REASON.dateline, cue: '' },
  };
}

/** The proposal that is likest to a claim, if they share half of either. */
function around(proposals: readonly Proposal[], claim: Span): Proposal | null {
  let best: Proposal | null = null;
  let most = 0;
  for (const proposal of proposals) {
    if (spanEnd(proposal.claim) <= spanStart(claim) || spanStart(proposal.claim) >= spanEnd(claim)) continue;
    const shared =
      spanLength(proposal.claim) + spanLength(claim) - spanLength(normaliseSpan([...proposal.claim, ...claim]));
    const least = Math.min(spanLength(proposal.claim), spanLength(claim));
    // Of a claim and one within it the one that leaves less over.
    const likeness = shared / (spanLength(proposal.claim) + spanLength(claim) - shared);
    if (shared * 2 < least || likeness <= most) continue;
    best = proposal;
    most = likeness;
  }
  return best;
}

function ofProposal(text: string, proposal: Proposal, claim: Span): ClaimParts {
  return {
    rule: proposal.rule,
    whole: isPartOf(text, proposal.claim, claim) ? proposal.claim : null,
    speaker: apart(claim, proposal.speaker),
    addressee: apart(claim, proposal.addressee),
    relay: apart(claim, proposal.relay),
    venue: apart(claim, proposal.venue),
    cue: proposal.cue.filter((one) => !claim.some((other) => overlaps(one, other))),
    reporting: proposal.reporting,
    why: {
      speaker: proposal.speakerRule ? SPEAKER_REASON[proposal.speakerRule] : '',
      venue: proposal.venueRule ? VENUE_REASON[proposal.venueRule] : '',
      cue: 'the word of saying',
    },
  };
}

/** Words, unless they are a part of the claim: then they are no speaker or venue of it. */
function apart(claim: Span, words: Fragment | null): Fragment | null {
  return words && !claim.some((one) => covers(one, words)) ? words : null;
}

function covers(outer: Fragment, inner: Fragment): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether each fragment of a claim is a whole one of several, quotation marks and stops left aside. */
function isPartOf(text: string, whole: Span, claim: Span): boolean {
  if (whole.length < 2 || spanContains(claim, whole)) return false;
  return claim.every((one) => whole.some((other) => bare(text, one) === bare(text, other)));
}

/** Where a fragment's words begin and end without what stands around them. */
function bare(text: string, { start, end }: Fragment): string {
  const words = text.slice(start, end);
  const lead = /^[^\p{L}\p{N}]*/u.exec(words)?.[0].length ?? 0;
  const tail = /[^\p{L}\p{N}]*$/u.exec(words)?.[0].length ?? 0;
  return `${start + lead}-${end - tail}`;
}
