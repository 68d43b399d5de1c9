import type { Kind } from '../../src/shared/model/kind.ts';
import type { Role } from '../../src/shared/model/role.ts';
import { createRandom, type Random } from './random.ts';

/*
 * Articles that were never printed: invented words with the lengths and the repetition of news English, coded densely.
 */

/** A half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface MadeParagraph extends Range {
  /** Each word without the punctuation behind it. */
  readonly words: readonly Range[];
}

export interface MadeAnnotation extends Range {
  readonly kind: Kind;
}

/** A filled role; `claim` and `target` are indexes of annotations. */
export interface MadeLink {
  readonly claim: number;
  readonly role: Role;
  readonly target: number;
}

export interface MadeArticle {
  readonly text: string;
  readonly paragraphs: readonly MadeParagraph[];
  /** One for every ten words. */
  readonly annotations: readonly MadeAnnotation[];
  readonly links: readonly MadeLink[];
}

const COMMON =
  'the of and to in a that for is on with as was by at it from be has are have will not their its an this were they said who had but would after or more which been two one over new when could also last than out about if first up some into other no there what so under against between'.split(
    ' ',
  );
const STARTS = 'b c d f g h k l m n p r s t v w br cl dr gr pl pr sh st tr'.split(' ');
const MIDDLES = 'a e i o u ai ea ie ou é ü'.split(' ');
const ENDS = ['', '', '', 'n', 'r', 's', 't', 'l', 'nd', 'nt', 'rk', 'st'];

/** Different words that there are. */
const VOCABULARY = 9000;

/**
 * An article of that many words, the same one for the same seed. A third of its annotations are claims of 10 to 40 words; of the
 * actors and venues (1 to 4 words) half lie in or across the edge of a claim. Every second one of those fills a role.
 */
export function makeArticle(words: number, seed: number): MadeArticle {
  const random = createRandom(seed);
  const { text, paragraphs } = makeText(words, random);
  return { text, paragraphs, ...makeCoding(paragraphs, Math.round(words / 10), random) };
}

let vocabulary: readonly string[] | null = null;

/** The common words first; the further back, the rarer and longer. */
function allWords(): readonly string[] {
  if (vocabulary) return vocabulary;
  const random = createRandom(1);
  const words = new Set(COMMON);
  while (words.size < VOCABULARY) {
    const syllables = 1 + random.below(words.size > 1500 ? 4 : 3);
    let word = '';
    for (let n = 0; n < syllables; n++) word += pick(STARTS, random) + pick(MIDDLES, random) + pick(ENDS, random);
    if (word.length < 15) words.add(word);
  }
  vocabulary = [...words];
  return vocabulary;
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[random.below(from.length)] as T;
}

/** A word whose rank is as likely as in Zipf's law: the logarithm of the rank is even. */
function anyWord(random: Random): string {
  const words = allWords();
  const rank = Math.floor((words.length + 1) ** (random.below(1e6) / 1e6)) - 1;
  return words[rank] ?? 'the';
}

function makeText(words: number, random: Random): { text: string; paragraphs: MadeParagraph[] } {
  const paragraphs: MadeParagraph[] = [];
  let text = '';
  let left = words;
  while (left > 0) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    const count = Math.min(left, 40 + random.below(80));
    const places: Range[] = [];
    while (places.length < count) {
      const length = Math.min(count - places.length, 7 + random.below(22));
      for (let n = 0; n < length; n++) {
        const word = anyWord(random);
        if (places.length > 0) text += ' ';
        const at = text.length;
        text += n === 0 || random.chance(0.07) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
        places.push({ start: at, end: text.length });
        if (n === length - 1) text += '.';
        else if (random.chance(0.06)) text += ',';
      }
    }
    paragraphs.push({ start, end: text.length, words: places });
    left -= count;
  }
  return { text, paragraphs };
}

/** The latest claim: short annotations gather in it. */
interface Claim {
  readonly index: number;
  readonly paragraph: MadeParagraph;
  /** Its first word and how many it has. */
  readonly word: number;
  readonly words: number;
}

function makeCoding(
  paragraphs: readonly MadeParagraph[],
  count: number,
  random: Random,
): { annotations: MadeAnnotation[]; links: MadeLink[] } {
  const annotations: MadeAnnotation[] = [];
  const links: MadeLink[] = [];
  const known = new Set<string>();
  let claim: Claim | null = null;
  while (annotations.length < count) {
    const isClaim: boolean = claim === null || random.chance(0.3);
    const kind: Kind = isClaim ? 'claim' : random.chance(0.65) ? 'actor' : 'venue';
    const words: number = isClaim ? 10 + random.below(31) : 1 + random.below(4);
    const inClaim: Claim | null = !isClaim && claim !== null && random.chance(0.5) ? claim : null;
    const paragraph: MadeParagraph = inClaim ? inClaim.paragraph : pick(paragraphs, random);
    const word: number = inClaim ? inClaim.word + random.below(inClaim.words) : random.below(paragraph.words.length);
    const range = rangeOf(paragraph, word, words);
    const key = `${kind} ${range.start} ${range.end}`;
    if (known.has(key)) continue;
    known.add(key);
    const index: number = annotations.push({ ...range, kind }) - 1;
    if (isClaim) claim = { index, paragraph, word, words };
    else if (inClaim && random.chance(0.5)) {
      const role: Role = kind === 'venue' ? 'venue' : random.chance(0.7) ? 'claimant' : 'addressee';
      links.push({ claim: inClaim.index, role, target: index });
    }
  }
  return { annotations, links };
}

/** A run of words, cut off at the paragraph's end. */
export function rangeOf(paragraph: MadeParagraph, first: number, count: number): Range {
  const words = paragraph.words;
  const from = words[first] ?? { start: paragraph.start, end: paragraph.end };
  const to = words[Math.min(words.length, first + count) - 1] ?? from;
  return { start: from.start, end: to.end };
}
