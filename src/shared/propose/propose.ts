import { type Fragment, type Span, normaliseSpan, spanStart } from '../text/span.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { LanguageFile } from './language.ts';
import { findNested } from './nested.ts';
import { keyOf, type Person, readPeople } from './names.ts';
import { CLAIM_REASON, claimKey, type Proposal, SPEAKER_REASON, type SpeakerRule } from './proposal.ts';
import { RULES } from './rules/registry.ts';
import { type Draft, draft, type Scene, Taken } from './scene.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { isClosed, type Token, wordsInside } from './tokens.ts';
import { findDateline, findVenue } from './venues.ts';

/** An article to look through. */
export interface Question {
  readonly text: string;
  readonly title: string;
  /** BCP 47 or ''. */
  readonly language: string;
}

/** What was found in an article. */
export interface Answer {
  /** In reading order. */
  readonly proposals: readonly Proposal[];
  /** Claims within those, which somebody passes on: for whoever tags their words. Not proposed by themselves. */
  readonly nested: readonly Proposal[];
  /** The name of the language whose rules were used; null: only quotation marks were looked for. */
  readonly rules: string | null;
  /** Every mention of a person, in order: for a claim that no rule explains. */
  readonly people: readonly Fragment[];
  /** The place of the dateline, or null. */
  readonly dateline: Fragment | null;
}

/**
 * Looks through an article for what may be claims. Pure; the same answer each time.
 * @param languages the language files; none for the article's language: only quotations are proposed
 */
export function propose(question: Question, languages: readonly LanguageFile[]): Answer {
  const lexicon = lexiconFor(question.language, languages);
  const sentences = readSentences(question.text, question.title, lexicon);
  const dateline = findDateline(question.text, sentences, lexicon);
  if (!lexicon) {
    const proposals = quotationsOnly(sentences).map((one) => finish(one));
    return { proposals, nested: [], rules: null, people: [], dateline: dateline?.place ?? null };
  }
  const people = readPeople(question.text, sentences, lexicon);
  const scene: Scene = { text: question.text, sentences, lexicon, people, dateline };
  const taken = new Taken();
  for (const index of sentences.keys()) {
    if (continued(scene, taken, index)) continue;
    for (const rule of RULES) {
      for (const found of rule.find(scene, index, taken)) taken.add(resolved(scene, found, taken));
    }
  }
  const proposals = taken.drafts
    .map((one) => finish(withVenue(scene, one)))
    .sort((a, b) => spanStart(a.claim) - spanStart(b.claim));
  const nested = findNested(scene, taken.drafts).map(({ draft: inner, outer }) =>
    finish(inner.pronoun >= 0 ? { ...inner, speaker: null, speakerRule: null } : inner, outer.speaker),
  );
  return {
    proposals,
    nested,
    rules: lexicon.name,
    people: people.mentions.map(({ start, end }) => ({ start, end })),
    dateline: dateline?.place ?? null,
  };
}

const lexicons = new WeakMap<LanguageFile, Lexicon>();

/** Made once a file. */
function lexiconFor(language: string, languages: readonly LanguageFile[]): Lexicon | null {
  const wanted = language.toLowerCase().split(/[-_]/u)[0];
  const file = languages.find((one) => one.language === wanted);
  if (!file) return null;
  const known = lexicons.get(file) ?? lexiconOf(file);
  lexicons.set(file, known);
  return known;
}

/** Quotations of some length, for a language of which nothing is known. */
function quotationsOnly(sentences: readonly Sentence[]): Draft[] {
  return sentences.flatMap((sentence, index) =>
    sentence.tokens
      .filter((token) => token.type === 'quotation' && wordsInside(token) >= 3)
      .map(({ start, end }) => draft(index, { rule: 'quotation-bare', claim: [{ start, end }], reporting: 'quoted' })),
  );
}

/** Whether a sentence goes on with a quotation that the paragraph before left open; it is then taken in. */
function continued({ sentences }: Scene, taken: Taken, index: number): boolean {
  const sentence = sentences[index] as Sentence;
  const first = sentence.tokens[0];
  const last = taken.drafts.at(-1);
  const before = sentences[index - 1];
  const open = before?.tokens.at(-1);
  if (first?.type !== 'quotation' || before?.paragraph !== sentence.paragraph - 1) return false;
  if (open?.type !== 'quotation' || isClosed(open) || last?.claim.at(-1)?.end !== open.end) return false;
  const quoted = sentence.tokens.filter((token: Token) => token.type === 'quotation');
  taken.extendLast(
    quoted.map(({ start, end: to }) => ({ start, end: to })),
    'quotation-over-paragraphs',
  );
  return sentence.tokens.every((token) => token.type !== 'word');
}

