import type { Reporting } from '../model/annotation.ts';
import type { Fragment, Span } from '../text/span.ts';
import type { Lexicon } from './lexicon.ts';
import type { People } from './names.ts';
import type { ClaimRule, SpeakerRule, VenueRule } from './proposal.ts';
import type { Sentence } from './sentences.ts';
import type { Subject } from './speaker.ts';

/** An article as the rules see it. */
export interface Scene {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly lexicon: Lexicon;
  readonly people: People;
  readonly dateline: Dateline | null;
}

/** `PORT MAREN, March 14 (KW) —` at the start of a report. */
export interface Dateline {
  /** The place. */
  readonly place: Fragment;
  /** Where the sentence behind it begins. */
  readonly end: number;
}

/** What a rule found, before pronouns are resolved. */
export interface Draft {
  readonly rule: ClaimRule;
  readonly claim: Span;
  /** Who says it; null when the rule can't tell. */
  readonly speaker: Fragment | null;
  readonly speakerRule: SpeakerRule | null;
  /** The group of pronouns that the speaker's word is of; -1 for a name. */
  readonly pronoun: number;
  readonly cue: Span;
  readonly addressee: Fragment | null;
  readonly venue: Fragment | null;
  readonly venueRule: VenueRule | null;
  readonly reporting: Reporting;
  /** Where in the text the sentence that tells who says it stands. */
  readonly sentence: number;
  /** The verb's place, -1 for none: one verb makes one claim. */
  readonly verb: number;
}

/** A rule: one way in which news tell who said what. */
export interface Rule {
  readonly id: ClaimRule;
  /** What it finds in the sentence of that index. @param taken what is found in the article so far. */
  find(scene: Scene, sentence: number, taken: Taken): readonly Draft[];
}

/** More claims than one sentence, or one paragraph's quotations, can hold. */
const RECENT = 60;

/** What rules before have found. */
export class Taken {
  readonly drafts: Draft[] = [];
  readonly #verbs = new Set<number>();

  /** Takes a draft in, unless its words or its verb have been taken. */
  add(draft: Draft): boolean {
    if (draft.claim.length === 0 || (draft.verb >= 0 && !this.isFree(draft.verb))) return false;
    if (draft.claim.some((fragment) => this.covers(fragment))) return false;
    this.drafts.push(draft);
    if (draft.verb >= 0) this.#verbs.add(draft.verb);
    return true;
  }

  /** Replaces the last draft by one with more of the same words. */
  extendLast(claim: Span, rule: ClaimRule | null = null): void {
    const last = this.drafts.pop();
    if (last) this.drafts.push({ ...last, claim: [...last.claim, ...claim], rule: rule ?? last.rule });
  }

  /** The last ones: sentences are read in order, none but these can reach where it is read now. */
  latest(): readonly Draft[] {
    return this.drafts.slice(-RECENT);
  }

  /** Whether any of these words belong to a claim already. */
  covers({ start, end }: Fragment): boolean {
    return this.latest().some(({ claim }) => claim.some((one) => one.start < end && start < one.end));
  }

  /** Whether a verb hasn't been used and stands in no claim. */
  isFree(verb: number): boolean {
    return !this.#verbs.has(verb) && !this.covers({ start: verb, end: verb + 1 });
  }
}

/** A draft with what most have. */
export function draft(
  sentence: number,
  made: Pick<Draft, 'rule' | 'claim' | 'reporting'> & Partial<Draft> & { readonly subject?: Subject | null },
): Draft {
  const { subject, ...rest } = made;
  return {
    cue: [],
    addressee: null,
    venue: null,
    venueRule: null,
    verb: -1,
    sentence,
    speaker: subject?.span ?? null,
    speakerRule: subject ? (subject.isShared ? 'shared-subject' : 'subject') : null,
    pronoun: subject?.pronoun ?? -1,
    ...rest,
  };
}
