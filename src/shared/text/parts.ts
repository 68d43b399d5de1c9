import type { Fragment } from './span.ts';

/*
 * The parts of a sentence: what lies between its commas, colons, dashes and brackets, and behind the word that begins a
 * reported clause. “Hale said that the draft was blocked, a charge that …”: *the draft was blocked* is one of them.
 */

/** Words that begin a clause, a language each: the part begins behind them. */
const CLAUSE_WORDS: Readonly<Record<string, string>> = {
  en: 'that whether',
  de: 'dass daß ob',
  fr: 'que si',
  es: 'que si',
  pt: 'que se',
  it: 'che se',
  nl: 'dat of',
  sv: 'att om',
  da: 'at om',
  nb: 'at om',
  pl: 'że czy',
  ru: 'что ли',
  uk: 'що чи',
};

/** What may stand between a mark and the blank behind it: a quotation mark that closes, a bracket. */
const CLOSERS = String.raw`["'”’»›“‘」』)\]]*`;

/** Commas, colons and semicolons before a blank; dashes with a blank around them or long ones; brackets; the stop at the end. */
const MARKS = new RegExp(
  String.raw`[,;:،؛、，；：]+${CLOSERS}(?=\s|$)|[、，；：。]|(?<=\s)[-–—]+(?=\s)|—+|[()[\]]|[.!?…؟]+${CLOSERS}$`,
  'gu',
);

const breaks = new Map<string, RegExp>();

/**
 * The parts of a sentence, in order: without the marks between them, with the quotation marks that belong to them. A sentence
 * without any such mark is its own only part. None is empty, none splits a character.
 * @param locale BCP 47 or ''; of a language that isn't known here, punctuation alone counts.
 */
export function partsOf(text: string, sentence: Fragment, locale = ''): Fragment[] {
  const piece = text.slice(sentence.start, sentence.end);
  const parts: Fragment[] = [];
  let from = 0;
  const add = (to: number) => {
    const part = trimmed(piece, from, to);
    if (part) parts.push({ start: sentence.start + part.start, end: sentence.start + part.end });
  };
  for (const match of piece.matchAll(breaksOf(locale))) {
    add(match.index + closing(match[0]));
    from = match.index + match[0].length;
  }
  add(piece.length);
  return parts;
}

/** How much of a mark with what closes behind it belongs to the part before: all, when a quotation ends there. */
function closing(mark: string): number {
  return mark.length > 1 && /^[^\p{L}\s]+["'”’»›“‘」』]$/u.test(mark) ? mark.length : 0;
}

function breaksOf(locale: string): RegExp {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  const words = Object.hasOwn(CLAUSE_WORDS, language) ? CLAUSE_WORDS[language] : undefined;
  let found = breaks.get(words ?? '');
  if (!found) {
    const clause = words ? String.raw`|(?<![\p{L}\p{N}\p{M}])(?:${words.replaceAll(' ', '|')})(?=\s)` : '';
    found = new RegExp(MARKS.source + clause, 'giu');
    breaks.set(words ?? '', found);
  }
  return found;
}

/** Without white space at the ends; null when no letter or number is left. */
function trimmed(piece: string, from: number, to: number): Fragment | null {
  const words = piece.slice(from, to);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const start = from + words.length - words.trimStart().length;
  return { start, end: from + words.trimEnd().length };
}
