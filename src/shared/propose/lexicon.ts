import type { LanguageFile } from './language.ts';

export type VerbGroup = keyof LanguageFile['verbs'];

/** A set of words and phrases that is asked which of its entries begins at a place among words. */
export class Phrases {
  /** First word → the entries that begin with it, the longest first. */
  readonly #byFirst = new Map<string, string[][]>();

  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const parts = entry.toLowerCase().split(' ');
      const first = parts[0] as string;
      this.#byFirst.set(
        first,
        [...(this.#byFirst.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
      );
    }
  }

  /** How many words of the longest entry that stands at `at`; 0 when none does. */
  at(words: readonly (string | null)[], at: number): number {
    const first = words[at];
    const entries = first ? this.#byFirst.get(first) : undefined;
    return entries?.find((entry) => entry.every((word, i) => words[at + i] === word))?.length ?? 0;
  }

  has(word: string): boolean {
    return this.#byFirst.get(word)?.some((entry) => entry.length === 1) ?? false;
  }
}

export interface PronounGroup {
  readonly words: ReadonlySet<string>;
  /** Other words that tell of the same person, titles too. */
  readonly alike: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Whether it stands for a person alone. */
  readonly people: boolean;
}

/** A language file made ready to be asked. */
export interface Lexicon {
  readonly name: string;
  readonly verbs: Readonly<Record<VerbGroup, Phrases>>;
  /** All of them. */
  readonly anyVerb: Phrases;
  readonly participles: Phrases;
  readonly that: Phrases;
  readonly infinitive: Phrases;
  readonly finite: Phrases;
  readonly clauseAfterComma: boolean;
  readonly accordingTo: Phrases;
  readonly quotedAs: Phrases;
  readonly pronouns: readonly PronounGroup[];
  readonly nounsAreCapital: boolean;
  readonly determiners: Phrases;
  readonly prepositions: Phrases;
  readonly nounLinks: Phrases;
  readonly boundaries: Phrases;
  readonly relatives: Phrases;
  readonly between: Phrases;
  readonly times: Phrases;
  readonly titles: Phrases;
  readonly particles: Phrases;
  readonly notPersons: Phrases;
  readonly notSpeakers: Phrases;
  readonly plainSpeakers: Phrases;
  readonly labels: Phrases;
  readonly vague: Phrases;
  readonly audiences: Phrases;
  readonly venueBefore: Phrases;
  readonly venueNouns: Phrases;
  readonly venueGoOn: Phrases;
  readonly abbreviations: Phrases;
  readonly comments: Phrases;
  readonly afterQuotation: Phrases;
}

/** A language file → what the rules ask. */
export function lexiconOf(file: LanguageFile): Lexicon {
  const { verbs, venues } = file;
  return {
    name: file.name,
    verbs: {
      say: new Phrases(verbs.say),
      claim: new Phrases(verbs.claim),
      tell: new Phrases(verbs.tell),
      call: new Phrases(verbs.call),
      demand: new Phrases(verbs.demand),
      vow: new Phrases(verbs.vow),
      urge: new Phrases(verbs.urge),
    },
    anyVerb: new Phrases(Object.values(verbs).flat()),
    participles: new Phrases(file.participles),
    that: new Phrases(file.that),
    infinitive: new Phrases(file.infinitive),
    finite: new Phrases(file.finite),
    clauseAfterComma: file.clauseAfterComma,
    accordingTo: new Phrases(file.accordingTo),
    quotedAs: new Phrases(file.quotedAs),
    pronouns: file.pronouns.map(({ words, alike, titles, people }) => ({
      words: new Set(words),
      alike: new Set(alike),
      titles: new Set(titles),
      people,
    })),
    nounsAreCapital: file.nounsAreCapital,
    determiners: new Phrases(file.determiners),
    prepositions: new Phrases(file.prepositions),
    nounLinks: new Phrases(file.nounLinks),
    boundaries: new Phrases(file.boundaries),
    relatives: new Phrases(file.relatives),
    between: new Phrases(file.between),
    times: new Phrases(file.times),
    titles: new Phrases(file.titles),
    particles: new Phrases(file.particles),
    notPersons: new Phrases(file.notPersons),
    notSpeakers: new Phrases(file.notSpeakers),
    plainSpeakers: new Phrases(file.plainSpeakers),
    labels: new Phrases(file.labels),
    vague: new Phrases(file.vague),
    audiences: new Phrases(file.audiences),
    venueBefore: new Phrases(venues.before),
    venueNouns: new Phrases(venues.nouns),
    venueGoOn: new Phrases(venues.goOn),
    abbreviations: new Phrases(file.abbreviations),
    comments: new Phrases(file.comments),
    afterQuotation: new Phrases(file.afterQuotation),
  };
}

/** Whether a verb of saying stands at a place. */
export function isVerb(lowers: readonly (string | null)[], at: number, { anyVerb }: Lexicon): boolean {
  return anyVerb.at(lowers, at) > 0;
}
