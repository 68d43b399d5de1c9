/**
 * Offsets of one text in three units: UTF-16 code units (JavaScript, Java, Windows), code points (Python, R, brat) and
 * bytes of UTF-8 (Rust, Go, C). A lone surrogate counts as one code point and, as U+FFFD, three bytes.
 */

/** Converts between units for one text. Built in one pass; each conversion is a binary search. */
export interface OffsetIndex {
  /** Length of the text in UTF-16 code units. */
  readonly utf16Length: number;
  readonly codePointLength: number;
  /** Length in bytes of UTF-8; counted when first asked for. */
  readonly byteLength: number;
  /** UTF-16 offset → number of code points before it. */
  toCodePoint(utf16: number): number;
  /** Number of code points → UTF-16 offset. */
  toUtf16(codePoint: number): number;
  /** UTF-16 offset → number of UTF-8 bytes before it. */
  toByte(utf16: number): number;
  /** Number of UTF-8 bytes → UTF-16 offset. Throws inside a character's bytes. */
  fromByte(byte: number): number;
}

/** The offset isn't one of this text: not a whole number, outside it, or inside a character. */
export class OffsetError extends RangeError {
  constructor(message: string) {
    super(message);
    this.name = 'OffsetError';
  }
}

const BLOCK = 512;

/** The index for a text. All conversions throw `OffsetError` for an offset that the text doesn't have. */
export function offsetIndex(text: string): OffsetIndex {
  const pairs = surrogatePairs(text);
  let blocks: readonly number[] | null = null;
  const byteBlocks = (): readonly number[] => (blocks ??= countBytes(text));
  const last = (): number => byteBlocks().at(-1) ?? 0;

  const toCodePoint = (utf16: number): number => {
    inText(utf16, text.length, 'UTF-16 offset');
    const before = firstAtOrAfter(pairs.length, (i) => (pairs[i] as number) >= utf16);
    if (before > 0 && pairs[before - 1] === utf16 - 1)
      throw new OffsetError(`UTF-16 offset ${utf16} is inside a character`);
    return utf16 - before;
  };

  return {
    utf16Length: text.length,
    codePointLength: text.length - pairs.length,
    get byteLength() {
      return last();
    },
    toCodePoint,
    toUtf16(codePoint) {
      inText(codePoint, text.length - pairs.length, 'code point offset');
      // The i-th pair begins at code point pairs[i] - i, because each pair before it took two units for one.
      return codePoint + firstAtOrAfter(pairs.length, (i) => (pairs[i] as number) - i >= codePoint);
    },
    toByte(utf16) {
      toCodePoint(utf16);
      const block = Math.floor(utf16 / BLOCK);
      let bytes = byteBlocks()[block] as number;
      for (let i = block * BLOCK; i < utf16; i++) bytes += unitBytes(text, i);
      return bytes;
    },
    fromByte(byte) {
      inText(byte, last(), 'byte offset');
      const starts = byteBlocks();
      const block = Math.max(0, firstAtOrAfter(starts.length, (i) => (starts[i] as number) > byte) - 1);
      let bytes = starts[block] as number;
      let utf16 = Math.min(block * BLOCK, text.length);
      while (bytes < byte) bytes += unitBytes(text, utf16++);
      if (bytes !== byte || isSecondHalf(text, utf16))
        throw new OffsetError(`byte offset ${byte} is inside a character`);
      return utf16;
    },
  };
}

function inText(offset: number, length: number, unit: string): void {
  if (!Number.isInteger(offset)) throw new OffsetError(`${unit} ${offset} is not a whole number`);
  if (offset < 0 || offset > length) throw new OffsetError(`${unit} ${offset} is outside the text (0–${length})`);
}

/** The least i in 0..count for which `reached` holds; count when for none. `reached` must be monotonic. */
function firstAtOrAfter(count: number, reached: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** UTF-16 offsets at which a surrogate pair begins. Most news text has none, and the pattern finds that out quickly. */
function surrogatePairs(text: string): readonly number[] {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index);
  return pairs;
}

/** Bytes before each block of `BLOCK` units, and the whole length last. */
function countBytes(text: string): readonly number[] {
  const blocks: number[] = [];
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    if (i % BLOCK === 0) blocks.push(bytes);
    bytes += unitBytes(text, i);
  }
  // A text that ends on a block's edge is asked for the bytes before the block that would follow.
  if (text.length % BLOCK === 0) blocks.push(bytes);
  blocks.push(bytes);
  return blocks;
}

/** Bytes that a unit adds. A pair's four are given two to each half, so that sums are right at every character's edge. */
function unitBytes(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (unit < 0xd800 || unit > 0xdfff) return 3;
  return isFirstHalf(text, at) || isSecondHalf(text, at) ? 2 : 3;
}

function isFirstHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}

function isSecondHalf(text: string, at: number): boolean {
  return at > 0 && isFirstHalf(text, at - 1);
}
