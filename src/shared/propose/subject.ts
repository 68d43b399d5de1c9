import type { Fragment } from '../text/span.ts';
import type { Lexicon } from './lexicon.ts';
import type { People } from './names.ts';
import type { Sentence } from './sentences.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';

/*
 * Who says it: the noun phrase before a verb (“The envoy of Oster, Viktor Land, said”), or behind it (“said the envoy”). Without
 * a parser: from the verb back to the words at which such a phrase can begin.
 */

export interface Subject {
  /** The words that are tagged as the speaker. */
  readonly span: Fragment;
  /** Index of the phrase's first and behind its last token, appositions included. */
  readonly from: number;
  readonly to: number;
  /** Which group of pronouns it is, -1 for other words. */
  readonly pronoun: number;
  /** It isn't beside the verb: the sentence is about them. */
  readonly isShared?: boolean;
}

/** The longest phrase, in words. */
const LONGEST = 14;

export interface Part {
  readonly from: number;
  readonly to: number;
}

/** The subject before the verb at `verb`, or null. */
export function subjectBefore(sentence: Sentence, verb: number, people: People, lexicon: Lexicon): Subject | null {
  const { tokens } = sentence;
  let at = beforeAdverbs(sentence, verb, lexicon);
  const parts: Part[] = [];
  const closing = tokens[at - 1]?.text === ',';
  if (closing) at--;
  for (let round = 0; round < (closing ? 4 : 1); round++) {
    const part = partBefore(sentence, at, lexicon);
    if (part.to > part.from) parts.push(part);
    at = part.from;
    if (!closing || tokens[at - 1]?.text !== ',' || part.to === part.from) break;
    // Of “In Lund, the envoy, Viktor Land, said” the first part is no more than where.
    at--;
  }
  return choose(sentence, parts, closing, people, lexicon);
}

/** The subject right behind a verb (“said the envoy of Oster, Viktor Land.”), or null. */
export function subjectBehind(sentence: Sentence, from: number, people: People, lexicon: Lexicon): Subject | null {
  const { tokens, lowers } = sentence;
  let at = from;
  while (at < tokens.length && at - from < LONGEST) {
    const token = tokens[at] as Token;
    if (token.type !== 'word') {
      const abbreviated = token.text === '.' && lexicon.titles.has(lowers[at - 1] ?? '');
      if (!abbreviated) break;
    } else if (at > from && lexicon.finite.has(token.lower)) break;
    else if (lexicon.boundaries.at(lowers, at) > 0 || lexicon.relatives.at(lowers, at) > 0) break;
    else if (at > from && isLoosePreposition(lowers, at, lexicon)) break;
    else if (at > from && lexicon.times.at(lowers, at) > 0) break;
    at++;
    // A pronoun is all of it.
    if (lexicon.pronouns.some(({ words }) => words.has(token.lower))) break;
  }
  if (at === from || !isPhraseStart(sentence, from, lexicon)) return null;
  const parts: Part[] = [{ from, to: at }];
  if (tokens[at]?.text === ',') {
    let end = at + 1;
    while (tokens[end]?.type === 'word' && end - at < 8) end++;
    const isWhole = end === tokens.length || tokens[end]?.type === 'mark';
    if (isWhole && isCapital(tokens[at + 1])) parts.push({ from: at + 1, to: end });
  }
  return choose(sentence, parts.toReversed(), false, people, lexicon);
}

/** A preposition at which a noun phrase ends: `at`, not `of`. */
export function isLoosePreposition(lowers: readonly (string | null)[], at: number, lexicon: Lexicon): boolean {
  return lexicon.prepositions.at(lowers, at) > 0 && lexicon.nounLinks.at(lowers, at) === 0;
}

