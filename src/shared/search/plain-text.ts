import { plainLetters, withoutMarks } from '../text/fold.ts';
import type { Fragment } from '../text/span.ts';
import { widthAt } from './letters.ts';

/*
 * A text as it is searched: each letter written in one way, without the marks that may be left out (as `foldWords` has it), and
 * without what isn't seen. Case, and the accents of single Latin letters, are left to the index.
 */

/** A text as it is searched, and the way back. */
export interface PlainText {
  readonly text: string;
  /** A place in the plain text → the same in the text as it is: whole characters, without unseen ones at its ends. */
  placeOf(place: Fragment): Fragment;
}

/** A letter by itself, and what stands between: the rest is looked at. */
const ORDINARY = 1;
/** Is written in another way, by itself. */
const OTHERWISE = 2;
/** Goes with the letter before. */
const MARK = 3;
/** A part of a Korean syllable: goes with those around it. */
const JAMO = 4;
/** The voicing of a half-width kana. */
const VOICING = 5;

/** What each UTF-16 unit is; 0 where nobody has asked yet. */
const known = new Uint8Array(0x10000);

/** Pieces as they are written, for the few hundred that a language has. */
const written = new Map<string, string>();
const MOST_WRITTEN = 5000;

/** The last article: all names of an entity are looked for in the same one. */
let last: { readonly of: string; readonly plain: PlainText } | null = null;
const LONG = 500;

/** The text as it is searched. Of most news text that is the text itself, which is found out quickly. */
export function plainText(text: string): PlainText {
  if (text.length < LONG) return toPlain(text);
  if (last?.of !== text) last = { of: text, plain: toPlain(text) };
  return last.plain;
}

function toPlain(text: string): PlainText {
  // Of each piece that is written otherwise: where it begins and ends, in the plain text and in the text.
  const map: Piece[] = [];
  let plain = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    if (kindAt(text, at) === ORDINARY) continue;
    const start = Math.max(done, startOfPiece(text, at));
    const end = endOfPiece(text, at);
    const piece = text.slice(start, end);
    const other = writtenOf(piece);
    if (other !== piece) {
      plain += text.slice(done, start);
      map.push({ from: plain.length, to: plain.length + other.length, start, end });
      plain += other;
      done = end;
    }
    at = end - 1;
  }
  if (map.length === 0) return { text, placeOf: (place) => place };
  return {
    text: plain + text.slice(done),
    placeOf: ({ start, end }) => ({ start: startOf(map, start), end: endOf(map, end) }),
  };
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const kind = known[unit] as number;
  if (kind !== 0) return kind;
  if (unit < 0xd800 || unit > 0xdfff) return (known[unit] = kindOf(unit));
  return kindOf(text.codePointAt(at) ?? unit);
}

function kindOf(point: number): number {
  const character = String.fromCodePoint(point);
  if (/\p{M}/u.test(character)) return MARK;
  if (point >= 0x1100 && point <= 0x11ff) return JAMO;
  if (point === 0xff9e || point === 0xff9f) return VOICING;
  return (OTHERS.test(character) || SINGLE.test(character)) && writtenOf(character) !== character
    ? OTHERWISE
    : ORDINARY;
}

/** Accents of single Latin letters are the index’s business; it takes none from these, nor from letters of other scripts. */
const OTHERS = /[ıøłđðþßæœħŧ\u01e0\u01e1\u01e2\u01e3\u01fc-\u01ff\u0370-\u052f\u0600-\u06ff\u1f00-\u1fff]/iu;
/** What is written in other ways too: ligatures, full and half width, forms by place in the word. And what isn’t seen. */
const SINGLE =
  /[\u00ad\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\u061c\u0958-\u0a5e\u0b5c\u0b5d\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u2126\u212a\u212b\uf900-\ufdcf\ufdf0-\ufdf9\ufe70-\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\uffa0-\uffdc\u{2f800}-\u{2fa1f}]/u;

/** The letter that a mark stands on; the syllable that goes on in parts; the kana that is voiced. */
function startOfPiece(text: string, at: number): number {
  if (at === 0) return at;
  switch (kindAt(text, at)) {
    case MARK: {
      const isPair = at > 1 && text.charCodeAt(at - 1) >= 0xdc00 && text.charCodeAt(at - 1) <= 0xdfff;
      return isPair && widthAt(text, at - 2) === 2 ? at - 2 : at - 1;
    }
    case JAMO: {
      const before = text.charCodeAt(at - 1);
      return before >= 0xac00 && before <= 0xd7a3 ? at - 1 : at;
    }
    case VOICING: {
      return isHalfKana(text, at - 1) ? at - 1 : at;
    }
    default:
      return at;
  }
}

function isHalfKana(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xff66 && unit <= 0xff9d;
}

function endOfPiece(text: string, at: number): number {
  let end = at + widthAt(text, at);
  if (kindAt(text, at) === JAMO) while (end < text.length && kindAt(text, end) === JAMO) end++;
  else if (isHalfKana(text, at) && end < text.length && kindAt(text, end) === VOICING) end++;
  while (end < text.length && kindAt(text, end) === MARK) end += widthAt(text, end);
  return end;
}

/** Whether a letter that could be written otherwise, `½`, isn’t: what is searched has it whole, with marks or without. */
function isWhole(letter: string): boolean {
  return letter.normalize('NFKD') !== letter.normalize('NFD') && !SINGLE.test(letter);
}

function writtenOf(piece: string): string {
  let found = written.get(piece);
  if (found === undefined) {
    const letter = piece.slice(0, widthAt(piece, 0));
    found = isWhole(letter) ? letter + withoutMarks(piece.slice(letter.length)) : plainLetters(withoutMarks(piece));
    if (written.size === MOST_WRITTEN) written.clear();
    if (piece.length < 12) written.set(piece, found);
  }
  return found;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Behind what isn't seen, at the start of a letter. */
function startOf(map: readonly Piece[], at: number): number {
  const piece = map[countWhere(map, ({ from }) => from <= at) - 1];
  if (!piece) return at;
  return at < piece.to ? piece.start : piece.end + at - piece.to;
}

/** Before what isn't seen, at the end of a letter. */
function endOf(map: readonly Piece[], at: number): number {
  const piece = map[countWhere(map, ({ from }) => from < at) - 1];
  if (!piece) return at;
  return at <= piece.to ? piece.end : piece.end + at - piece.to;
}

/** How many pieces, of the first ones, it holds for. */
function countWhere(map: readonly Piece[], holds: (piece: Piece) => boolean): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(map[middle] as Piece)) low = middle + 1;
    else high = middle;
  }
  return low;
}
