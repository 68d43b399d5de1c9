import { snapToCharacters } from './characters.ts';
import { segmenter } from './segmenter.ts';
import type { Fragment } from './span.ts';

/*
 * Where words begin and end, as `Intl.Segmenter` finds them (UAX #29, and dictionaries for scripts without spaces), with
 * the last point of an abbreviation such as “U.S.” taken in. Each function looks at a piece of the text around the
 * offset, never at all of it.
 */

/** The least length of a piece, and how far one may reach to find white space to be cut at. */
const PIECE = 200;
const REACH = 1000;

/**
 * The word that holds `offset`: the one that begins or goes on there, else the nearest in the same run without white
 * space; null when there is none.
 */
export function wordAt(text: string, offset: number, locale = ''): Fragment | null {
  let before: Fragment | null = null;
  let after: Fragment | null = null;
  for (const word of wordsIn(text, pieceStart(text, offset), pieceEnd(text, offset), locale)) {
    if (word.start <= offset && offset < word.end) return word;
    if (word.end <= offset) before = word;
    else {
      after = word;
      break;
    }
  }
  if (before && /\s/u.test(text.slice(before.end, offset))) before = null;
  if (after && /\s/u.test(text.slice(offset, after.start))) after = null;
  if (!before || !after) return before ?? after;
  return offset - before.end <= after.start - offset ? before : after;
}

/** The first word that ends behind `offset`, or null. */
export function wordEndingAfter(text: string, offset: number, locale = ''): Fragment | null {
  return nextWord(text, offset, locale, (word) => word.end > offset);
}

/** The first word that begins behind `offset`, or null. */
export function wordStartingAfter(text: string, offset: number, locale = ''): Fragment | null {
  return nextWord(text, offset, locale, (word) => word.start > offset);
}

/** The last word that begins before `offset`, or null. */
export function wordStartingBefore(text: string, offset: number, locale = ''): Fragment | null {
  return previousWord(text, offset, locale, (word) => word.start < offset);
}

/** The last word that ends before `offset`, or null. */
export function wordEndingBefore(text: string, offset: number, locale = ''): Fragment | null {
  return previousWord(text, offset, locale, (word) => word.end < offset);
}

/**
 * A selection made ready for tagging: white space at its ends dropped, words that it cuts taken in whole. Empty, at its
 * own start, when it holds nothing but white space.
 */
export function snapToWords(text: string, fragment: Fragment, locale = ''): Fragment {
  let start = Math.max(0, Math.min(fragment.start, text.length));
  let end = Math.max(start, Math.min(fragment.end, text.length));
  while (start < end && /\s/u.test(text.charAt(end - 1))) end--;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  if (start === end) return { start: fragment.start, end: fragment.start };
  start = cutWord(text, start, locale)?.start ?? start;
  end = cutWord(text, end, locale)?.end ?? end;
  return snapToCharacters(text, { start, end });
}

/** The word that `offset` falls inside of, or null. */
function cutWord(text: string, offset: number, locale: string): Fragment | null {
  for (const word of wordsIn(text, pieceStart(text, offset), pieceEnd(text, offset), locale)) {
    if (word.start < offset && offset < word.end) return word;
  }
  return null;
}

function nextWord(text: string, offset: number, locale: string, fits: (word: Fragment) => boolean): Fragment | null {
  let from = pieceStart(text, offset);
  while (from < text.length) {
    const to = pieceEnd(text, Math.max(from, offset));
    for (const word of wordsIn(text, from, to, locale)) if (fits(word)) return word;
    from = to;
  }
  return null;
}

function previousWord(
  text: string,
  offset: number,
  locale: string,
  fits: (word: Fragment) => boolean,
): Fragment | null {
  let to = pieceEnd(text, offset);
  while (to > 0) {
    const from = pieceStart(text, Math.min(to, offset));
    const found = [...wordsIn(text, from, to, locale)].findLast(fits);
    if (found) return found;
    to = from;
  }
  return null;
}

function* wordsIn(text: string, from: number, to: number, locale: string): Generator<Fragment> {
  for (const { segment, index, isWordLike } of segmenter(locale, 'word').segment(text.slice(from, to))) {
    if (!isWordLike) continue;
    const start = from + index;
    const end = start + segment.length;
    yield { start, end: text.charAt(end) === '.' && ABBREVIATION.test(segment) ? end + 1 : end };
  }
}

/** Letters with points between: the segmenter leaves the last point out. */
const ABBREVIATION = /^\p{L}(?:\.\p{L})+$/u;

function pieceStart(text: string, offset: number): number {
  const least = Math.max(0, offset - REACH);
  let at = Math.max(0, offset - PIECE);
  while (at > least && !/\s/u.test(text.charAt(at - 1))) at--;
  return snapToCharacters(text, { start: at, end: at }).start;
}

function pieceEnd(text: string, offset: number): number {
  const most = Math.min(text.length, offset + REACH);
  let at = Math.min(text.length, offset + PIECE);
  while (at < most && !/\s/u.test(text.charAt(at))) at++;
  return snapToCharacters(text, { start: at, end: at }).end;
}