/** Whether a noun phrase can begin here. */
export function isPhraseStart({ tokens, lowers }: Sentence, at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  if (token?.type !== 'word') return false;
  const lower = token.lower;
  if (lexicon.times.at(lowers, at) > 0 && !isCapital(token)) return false;
  if (lexicon.prepositions.at(lowers, at) > 0) return false;
  if (lexicon.determiners.has(lower) || lexicon.titles.has(lower)) return true;
  if (lexicon.pronouns.some(({ words }) => words.has(lower))) return true;
  return isCapital(token) && lexicon.times.at(lowers, at) === 0;
}

/** The index before the adverbs and times that stand between a speaker and the verb: “Velia on Friday also | repeated”. */
function beforeAdverbs({ tokens, lowers }: Sentence, verb: number, lexicon: Lexicon): number {
  let at = verb;
  for (;;) {
    const length = phraseEndingAt(lexicon, lowers, at);
    if (length > 0) {
      at -= length;
      continue;
    }
    const dayBefore = lexicon.times.has(lowers[at - 1] ?? '') && isTimeOrPreposition(lexicon, lowers[at - 2]);
    if (dayBefore && at - 2 > 0) {
      at -= lexicon.prepositions.has(lowers[at - 2] ?? '') ? 2 : 1;
      continue;
    }
    if (tokens[at - 1]?.text === ')') {
      const open = tokens.findLastIndex((token, i) => i < at && token.text === '(');
      if (open > 0) {
        at = open;
        continue;
      }
    }
    return at;
  }
}

function isTimeOrPreposition(lexicon: Lexicon, word: string | null | undefined): boolean {
  return word !== null && word !== undefined && (lexicon.times.has(word) || lexicon.prepositions.has(word));
}

function phraseEndingAt(lexicon: Lexicon, lowers: readonly (string | null)[], end: number): number {
  for (let length = Math.min(4, end); length > 0; length--) {
    if (lexicon.between.at(lowers, end - length) === length) return length;
  }
  return 0;
}

/** The words before `end` back to where a phrase must begin. */
function partBefore({ tokens, lowers }: Sentence, end: number, lexicon: Lexicon): Part {
  let at = end;
  let to = end;
  while (at > 0 && to - at < LONGEST) {
    const token = tokens[at - 1] as Token;
    if (token.text === ')') {
      const open = tokens.findLastIndex((one, i) => i < at && one.text === '(');
      if (open < 1) break;
      at = open;
      continue;
    }
    if (token.text === '.' && lexicon.titles.has(lowers[at - 2] ?? '')) {
      at--;
      continue;
    }
    if (token.type !== 'word') break;
    if (lexicon.relatives.at(lowers, at - 1) > 0) {
      // “a diplomat who was at the forum said”: the phrase stands before it.
      // “President Wend, who has said”: before the comma.
      at -= tokens[at - 2]?.text === ',' ? 2 : 1;
      to = at;
      continue;
    }
    if (lexicon.boundaries.at(lowers, at - 1) > 0) break;
    at--;
  }
  return { from: at, to };
}

/** The part that names the speaker best: with a person's name, else the first that is a phrase. */
function choose(
  sentence: Sentence,
  parts: readonly Part[],
  closing: boolean,
  people: People,
  lexicon: Lexicon,
): Subject | null {
  const whole = parts.toReversed();
  const phrases = whole.map((part) => trimmed(sentence, part, lexicon)).filter((part): part is Part => part !== null);
  // “Oster would not agree, Hale said”: without a comma behind it only the last part is the subject.
  const first = phrases[0];
  if (!first) return null;
  const named = phrases
    .map((part) => personIn(sentence, part, people, lexicon))
    .find((part): part is Part => part !== null);
  const telling = phrases.find((part) => lexicon.vague.at(sentence.lowers, part.from) !== part.to - part.from);
  const chosen = named ?? (closing ? telling : undefined) ?? first;
  const head = sentence.lowers.slice(chosen.from, chosen.to);
  if (!named && head.some((word, i) => word !== null && i < 3 && lexicon.notSpeakers.at(head, i) > 0)) return null;
  const start = sentence.tokens[chosen.from] as Token;
  const end = sentence.tokens[chosen.to - 1] as Token;
  const alone = chosen.to - chosen.from === 1 ? lexicon.pronouns.findIndex(({ words }) => words.has(start.lower)) : -1;
  return {
    span: { start: start.start, end: end.end },
    from: Math.min(...parts.map((part) => part.from)),
    to: Math.max(...parts.map((part) => part.to)),
    pronoun: alone,
  };
}

