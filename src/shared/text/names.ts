import { needsMore, startsSentences } from './sentences.ts';
import type { Fragment } from './span.ts';

/*
 * What looks like a name: words with capitals in a row. It knows nothing of any name, only how the article itself writes its
 * words; in a script without capitals there are none.
 */

/** How an article writes its words. */
export interface WordHabits {
  /** In lower case: those that have a capital in the midst of a sentence too. */
  readonly capital: ReadonlySet<string>;
  /** In lower case: those that have none somewhere. */
  readonly small: ReadonlySet<string>;
  /** In lower case: capitalised ones that stand behind an article somewhere, as German nouns do. */
  readonly behindArticle: ReadonlySet<string>;
}

const WORD = String.raw`[\p{L}\p{N}\p{M}]+(?:[-'’‐‑.&][\p{L}\p{N}\p{M}]+)*`;
/** Behind these any word may have a capital. */
const OPENS = /(?:[“„‘("]|[:«»]\s?|[-–—]\s)$/u;
const WORDS = new RegExp(WORD, 'gu');
const INSIDE = new RegExp(String.raw`(?<=[\p{Ll}\p{N},;]["”’»“‘)]?\s)\p{Lu}${WORD.replace('+', '*')}`, 'gu');
/** Not what is part of an address. */
const SMALL = /(?<![\p{L}\p{N}\p{M}'’\-/.@_])\p{Ll}[\p{L}\p{M}]*(?![-/.@_:]\p{L})/gu;
const GERMAN_ARTICLE =
  /(?<![\p{L}])(?:d(?:er|ie|as|en|em|es)|(?:k|m|s)?ein(?:e[rmns]?)?|im|am|zum|zur|beim|vom|ins|ans|jede[rmns]?|diese[rmns]?|alle[rn]?)\s(\p{Lu}[\p{L}\p{M}-]*)/giu;

/** Between capitalised words: `Ludwig van Beethoven`, `Zayd bin Harith`. */
const PARTICLES = new Set(
  'van von der den de del della dello di da do dos das du la le el al bin ibn bint abu ben ter ten zu zum af av y e'.split(
    ' ',
  ),
);
/** The same, behind a single word alone: `Bank of England`, but not `Chancellor Edda Roth of Oster`. */
const LINKS = new Set('of for des der de'.split(' '));
/** Written with a capital, and no names. */
const NEVER = new Set('i i’m i’d i’ll i’ve'.split(' '));
/** No names by themselves. */
const NOT_ALONE = new Set('mr mrs ms mme herr frau'.split(' '));
/** Words that sentences begin with: cut from a name behind them. */
const BEGINNERS = new Set(
  (
    'then now later also yet still once since until though although despite during under over between among both each every ' +
    'most many some such all any one two three only even with without against across ' +
    'der die das den dem des ein eine einen einem einer im am zum zur beim vom auf bei mit nach von vor und aber doch auch als ' +
    'wenn weil er sie es wir ihr ich sein seine ihre dann für über unter seit ' +
    'le la les un une du au aux en dans sur par pour avec et mais il elle ils elles ce cette ces selon ' +
    'el los las con por para y pero su sus según lo gli nel nella alla het een op met maar'
  ).split(' '),
);

/** Reads how an article writes its words: one pass, for all of the text. */
export function readHabits(text: string, locale = ''): WordHabits {
  const capital = new Set<string>();
  const small = new Set<string>();
  const behindArticle = new Set<string>();
  for (const match of text.matchAll(INSIDE)) capital.add(keyOf(match[0]));
  for (const match of text.matchAll(SMALL)) small.add(match[0].toLowerCase());
  if (/^de\b/i.test(locale)) {
    for (const match of text.matchAll(GERMAN_ARTICLE)) behindArticle.add(keyOf(match[1] ?? ''));
  }
  return { capital, small, behindArticle };
}

/**
 * The name-like runs of a sentence, in order: capitalised words in a row, with particles, initials and titles, without `’s`.
 * A single word at the sentence's beginning counts when it is written with a capital elsewhere too.
 */
export function namesIn(text: string, sentence: Fragment, habits: WordHabits, locale = ''): Fragment[] {
  const words = wordsOf(text, sentence);
  const days = timeWords(locale);
  const isName = (word: Word | undefined): boolean =>
    word !== undefined && word.isCapital && !NEVER.has(word.key) && !days.has(word.key);
  const found: Fragment[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!isName(words[i])) continue;
    let last = i;
    while (words[last + 1] && !words[last]?.possessive) {
      const next = words[last + 1] as Word;
      if (!joined(text, words[last] as Word, next)) break;
      if (isName(next)) {
        last++;
        continue;
      }
      const link = linkFrom(text, words, last, i);
      if (!isName(words[link])) break;
      last = link;
    }
    let first = i;
    if (words[first]?.begins) {
      const word = words[first] as Word;
      const isPlain = begins(word.key) || (word.key.length < 6 && habits.small.has(word.key));
      if (isPlain && last > first) first = secondOf(words, first, last, isName);
      else if (isPlain || (last === first && !habits.capital.has(word.key))) first = last + 1;
    }
    const run = words.slice(first, last + 1);
    const alone = run.length === 1 ? (run[0]?.key ?? '') : '';
    if (run.length > 0 && !begins(alone) && !NOT_ALONE.has(alone) && !habits.behindArticle.has(alone))
      found.push({ start: (run[0] as Word).start, end: (run.at(-1) as Word).end });
    i = last;
  }
  return found;
}

/** Where the word behind one or two particles stands (`van der`), or behind `of` when it follows the run's only word; else -1. */
function linkFrom(text: string, words: readonly Word[], last: number, first: number): number {
  for (const count of [1, 2]) {
    const between = words.slice(last + 1, last + 1 + count);
    const isLink =
      between.every((word) => PARTICLES.has(word.text)) ||
      (count === 1 && last === first && LINKS.has(between[0]?.text ?? ''));
    const run = words.slice(last, last + 2 + count);
    const isJoined = run.slice(1).every((word, i) => joined(text, run[i] as Word, word));
    if (isLink && isJoined && words[last + 1 + count]?.isCapital) return last + 1 + count;
  }
  return -1;
}

function begins(word: string): boolean {
  return startsSentences(word) || BEGINNERS.has(word);
}

/** The next word of a run with a capital: a particle doesn't begin a name that the word before it was cut from. */
function secondOf(
  words: readonly Word[],
  first: number,
  last: number,
  isName: (word: Word | undefined) => boolean,
): number {
  let at = first + 1;
  while (at < last && !isName(words[at])) at++;
  return at;
}

interface Word extends Fragment {
  readonly text: string;
  /** In lower case, without `’s`. */
  readonly key: string;
  readonly isCapital: boolean;
  readonly possessive: boolean;
  /** Stands where any word has a capital: at the beginning, behind a colon, a mark that opens a quotation. */
  readonly begins: boolean;
}

function wordsOf(text: string, sentence: Fragment): Word[] {
  const piece = text.slice(sentence.start, sentence.end);
  return [...piece.matchAll(WORDS)].map((match): Word => {
    const full = match[0];
    const possessive = /['’]s$/u.test(full);
    const words = full.replace(/['’]s$/u, '');
    const start = sentence.start + match.index;
    // The last point of “U.S.” is its own.
    const end = start + words.length;
    const point = !possessive && /^\p{L}(?:\.\p{L})+$/u.test(words) && text.charAt(end) === '.' ? 1 : 0;
    return {
      start,
      end: end + point,
      text: words,
      key: keyOf(words),
      isCapital: /^\p{Lu}/u.test(words),
      possessive,
      begins: !/[\p{L}\p{N}]/u.test(piece.slice(0, match.index)) || OPENS.test(piece.slice(0, match.index)),
    };
  });
}

/** Whether no more than a blank lies between two words, or the point of a title or an initial. */
function joined(text: string, word: Word, next: Word): boolean {
  const between = text.slice(word.end, next.start);
  if (/^\s+$/u.test(between)) return true;
  return /^\.\s+$/u.test(between) && (/^\p{Lu}$/u.test(word.text) || needsMore(word.key));
}

function keyOf(word: string): string {
  return word.replace(/['’]s$/u, '').toLowerCase();
}

const times = new Map<string, ReadonlySet<string>>();

/** The days and months of a language, in lower case: written with a capital in some, and no names. */
function timeWords(locale: string): ReadonlySet<string> {
  let found = times.get(locale);
  if (!found) {
    found = new Set([...timesIn(locale), ...timesIn('en')]);
    times.set(locale, found);
  }
  return found;
}

function timesIn(locale: string): string[] {
  try {
    const each = (options: Intl.DateTimeFormatOptions, count: number) =>
      Array.from({ length: count }, (_, i) => {
        const day = new Date(Date.UTC(2029, options.month ? i : 0, options.month ? 1 : 1 + i));
        return new Intl.DateTimeFormat(locale || 'en', { ...options, timeZone: 'UTC' }).format(day).toLowerCase();
      });
    const days = (['long', 'short'] as const).flatMap((weekday) => each({ weekday }, 7));
    const months = (['long', 'short'] as const).flatMap((month) => each({ month }, 12));
    return [...days, ...months].map((word) => word.replace(/\.$/, ''));
  } catch {
    return []; // not a language tag at all
  }
}
