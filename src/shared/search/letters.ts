/*
 * How the full-text index reads a text: words are runs of letters, numbers and private characters; Latin letters lose
 * their marks, all lose their case. The same here as in SQLite's `unicode61 remove_diacritics 2`, but by place: nothing is
 * made shorter or longer, so that what is found has exact offsets in the text as it is.
 */

/** No part of a word. */
export const BETWEEN = 0;
/** A combining mark inside a word: passed over. */
export const MARK = 1;

const UNKNOWN = 0xffff;
const LETTER = /[\p{L}\p{N}\p{Co}]/u;

/** The combining marks that SQLite takes as part of a word; all others end one. */
const MARKS: readonly (readonly [number, number])[] = [
  [0x300, 0x304],
  [0x306, 0x30c],
  [0x30f, 0x30f],
  [0x311, 0x311],
  [0x31b, 0x31b],
  [0x323, 0x328],
  [0x32d, 0x32e],
  [0x330, 0x331],
];

/** Looked up once each: a text of a thousand words has some sixty different characters. */
const known = new Uint16Array(0x10000).fill(UNKNOWN);

/**
 * What stands at an offset as it is compared: BETWEEN, MARK, or a code point without case and marks.
 * @param at UTF-16 offset; of a surrogate pair the first.
 */
export function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const found = known[unit] as number;
  if (found !== UNKNOWN) return found;
  if (unit >= 0xd800 && unit <= 0xdfff) return foldPoint(text.codePointAt(at) ?? unit);
  const folded = foldPoint(unit);
  known[unit] = folded;
  return folded;
}

/** How many UTF-16 units the character at an offset has. */
export function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

function foldPoint(point: number): number {
  if (MARKS.some(([from, to]) => from <= point && point <= to)) return MARK;
  const letter = String.fromCodePoint(point);
  if (!LETTER.test(letter)) return BETWEEN;
  if (letter === 'ı') return point;
  const base = latinBase(letter);
  // Through the capital: `ς` and `σ`, `ſ` and `s` are one letter.
  const upper = base.toUpperCase();
  const lower = (oneLetter(upper) ? upper : base).toLowerCase();
  // `İ` becomes two: the first is the letter.
  return lower.codePointAt(0) ?? point;
}

/** `é` → `e`. Letters of other scripts keep their marks: `й` isn't `и`. */
function latinBase(letter: string): string {
  const parts = letter.normalize('NFD');
  return /^[A-Za-z]\p{M}+$/u.test(parts) ? parts.charAt(0) : letter;
}

function oneLetter(letters: string): boolean {
  return letters.length === widthAt(letters, 0);
}
