import { z } from 'zod';

/*
 * What the proposer knows of a language: word lists in a data file each, `languages/en.json`. Adding a language takes a file,
 * no code. Words stand in lower case; a phrase has blanks.
 */

const words = z.array(z.string().min(1));

export const LanguageSchema = z.strictObject({
  /** BCP 47, without a region: `en`. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** `English`: as it is named to the analyst. */
  name: z.string().min(1),
  verbs: z.strictObject({
    /** Someone says something: `said`, `announced`. What is said is a clause or a quotation. */
    say: words,
    /** The same, but a clause needs one of `that`, or one of `finite` in it: `repeated that`, not `announced a plan`. */
    claim: words,
    /** Someone tells somebody something: `told reporters`. */
    tell: words,
    /** Someone calls something a “quotation”: `called`, `dismissed as`. */
    call: words,
    /** Someone demands a thing: what follows the verb is the claim. */
    demand: words,
    /** Someone promises to do a thing: what follows `infinitive` is the claim. */
    vow: words,
    /** Someone urges somebody `infinitive` do a thing, which is the claim: `urged lawmakers to back the treaty`. */
    urge: words,
  }),
  /** Those of the verbs that go on about who has spoken before: `…, adding that`, `…, calling it`. */
  participles: words,
  /** Words that begin a reported clause: `that`. */
  that: words,
  /** `to`, before what somebody promises to do. */
  infinitive: words,
  /** Verbs by which a clause is told from a noun phrase: `is`, `would`. */
  finite: words,
  /** Whether a reported clause may follow a comma alone: `Hale sagte, er komme`. */
  clauseAfterComma: z.boolean(),
  /** `according to`: what is said stands beside, who says it behind. */
  accordingTo: words,
  /** Behind a form of be: `quoted as saying`. */
  quotedAs: words,
  /** Pronouns that take the place of a speaker, and the other words that tell of the same person: `he`, `his`. */
  pronouns: z.array(z.strictObject({ words, alike: words, titles: words, people: z.boolean() })),
  /** Whether every noun begins with a capital: then two of them in a row are no name behind a determiner. */
  nounsAreCapital: z.boolean(),
  /** `the`, `a`, `his`: a noun phrase begins. */
  determiners: words,
  prepositions: words,
  /** Those that join a noun to the one before: `the envoy of Oster`. */
  nounLinks: words,
  /** Words at which a noun phrase before a verb ends: `and`, `but`, `because`. */
  boundaries: words,
  /** `who`, `which`: a clause about the noun before it. */
  relatives: words,
  /** Between a speaker and the verb: `has`, `also`, `later`. */
  between: words,
  /** Days, months, `yesterday`, `later`: words of time that are no part of a name. */
  times: words,
  /** Before names: `president`, `foreign`, `mr`. */
  titles: words,
  /** Inside names: `van`, `bin`. */
  particles: words,
  /** A name with one of these is no person's: `league`, `ministry`, `harbour`. */
  notPersons: words,
  /** What says something but makes no claim: `nothing`, `report`, `sign`. */
  notSpeakers: words,
  /** Several who speak without a determiner before them: `officials`, `police`. No pronoun for one person means them. */
  plainSpeakers: words,
  /** What an editor sets before a text or a headline: `breaking`, `opinion`. No place and nobody who speaks. */
  labels: words,
  /** A speaker that says too little when a better word stands beside it: `one of them`. */
  vague: words,
  /** Who is told things: `reporters`. Those who speak without a determiner are, too. */
  audiences: words,
  venues: z.strictObject({
    /** Before a venue: `at`, `in`, `during`. */
    before: words,
    /** What may be a venue: `news conference`, `interview`, `summit`. */
    nouns: words,
    /** What goes on with it: `in`, `with`, `of` (`an interview with Radio Meridian`). */
    goOn: words,
  }),
  /** Words with a point that end no sentence: `mr`, `gen`. */
  abbreviations: words,
  /** Behind a comma they comment on what was said: `, a charge that the League denies`. */
  comments: words,
  /** Behind a quotation and a comma the article speaks again: `, as the war entered its third year`. */
  afterQuotation: words,
});

export type LanguageFile = z.infer<typeof LanguageSchema>;
