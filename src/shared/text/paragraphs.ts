/**
 * The lines of an article that are shown as paragraphs. Blank lines and line ends lie between paragraphs, except in
 * hard-wrapped text, where a block of lines is one paragraph and the line ends within it are drawn as spaces.
 */

/** A half-open range of UTF-16 units without its line end. `wrapped`: it has line ends inside. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly kind?: 'wrapped';
}

/** No mail program or wire wraps wider than this. */
const WIDEST_WRAP = 90;
const NARROWEST_WRAP = 40;
/** The fewest broken lines from which wrapping may be concluded. */
const ENOUGH_LINES = 3;
/** The share of broken lines that have to be full, in the whole text (it may hold addresses and lists) and in a block. */
const FULL_SHARE = 0.7;
const FULL_SHARE_OF_BLOCK = 0.85;
/** The share of lines that may be too long (a URL, a table). */
const LONG_SHARE = 0.02;

/**
 * Splits a text into paragraphs, in order and without overlap; lines of white space alone are left out. Line ends are
 * `\n`, `\r\n`, `\r`, U+2028 and U+2029. Linear in the text's length.
 */
export function paragraphs(text: string): readonly Paragraph[] {
  const blocks = blocksOf(text);
  const width = wrapWidth(text, blocks);
  if (width === null) return blocks.flat();
  return blocks.flatMap((block) => (isWrapped(text, block, width) ? [joined(block)] : block));
}

/**
 * The index of the paragraph that holds `offset` (its end included); for an offset between two, the one before; 0 before
 * the first; -1 when there are none. Takes any ranges in order.
 */
export function paragraphAt(paragraphs: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** Runs of lines with no blank line between them. */
function blocksOf(text: string): Paragraph[][] {
  const blocks: Paragraph[][] = [];
  let block: Paragraph[] = [];
  const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;
  let start = 0;
  while (start <= text.length) {
    const found = lineEnd.exec(text);
    const end = found ? found.index : text.length;
    if (hasInk(text, start, end)) block.push({ start, end });
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
    if (!found) break;
    start = lineEnd.lastIndex;
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

function hasInk(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return true;
  return false;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0x85 || unit === 0xa0 || unit === 0xfeff;
}

/** The width to which a text is wrapped, or null when its lines are not the work of a wrapping program. */
function wrapWidth(text: string, blocks: readonly (readonly Paragraph[])[]): number | null {
  let lines = 0;
  let long = 0;
  let width = 0;
  for (const block of blocks) {
    for (const line of block) {
      lines++;
      const length = line.end - line.start;
      if (length > WIDEST_WRAP) long++;
      else width = Math.max(width, length);
    }
  }
  if (width < NARROWEST_WRAP || long > lines * LONG_SHARE) return null;
  let broken = 0;
  let full = 0;
  for (const block of blocks) {
    broken += block.length - 1;
    full += fullLines(text, block, width);
  }
  return broken >= ENOUGH_LINES && full >= broken * FULL_SHARE ? width : null;
}

/** How many of a block's lines, its last left out, end where the next line's first word would not have fitted. */
function fullLines(text: string, block: readonly Paragraph[], width: number): number {
  let full = 0;
  for (let i = 0; i + 1 < block.length; i++) {
    const line = block[i] as Paragraph;
    const next = block[i + 1] as Paragraph;
    if (line.end - line.start + 1 + firstWord(text, next) > width) full++;
  }
  return full;
}

function firstWord(text: string, line: Paragraph): number {
  let from = line.start;
  while (from < line.end && isSpace(text.charCodeAt(from))) from++;
  let to = from;
  while (to < line.end && !isSpace(text.charCodeAt(to))) to++;
  return to - from;
}

function isWrapped(text: string, block: readonly Paragraph[], width: number): boolean {
  return block.length > 1 && fullLines(text, block, width) >= (block.length - 1) * FULL_SHARE_OF_BLOCK;
}

function joined(block: readonly Paragraph[]): Paragraph {
  return { start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0, kind: 'wrapped' };
}
