import { isVerb, type Lexicon, type VerbGroup } from './lexicon.ts';
import type { Scene } from './scene.ts';
import type { Sentence } from './sentences.ts';
import type { Subject } from './speaker.ts';
import { isPhraseStart, subjectBefore, subjectBehind } from './subject.ts';

/** A verb of saying in a sentence, with who says it. */
export interface Report {
  /** Index of the verb's first token, and behind its last. */
  readonly at: number;
  readonly to: number;
  readonly groups: ReadonlySet<VerbGroup>;
  readonly subject: Subject | null;
  /** Whether the subject stands behind the verb: `said the envoy`. */
  readonly inverted: boolean;
  /** Whether it goes on about who has spoken before: `…, adding that`. */
  readonly goesOn: boolean;
  /** Whether it stands in a clause about a noun: `Wend, who has said that`. */
  readonly relative: boolean;
}

const GROUPS: readonly VerbGroup[] = ['say', 'claim', 'tell', 'call', 'demand', 'vow', 'urge'];

/** The verbs of saying of a sentence that somebody does, in order. Quotations are one token: verbs in them don't count. */
export function reportsIn(scene: Scene, sentence: Sentence): readonly Report[] {
  let known = cache.get(sentence);
  if (!known) {
    known = find(scene, sentence);
    cache.set(sentence, known);
  }
  return known;
}

const cache = new WeakMap<Sentence, readonly Report[]>();

function find({ lexicon, people }: Scene, sentence: Sentence): Report[] {
  const { tokens, lowers } = sentence;
  const found: Report[] = [];
  // A verb at the very start has no subject: “Asked whether …, he said”.
  for (let at = 1; at < tokens.length; at++) {
    const length = lexicon.anyVerb.at(lowers, at);
    if (length === 0) continue;
    const groups = new Set(GROUPS.filter((group) => lexicon.verbs[group].at(lowers, at) === length));
    const to = at + length;
    if (isNoun(lexicon, lowers, at, groups)) continue;
    const before = tokens[tokens[at - 1]?.text === ',' ? at - 2 : at - 1];
    const behindQuotation = before?.type === 'quotation';
    const afterComma = tokens[at - 1]?.text === ',';
    const inverts = (behindQuotation || afterComma) && isPhraseStart(sentence, to, lexicon) && !isTelling(groups);
    const follows = inverts ? subjectBehind(sentence, to, people, lexicon) : null;
    // “X, the envoy, said the truce was over” isn't “…, said the truce”.
    const behind = follows && (behindQuotation || isLast(sentence, follows.to, lexicon)) ? follows : null;
    const goesOn = lexicon.participles.at(lowers, at) > 0;
    const own = behind ?? (goesOn ? null : subjectBefore(sentence, at, people, lexicon));
    const subject = own ?? shared(sentence, at, found, people);
    const relative = lowers.slice(Math.max(0, at - 3), at).some((word) => word !== null && lexicon.relatives.has(word));
    found.push({ at, to, groups, subject, inverted: behind !== null, goesOn, relative });
  }
  return found;
}

/** Verbs that take somebody or something: what follows is never who does it. */
function isTelling(groups: ReadonlySet<VerbGroup>): boolean {
  return !groups.has('say') && !groups.has('claim');
}

/** Whether nothing but when and where follows. */
function isLast({ tokens, lowers }: Sentence, at: number, lexicon: Lexicon): boolean {
  const next = tokens[at];
  if (!next) return true;
  if (next.type === 'mark') return at + 1 >= tokens.length;
  return lexicon.prepositions.at(lowers, at) > 0 || lexicon.times.at(lowers, at) > 0;
}

/** `a written answer`, `the claims`: the word is no verb there. */
function isNoun(
  lexicon: Lexicon,
  lowers: readonly (string | null)[],
  at: number,
  groups: ReadonlySet<VerbGroup>,
): boolean {
  const before = lowers[at - 1];
  if (typeof before !== 'string') return false;
  if (lexicon.determiners.has(before) || lexicon.infinitive.has(before)) return true;
  // “denied claims that”
  if (isVerb(lowers, at - 1, lexicon)) return true;
  // “opened by saying that”
  return lexicon.prepositions.has(before) && !groups.has('say');
}

/**
 * “thanked Velia and asked that”: the subject of the verb before, else the first person of the sentence. Behind a semicolon somebody
 * else may speak.
 */
function shared(sentence: Sentence, verb: number, earlier: readonly Report[], people: Scene['people']): Subject | null {
  const { tokens } = sentence;
  const from = tokens.findLastIndex(({ text }, i) => i < verb && text === ';') + 1;
  const report = earlier.at(-1);
  if (report?.subject && report.at >= from) return report.subject;
  const place = tokens[verb]?.start ?? 0;
  const first = people.within({ start: tokens[from]?.start ?? 0, end: place })[0];
  if (!first) return null;
  const at = tokens.findIndex((token) => token.start >= first.start);
  return { span: { start: first.start, end: first.end }, from: at, to: at + 1, pronoun: -1, isShared: true };
}