/** A draft whose speaker is a pronoun, with the person whom it means. */
function resolved({ people, sentences, text, lexicon }: Scene, found: Draft, taken: Taken): Draft {
  const pronoun = found.pronoun >= 0 ? lexicon.pronouns[found.pronoun] : undefined;
  if (!pronoun || !found.speaker || found.speakerRule === 'same-speaker') return found;
  const at = found.speaker.start;
  const here = sentences[found.sentence]?.paragraph ?? 0;
  const fits = (words: Fragment) => {
    const key = keyOf(text, words);
    if (!pronoun.people) return true;
    if (people.isPerson(key)) return people.fits(key, found.pronoun);
    const said = text.slice(words.start, words.end);
    const last = said.toLowerCase().split(/[\s-]/u).at(-1) ?? '';
    // “the envoy”, but no office, no officials and no name of a country.
    return !/\p{Lu}/u.test(said.slice(1)) && !lexicon.notPersons.has(last) && !lexicon.plainSpeakers.has(last);
  };
  const since = sentences[found.sentence - 1]?.start ?? at;
  const subject = people.within({ start: since, end: at }).findLast((one) => isEarly(sentences, one, here));
  const earlier = taken.latest().findLast((one) => one.speaker !== null && one.speaker.start < at);
  const between = earlier ? here - (sentences[earlier.sentence]?.paragraph ?? -9) : 9;
  const speaker = between <= 2 ? (earlier?.speaker ?? null) : null;
  // Who begins the sentence before in the same paragraph goes before who spoke earlier.
  const isLater = between > 0 || (subject && earlier ? subject.sentence > earlier.sentence : false);
  if (pronoun.people && subject && isLater && people.fits(subject.key, found.pronoun)) {
    return { ...found, speaker: { start: subject.start, end: subject.end }, speakerRule: 'pronoun' };
  }
  if (speaker && fits(speaker)) return { ...found, speaker, speakerRule: 'pronoun' };
  if (!pronoun.people) return { ...found, speaker: null, speakerRule: null };
  const person = people.before(at).findLast((one) => people.fits(one.key, found.pronoun));
  if (!person) return { ...found, speaker: null, speakerRule: null };
  return { ...found, speaker: { start: person.start, end: person.end }, speakerRule: 'pronoun' };
}

/** Whether a mention stands near the start of its sentence, in that paragraph. */
function isEarly(sentences: readonly Sentence[], mention: Person, paragraph: number): boolean {
  const sentence = sentences[mention.sentence];
  if (!sentence || sentence.paragraph !== paragraph) return false;
  return sentence.tokens.filter((token) => token.start < mention.start).length <= 4;
}

function withVenue(scene: Scene, found: Draft): Draft {
  if (found.venue) return found;
  const sentence = scene.sentences[found.sentence] as Sentence;
  const venue = sentence.headline ? null : findVenue(scene, sentence, found);
  if (venue) return { ...found, venue, venueRule: 'event' };
  if (!scene.dateline || sentence.headline || found.rule === 'according-to') return found;
  // What a paper is told may be said anywhere.
  if (found.addressee && /\p{Lu}/u.test(scene.text.slice(found.addressee.start, found.addressee.end))) return found;
  return { ...found, venue: scene.dateline.place, venueRule: 'dateline' };
}

function finish(found: Draft, relay: Fragment | null = null): Proposal {
  const claim: Span = normaliseSpan(found.claim);
  const said = found.speakerRule && found.speaker;
  return {
    key: claimKey(claim),
    rule: found.rule,
    claim,
    speaker: found.speaker,
    speakerRule: found.speakerRule,
    relay,
    cue: found.cue,
    venue: found.venue,
    venueRule: found.venueRule,
    addressee: found.addressee,
    reporting: found.reporting,
    reason: said
      ? `${CLAIM_REASON[found.rule]}; ${SPEAKER_REASON[found.speakerRule as SpeakerRule]}`
      : CLAIM_REASON[found.rule],
  };
}
