import type { Fragment } from '../text/span.ts';
import { isVerb, type Lexicon } from './lexicon.ts';
import type { People } from './names.ts';
import type { Sentence } from './sentences.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';

/*
 * The name in the words for a speaker: what is tagged of “the envoy of Oster, Viktor Land”.
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

/** A run of tokens: behind `to` it has ended. */
export interface Part {
  readonly from: number;
  readonly to: number;
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

/** “Lena Orvik, 43, a nurse and mother of two, said”: the name before a comma when what is told of it has none; or null. */
export function nameBefore(
  sentence: Sentence,
  verb: number,
  closing: boolean,
  parts: readonly Part[],
  people: People,
  lexicon: Lexicon,
): Subject | null {
  const { tokens, lowers } = sentence;
  const start = tokens[Math.max(0, verb - TOLD_OF)] as Token;
  const person = closing && people.within({ start: start.start, end: tokens[verb]?.start ?? 0 }).at(-1);
  if (!person) return null;
  const to = tokens.findIndex((token) => token.end >= person.end) + 1;
  if (tokens[to]?.text !== ',' || parts.some((part) => part.from < to)) return null;
  if (lexicon.boundaries.at(lowers, to + 1) > 0 || tokens.slice(to, verb).some(({ type }) => type === 'quotation'))
    return null;
  const told = lowers.slice(to, verb);
  if (told.some((word, i) => word !== null && (lexicon.finite.has(word) || isVerb(told, i, lexicon)))) return null;
  const first = tokens.findIndex((token) => token.start >= person.start);
  const from = titleStart(sentence, Math.max(0, first - 5), first, lexicon);
  return { span: { start: (tokens[from] as Token).start, end: person.end }, from, to, pronoun: -1 };
}

/** So many words and marks before a verb a name may stand that is told of in between. */
const TOLD_OF = 24;