/** A part from where a noun phrase begins in it, without times at its ends; null when it holds none. */
function trimmed(sentence: Sentence, part: Part, lexicon: Lexicon): Part | null {
  const { lowers } = sentence;
  let { from, to } = part;
  while (to > from && lexicon.times.has(lowers[to - 1] ?? '')) to--;
  if (to > from && lexicon.prepositions.has(lowers[to - 1] ?? '')) to--;
  const begins = (at: number) => isPhraseStart(sentence, at, lexicon);
  // “In an interview with this newspaper he said”
  const last = lowers[to - 1] ?? '';
  if (to > from && lexicon.pronouns.some(({ words, people }) => people && words.has(last))) return { from: to - 1, to };
  if (lexicon.prepositions.at(lowers, from) > 0) {
    // “On Friday Hale”, “In Lund the president”: behind the preposition's own noun.
    from++;
    while (from < to && lexicon.times.has(lowers[from] ?? '')) from++;
    const next = Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + 1 + i).find(begins);
    if (begins(from) && isTimeOnly(sentence, part.from + 1, from, lexicon)) return { from, to };
    if (next === undefined) return null;
    return { from: next, to };
  }
  while (from < to && !begins(from)) from++;
  return to > from ? { from, to } : null;
}

function isTimeOnly({ lowers }: Sentence, from: number, to: number, lexicon: Lexicon): boolean {
  return to > from && lowers.slice(from, to).every((word) => word !== null && lexicon.times.has(word));
}

/** A part cut to a person's name with what stands before it (`Chancellor Edda Roth | of Oster`), or null. */
export function personIn(sentence: Sentence, part: Part, people: People, lexicon: Lexicon): Part | null {
  const { tokens, lowers } = sentence;
  const [start, end] = [tokens[part.from], tokens[part.to - 1]];
  if (!start || !end || part.to <= part.from) return null;
  const inside = people.within({ start: start.start, end: end.end });
  for (const person of inside) {
    const first = tokens.findIndex((token) => token.start === person.start);
    const last = tokens.findIndex((token) => token.end >= person.end);
    if (first < 0 || last < 0) continue;
    if (isPossessive(tokens[last] as Token)) continue;
    // A name behind `of` belongs to the noun before it: the office of President Wend.
    const before = lowers.slice(part.from, first);
    if (before.some((word, i) => word !== null && i > 0 && lexicon.prepositions.has(word))) continue;
    if (before.some((_, i) => isPossessive(tokens[part.from + i] as Token))) {
      if (last + 1 === part.to) return { from: first, to: last + 1 };
      continue;
    }
    return { from: titleStart(sentence, part.from, first, lexicon), to: last + 1 };
  }
  return null;
}

/** Where what belongs to a name begins: `the Velian foreign minister`; not at a verb before it. */
function titleStart({ tokens, lowers }: Sentence, from: number, name: number, lexicon: Lexicon): number {
  const verbs = lowers.slice(from, name).some((_, i) => isVerb(lowers, from + i, lexicon));
  if (name - from <= 5 && !verbs) return from;
  let at = name;
  while (at > from && name - at < 5) {
    const before = lowers[at - 1] ?? '';
    if (lexicon.determiners.has(before)) return at - 1;
    if (!lexicon.titles.has(before) && !isCapital(tokens[at - 1])) break;
    at--;
  }
  return at;
}

/** Whether a verb of saying stands at a place. */
export function isVerb(lowers: readonly (string | null)[], at: number, { verbs }: Lexicon): boolean {
  return Object.values(verbs).some((group) => group.at(lowers, at) > 0);
}
