import { isVerb, type Lexicon } from './lexicon.ts';
import type { People } from './names.ts';
import type { Sentence } from './sentences.ts';
import { nameBefore, type Part, personIn, type Subject } from './speaker.ts';
import { isCapital, type Token } from './tokens.ts';

/*
 * Who says it: the noun phrase before a verb (“The envoy of Oster, Viktor Land, said”), or behind it (“said the envoy”). Without
 * a parser: from the verb back to the words at which such a phrase can begin.
 */

/** The longest phrase, in words. */
const LONGEST = 14;

/** The subject before the verb at `verb`, or null. */
export function subjectBefore(sentence: Sentence, verb: number, people: People, lexicon: Lexicon): Subject | null {
  const { tokens } = sentence;
  let at = beforeAdverbs(sentence, verb, lexicon);
  const parts: Part[] = [];
  const closing = tokens[at - 1]?.text === ',';
  if (closing) at--;
  for (let round = 0; round < (closing ? 4 : 1); round++) {
    const part = partBefore(sentence, at, lexicon);
    if (isClause(sentence, part, parts, people, lexicon)) break;
    if (part.to > part.from) parts.push(part);
    at = part.from;
    if (!closing || tokens[at - 1]?.text !== ',' || part.to === part.from) break;
    // Of “In Lund, the envoy, Viktor Land, said” the first part is no more than where.
    at--;
  }
  return (
    nameBefore(sentence, verb, closing, parts, people, lexicon) ?? choose(sentence, parts, closing, people, lexicon)
  );
}

/** “It is over, the envoy, Viktor Land, said”: whether a part is what they say, not who they are. */
function isClause(sentence: Sentence, part: Part, behind: readonly Part[], people: People, lexicon: Lexicon): boolean {
  if (behind.length === 0) return false;
  const { lowers } = sentence;
  if (lowers.slice(part.from, part.to).some((word) => word !== null && lexicon.finite.has(word))) return true;
  const isNamed = behind.some((one) => personIn(sentence, one, people, lexicon) !== null);
  return isNamed && behind.length > 1 && lexicon.prepositions.at(lowers, part.from) === 0;
}

/** The subject right behind a verb (“said the envoy of Oster, Viktor Land.”), or null. */
export function subjectBehind(sentence: Sentence, from: number, people: People, lexicon: Lexicon): Subject | null {
  const { tokens, lowers } = sentence;
  let at = from;
  while (at < tokens.length && at - from < LONGEST) {
    const token = tokens[at] as Token;
    if (token.type !== 'word') {
      if (!isPointOfTitle(sentence, at, lexicon)) break;
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
    while ((tokens[end]?.type === 'word' || isPointOfTitle(sentence, end, lexicon)) && end - at < 8) end++;
    const isWhole = end === tokens.length || tokens[end]?.type === 'mark';
    // “warned Ines Duarte, chair of the union, “and …””
    const goesOn = tokens[end]?.text === ',' && tokens[end + 1]?.type === 'quotation';
    if (isWhole && (goesOn || isCapital(tokens[at + 1]))) parts.push({ from: at + 1, to: end });
  }
  return choose(sentence, parts.toReversed(), false, people, lexicon);
}

/** `Mr. Hale`: a point that ends no sentence. Behind `said the minister` it does. */
export function isPointOfTitle({ tokens, lowers }: Sentence, at: number, lexicon: Lexicon): boolean {
  const before = lowers[at - 1] ?? '';
  return (
    tokens[at]?.text === '.' &&
    lexicon.titles.has(before) &&
    lexicon.abbreviations.has(before) &&
    isCapital(tokens[at + 1])
  );
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
  if (lexicon.determiners.has(lower) || lexicon.titles.has(lower) || lexicon.plainSpeakers.has(lower)) return true;
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
function partBefore(sentence: Sentence, end: number, lexicon: Lexicon): Part {
  const { tokens, lowers } = sentence;
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
    if (isPointOfTitle(sentence, at - 1, lexicon)) {
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
  // “senior officials”
  while (from > part.from && lexicon.plainSpeakers.has(lowers[to - 1] ?? '') && isPlainWord(lowers, from - 1, lexicon))
    from--;
  // “He has previously ruled out”: the subject ends at the verb that helps the other.
  const helper = lowers.findIndex((word, i) => i > from && i < to && word !== null && lexicon.finite.has(word));
  if (helper > 0) to = helper;
  return to > from ? { from, to } : null;
}

/** A word that may stand before a noun as more of it. */
function isPlainWord(lowers: readonly (string | null)[], at: number, lexicon: Lexicon): boolean {
  const word = lowers[at] ?? '';
  const others = [lexicon.times, lexicon.between, lexicon.prepositions, lexicon.finite, lexicon.boundaries];
  return word !== '' && !others.some((phrases) => phrases.has(word)) && !isVerb(lowers, at, lexicon);
}

function isTimeOnly({ lowers }: Sentence, from: number, to: number, lexicon: Lexicon): boolean {
  return to > from && lowers.slice(from, to).every((word) => word !== null && lexicon.times.has(word));
}
