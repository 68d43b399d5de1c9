import type { Reporting } from '../model/annotation.ts';
import { type Fragment, type Span, spanEnd, spanStart } from '../text/span.ts';

/** The rules that find what may be a claim. */
export const CLAIM_RULES = [
  'quotation-before',
  'quotation-behind',
  'quotation-inside',
  'quotation-over-paragraphs',
  'quotation-alone',
  'quotation-bare',
  'quoted-as',
  'said-that',
  'said-after',
  'said-inside',
  'according-to',
  'called',
  'demanded',
  'headline',
] as const;

export type ClaimRule = (typeof CLAIM_RULES)[number];

/** How the speaker of a claim was found. */
export const SPEAKER_RULES = ['subject', 'pronoun', 'same-speaker', 'shared-subject', 'nearest'] as const;
export type SpeakerRule = (typeof SPEAKER_RULES)[number];

/** How the venue was found. */
export const VENUE_RULES = ['event', 'told-event', 'dateline'] as const;
export type VenueRule = (typeof VENUE_RULES)[number];

/** What each rule goes by, in plain words: the reason that is shown. */
export const CLAIM_REASON: Readonly<Record<ClaimRule, string>> = {
  'quotation-before': 'a quotation, with who says it behind',
  'quotation-behind': 'a quotation, with who says it before',
  'quotation-inside': 'a quotation with who says it in its midst',
  'quotation-over-paragraphs': 'a quotation that goes on in the next paragraph',
  'quotation-alone': 'a quotation on its own, after another',
  'quotation-bare': 'words in quotation marks',
  'quoted-as': 'somebody is quoted as saying it',
  'said-that': 'reported speech behind a verb of saying',
  'said-after': 'reported speech, with who says it behind',
  'said-inside': 'reported speech, with who says it in its midst',
  'according-to': 'put down to somebody',
  called: 'somebody calls something that',
  demanded: 'somebody demands or promises it',
  headline: 'a headline with a name before a colon',
};

export const SPEAKER_REASON: Readonly<Record<SpeakerRule, string>> = {
  subject: 'stands beside the verb',
  pronoun: 'the pronoun means the person named before',
  'same-speaker': 'the one who spoke just before',
  'shared-subject': 'the sentence is about them',
  nearest: 'the nearest name',
};

export const VENUE_REASON: Readonly<Record<VenueRule, string>> = {
  event: 'where it is said to have been said',
  'told-event': 'those who were told it',
  dateline: 'the report’s dateline',
};

/** Something that may be a claim, with what goes with it. Offsets are UTF-16 units of the article's text. */
export interface Proposal {
  /** The same each time for the same words: what a verdict is kept under. */
  readonly key: string;
  readonly rule: ClaimRule;
  readonly claim: Span;
  readonly speaker: Fragment | null;
  readonly speakerRule: SpeakerRule | null;
  /** Who passes it on: of a claim within a claim. */
  readonly relay: Fragment | null;
  readonly cue: Span;
  readonly venue: Fragment | null;
  readonly venueRule: VenueRule | null;
  readonly addressee: Fragment | null;
  readonly reporting: Reporting;
  /** Why, in plain words. */
  readonly reason: string;
}

/** What a proposal of a claim is kept under: its words' places. */
export function claimKey(claim: Span): string {
  if (claim.length > MANY) return `claim ${spanStart(claim)}-${spanEnd(claim)} in ${claim.length}`;
  return `claim ${claim.map(({ start, end }) => `${start}-${end}`).join(',')}`;
}

/** A speech of more fragments is known by its ends and their number: a key has to have an end. */
const MANY = 60;
