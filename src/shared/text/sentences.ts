import { segmenter } from './segmenter.ts';
import type { Fragment } from './span.ts';

/*
 * Sentences, as `Intl.Segmenter` finds them, put together again where it breaks behind an abbreviation, before a small
 * letter (“Stop!” he said.) or at the line ends of wrapped text.
 */

/** Longer paragraphs are looked at in a window of this reach around the place that is asked for. */
const REACH = 10_000;

/** No abbreviation is longer: so much of a sentence's end is looked at. */
const LONGEST_ABBREVIATION = 40;

/** Never end a sentence: titles before names, and words that need what follows. */
const BEFORE_MORE = new Set(
  (
    'mr mrs ms mx dr prof rev fr sr sra srta hon gen adm col cmdr capt lt sgt cpl pvt maj brig sen rep gov pres amb st mt ft ' +
    'messrs mme mlle herr hr vs v cf e.g i.e eg ie viz approx ca incl ' +
    'bzw z.b d.h u.a sog m mm'
  ).split(' '),
);

/** Abbreviations only before a number: “No. 10”, “p. 4”, “Art. 5”, “Jan. 3”. */
const BEFORE_NUMBER = new Set(
  'no nos nr núm art arts sec par para p pp vol fig ch jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);

/** Words that begin a new sentence even behind “U.S.” or an initial. */
const STARTERS = new Set(
  'the a an he she it they we you i this that these those there his her its their our but and or so in on at as by for from when while after before if not no what who how'.split(
    ' ',
  ),
);

/** Whether a word (in lower case, without its last point) is an abbreviation that what follows belongs to: `mr`. */
export function needsMore(word: string): boolean {
  return BEFORE_MORE.has(word);
}

/** Whether an English word (in lower case) is one that sentences begin with rather than names. */
export function startsSentences(word: string): boolean {
  return STARTERS.has(word);
}

/**
 * The sentences of a paragraph, or of the window around `near` when it is very long: in order, without the white space
 * around them.
 */
export function sentences(text: string, paragraph: Fragment, near: Fragment, locale = ''): Fragment[] {
  const from = Math.max(paragraph.start, near.start - REACH);
  const to = Math.min(paragraph.end, near.end + REACH);
  // UAX #29 ends a sentence at every line end; in wrapped text a line end means no more than a space.
  const piece = text.slice(from, to).replace(/[\r\n\u0085\u2028\u2029]/g, ' ');
  const found: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenter(locale, 'sentence').segment(piece)) {
    const words = segment.trim();
    if (words === '') continue;
    const start = index + segment.length - segment.trimStart().length;
    const end = start + words.length;
    const last = found.at(-1);
    if (last && goesOn(piece.slice(Math.max(last.start, last.end - LONGEST_ABBREVIATION), last.end), words))
      last.end = end;
    else found.push({ start, end });
  }
  return found.map((sentence) => ({ start: from + sentence.start, end: from + sentence.end }));
}

/** Whether what follows still belongs to the sentence before it. */
function goesOn(before: string, after: string): boolean {
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(after)) return true;
  const abbreviation = /([\p{L}.]*\p{L})\.$/u.exec(before)?.[1];
  if (abbreviation === undefined) return false;
  const word = abbreviation.toLowerCase();
  if (BEFORE_MORE.has(word)) return true;
  if (BEFORE_NUMBER.has(word)) return /^[\p{Ps}#]?\p{N}/u.test(after);
  // “U.S.”, “a.m.”, and the initial of a name. “I” alone is a word as well.
  const isShort = /^\p{L}(?:\.\p{L})*$/u.test(abbreviation) && abbreviation !== 'I';
  return isShort && !STARTERS.has(/^[^\p{L}]*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? 'the');
}
