/*
 * How the full-text index reads a plain text (`plainText`): words are runs of letters, numbers, marks and private characters; Latin
 * letters lose their accents, all lose their case. The same here as in SQLite's `unicode61 remove_diacritics 2` with marks as letters,
 * but by place: nothing is made shorter or longer, so that what is found has exact offsets.
 *
 * Scripts that are written without blanks have no words to find: there each character is one, and what is searched for is
 * found wherever its characters stand in a row.
 */

/** No part of a word. */
export const BETWEEN = 0;
/** A combining mark inside a word that isn't looked at. */
export const MARK = 1;

const UNKNOWN = 0xffff;
const LETTER = /[\p{L}\p{N}\p{Co}\p{M}]/u;

/** The combining marks that SQLite passes over; all others are letters. */
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
 * What stands at an offset as it is compared: BETWEEN, MARK, or a code point without case and accent.
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

/** Scripts that are written without blanks between words. */
const WITHOUT_BLANKS =
  /^(?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])[\p{L}\p{N}]$/u;

const NEITHER = 1;
const ALONE = 2;
const GOES_WITH = 3;

/** As `known`: 0 where nobody has asked yet. */
const roles = new Uint8Array(0x10000);

function roleOf(letter: number): number {
  if (letter < 0x300) return NEITHER;
  const found = roles[letter];
  if (found !== undefined && found !== 0) return found;
  const character = String.fromCodePoint(letter);
  const role = WITHOUT_BLANKS.test(character) ? ALONE : /^\p{M}$/u.test(character) ? GOES_WITH : NEITHER;
  if (letter < roles.length) roles[letter] = role;
  return role;
}

/** Whether a letter is a word by itself, with its marks: it is of a script that is written without blanks. */
export function standsAlone(letter: number): boolean {
  return roleOf(letter) === ALONE;
}

/** Whether a letter is a mark: it goes with the one before. */
export function isMark(letter: number): boolean {
  return roleOf(letter) === GOES_WITH;
}

/** A plain text as the index is given it: with blanks around each letter that is a word by itself. */
export function withBlanks(plain: string): string {
  let spaced = '';
  let done = 0;
  for (let at = 0; at < plain.length; at += widthAt(plain, at)) {
    if (!standsAlone(letterAt(plain, at))) continue;
    let end = at + widthAt(plain, at);
    while (end < plain.length && isMark(letterAt(plain, end))) end += widthAt(plain, end);
    spaced += `${plain.slice(done, at)} ${plain.slice(at, end)} `;
    done = end;
  }
  return done === 0 ? plain : spaced + plain.slice(done);
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
