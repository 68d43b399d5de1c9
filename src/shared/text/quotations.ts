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
  '“': '”"',
  '”': '”',
  '‘': '’',
  '’': '’',
  '«': '»',
  '»': '«»',
  '›': '‹',
  '"': '"',
  "'": "'",
};

const MARK = /[„‚‟‹›「」『』〝〞〟“”‘’«»"']/g;

/**
 * The quotations in `text[within.start, within.end)`, marks included, in order of their ends: an inner one comes before
 * the one around it. A quotation that nothing closes reaches to the end, if its mark can't be anything but an opening one.
 */
export function quotations(text: string, within: Fragment): Fragment[] {
  const found: Fragment[] = [];
  const stack: Open[] = [];
  const piece = text.slice(within.start, within.end);
  for (const match of piece.matchAll(MARK)) {
    const mark = match[0];
    const at = match.index;
    const before = piece.charAt(at - 1);
    const after = piece.charAt(at + 1);
    if ((mark === '’' || mark === "'") && isLetter(before) && isLetter(after)) continue;
    const opened = isCloser(mark, before, after, stack)
      ? stack.findLastIndex((open) => open.closers.includes(mark))
      : -1;
    if (opened >= 0) {
      const open = stack[opened] as Open;
      stack.length = opened;
      found.push({ start: within.start + open.at, end: within.start + at + 1 });
    } else if (mayOpen(mark, before, after)) {
      const closers = OPENERS[mark] ?? EITHER[mark] ?? '';
      stack.push({ at, closers, runsOn: mark in OPENERS || mark === '“' || mark === '«' });
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

/** Whether a mark is to be taken as closing: only when one that it closes is open, and white space doesn't say otherwise. */
function isCloser(mark: string, before: string, after: string, stack: readonly Open[]): boolean {
  const open = stack.findLast((entry) => entry.closers.includes(mark));
  if (!open) return false;
  // A straight or one-shape mark with space before it and none behind it begins a quotation of its own.
  const opensWord = (before === '' || isSpace(before)) && after !== '' && !isSpace(after);
  if ((mark === '"' || mark === "'" || mark === '’') && opensWord) return false;
  return !((mark === "'" || mark === '’') && isLetter(after));
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

function isSpace(character: string): boolean {
  return /\s/u.test(character);
}
