import type { Fragment } from './span.ts';

/**
 * Quotations: words between quotation marks, curly, straight, low, angle and CJK, one within another. One pass with a
 * stack of open marks; an apostrophe is told from a closing mark by the letters around it.
 */

interface Open {
  readonly at: number;
  /** The marks that may close it. */
  readonly closers: string;
  /** Runs on to the paragraph's end when nothing closes it: a quotation of several paragraphs. */
  readonly runsOn: boolean;
}

/** Marks that only ever open, with what closes them in the languages that use them. */
const OPENERS: Readonly<Record<string, string>> = {
  '„': '“”"',
  '‚': '‘’',
  '‟': '”',
  '‹': '›',
  '「': '」',
  '『': '』',
  '〝': '〞〟',
};

/** Marks that open in one language and close in another. */
const EITHER: Readonly<Record<string, string>> = {
  '“': '”"“',
  '”': '”',
  '‘': '’',
  '’': '’',
  '«': '»',
  '»': '«»',
  '›': '‹',
  '"': '"',
  "'": "'",
};

/** No more open marks than this are looked back at: a text of nothing but opening marks takes no longer than another. */
const DEEPEST = 40;

const MARK = /[„‚‟‹›「」『』〝〞〟“”‘’«»"']/g;

/**
 * The quotations in `text[within.start, within.end)`, marks included, in order of their ends: an inner one comes before
 * the one around it. A quotation that nothing closes reaches to the end, if its mark can't be anything but an opening one.
 */
export function quotations(text: string, within: Fragment): Fragment[] {
  const found: Fragment[] = [];
  const stack: Open[] = [];
  const piece = text.slice(within.start, within.end);
  const straightGoesOn = goesOn(text, within.end);
  for (const match of piece.matchAll(MARK)) {
    const mark = match[0];
    const at = match.index;
    const before = beside(piece, at, -1);
    const after = beside(piece, at, 1);
    if (isInsideWord(mark, before, after)) continue;
    if (isPossessive(mark, before, piece, at)) continue;
    const opened = closedBy(mark, before, after, stack);
    if (opened >= 0) {
      const open = stack[opened] as Open;
      stack.length = opened;
      found.push({ start: within.start + open.at, end: within.start + at + 1 });
    } else if (mayOpen(mark, before, after)) {
      const closers = OPENERS[mark] ?? EITHER[mark] ?? '';
      const runsOn = mark in OPENERS || mark === '“' || mark === '«' || (mark === '"' && straightGoesOn);
      stack.push({ at, closers, runsOn });
    }
  }
  for (const open of stack.reverse()) {
    if (open.runsOn) found.push({ start: within.start + open.at, end: within.start + piece.trimEnd().length });
  }
  return found.filter((quotation) => quotation.end - quotation.start > 2);
}

/** The quotations of a range that lie in no other one, in order. */
export function outermostQuotations(text: string, within: Fragment): Fragment[] {
  const outer: Fragment[] = [];
  for (const one of quotations(text, within).sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start >= (outer.at(-1)?.end ?? 0)) outer.push(one);
  }
  return outer;
}

/** An apostrophe, or the gershayim of a Hebrew abbreviation. */
function isInsideWord(mark: string, before: string, after: string): boolean {
  if (mark === '’' || mark === "'") return isLetter(before) && isLetter(after);
  return mark === '"' && isHebrew(before) && isHebrew(after);
}

/** “‘The players’ union is done,’ he said.”: an apostrophe behind an `s`, when behind a stop or comma another mark closes. */
function isPossessive(mark: string, before: string, piece: string, at: number): boolean {
  if ((mark !== '’' && mark !== "'") || !/[sxzSXZ]/.test(before)) return false;
  return CLOSED_LATER.test(piece.slice(at + 1, at + 1 + NEAR));
}

/** Small letters go on, no other single mark opens, and behind a stop or comma one closes. */
const CLOSED_LATER = /^\s\p{Ll}(?:[^‘’'“”"]|(?<=\p{L})['’](?=\p{L}))*[,.!?…]['’](?!\p{L})/u;
/** So far ahead, in UTF-16 units, a closing mark is looked for. */
const NEAR = 300;

/** Whether the paragraph behind begins with a straight mark: then one that nothing closes is no slip. */
function goesOn(text: string, end: number): boolean {
  let at = end;
  while (at < text.length && isSpace(text.charAt(at))) at++;
  return text.charAt(at) === '"' && /[\n\r\u2028\u2029]/.test(text.slice(end, at));
}

/** The place in the stack of the open mark that this one closes; -1 when none is, or white space says otherwise. */
function closedBy(mark: string, before: string, after: string, stack: readonly Open[]): number {
  const near = stack.slice(-DEEPEST).findLastIndex(({ closers }) => closers.includes(mark));
  if (near < 0) return -1;
  const at = Math.max(0, stack.length - DEEPEST) + near;
  // A straight or one-shape mark with space before it and none behind it begins a quotation of its own.
  const opensWord = (before === '' || isSpace(before)) && after !== '' && !isSpace(after);
  if ((mark === '"' || mark === "'" || mark === '’') && opensWord) return -1;
  if ((mark === "'" || mark === '’') && isLetter(after)) return -1;
  // Typed for a closing one: “Hello,“ he said. Where a word follows, or a space stands before, it opens one within.
  const typed = mark === '“' && stack[at]?.closers === EITHER['“'];
  return typed && (before === '' || isSpace(before) || isLetter(after) || mayFollowOpening(before)) ? -1 : at;
}

/** Signs behind which a mark can't close anything. */
function mayFollowOpening(before: string): boolean {
  return /[([{„“‘«]/u.test(before);
}

/** The character beside a place, marks of direction and other signs that nobody sees left out; '' at an end. */
function beside(piece: string, at: number, step: 1 | -1): string {
  let next = at + step;
  while (/[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/.test(piece.charAt(next))) next += step;
  return piece.charAt(next);
}

function mayOpen(mark: string, before: string, after: string): boolean {
  // French sets a space behind «.
  if (mark in OPENERS || mark === '«') return true;
  if (!(mark in EITHER) || after === '' || isSpace(after)) return false;
  if (mark === '“' || mark === '‘') return true;
  // ’90s and ’tis begin with an apostrophe; a real quotation begins at the start of a word.
  if (mark === '’') return false;
  return before === '' || isSpace(before) || /[([{–—\-„“‘«]/u.test(before);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isHebrew(character: string): boolean {
  return /\p{Script=Hebrew}/u.test(character);
}

function isSpace(character: string): boolean {
  return /\s/u.test(character);
}
