import { OffsetError, offsetIndex } from '../../text/offsets.ts';
import { type Fragment, spanProblem } from '../../text/span.ts';
import { FormatError } from '../format.ts';
import type { AnnFile, Textbound } from './grammar.ts';
import { exactly } from '../../text/shorten.ts';

/** Characters that an error quotes of a text. */
const SHOWN = 80;

/*
 * brat counts code points of the decoded text, CR LF as two. Files in the wild come from tools that count otherwise, and
 * don't say so. The quoted words tell: a counting is taken when with it every span of the file says its words.
 */

/** A way to count the offsets of a file. */
export interface Counting {
  /** As it stands behind "offsets count": `UTF-16 code units`. */
  readonly name: string;
  /** The file's offset → UTF-16 offset in the text; throws `OffsetError`. */
  readonly toUtf16: (offset: number) => number;
}

/** The spans of a file by id, in UTF-16, fragments as the file orders them and none empty; and how it counts. */
export interface Placed {
  readonly counting: Counting;
  /** True when it is brat's own counting. */
  readonly usual: boolean;
  readonly spans: ReadonlyMap<string, readonly Fragment[]>;
}

/**
 * Finds where the text-bound annotations of a file stand, with each span checked against its quoted words. Throws
 * `FormatError` naming file, line and both texts when no counting makes all of them fit.
 */
export function placeAll(file: AnnFile, text: string, textPath: string): Placed {
  let best: { readonly counting: Counting; readonly misfit: Textbound; readonly fits: number } | null = null;
  let usual = true;
  for (const counting of countings(text)) {
    const spans = new Map<string, readonly Fragment[]>();
    let misfit: Textbound | null = null;
    for (const textbound of file.textbounds.values()) {
      const span = place(textbound, text, counting);
      if (span) spans.set(textbound.id, span);
      else misfit ??= textbound;
    }
    if (!misfit) return { counting, usual, spans };
    if (!best || spans.size > best.fits) best = { counting, misfit, fits: spans.size };
    usual = false;
  }
  if (!best) throw new Error('there is always a counting');
  throw misfitError(file.path, textPath, text, best.misfit, best.counting);
}

/** The countings worth trying on a text, the most usual first. */
function* countings(text: string): Iterable<Counting> {
  const index = offsetIndex(text);
  yield { name: 'code points', toUtf16: index.toUtf16 };
  const utf16 = (offset: number): number => index.toUtf16(index.toCodePoint(offset));
  if (text.includes('\r\n')) {
    const short = offsetIndex(text.replaceAll('\r\n', '\n'));
    const widen = lineEndWidener(text);
    yield { name: 'CR LF as one character', toUtf16: (offset) => widen(short.toUtf16(offset)) };
    yield { name: 'UTF-16 code units, CR LF as one', toUtf16: (offset) => utf16(widen(offset)) };
  }
  yield { name: 'UTF-16 code units', toUtf16: utf16 };
  yield { name: 'bytes of UTF-8', toUtf16: index.fromByte };
  yield { name: 'a byte order mark before the text', toUtf16: (offset) => index.toUtf16(offset - 1) };
}

/** For UTF-16 offsets of the text with each CR LF made one unit: the offset in the text as it is. */
function lineEndWidener(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) ends.push(at - ends.length);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}

function place(textbound: Textbound, text: string, { toUtf16 }: Counting): readonly Fragment[] | null {
  try {
    const all = textbound.ranges.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }));
    const words = all.map(({ start, end }) => text.slice(start, end)).join(' ');
    if (!sameWords(words, textbound.quote)) return null;
    const fragments = all.filter(({ start, end }) => end > start);
    return fragments.every((fragment) => spanProblem(text, [fragment]) === null) ? fragments : null;
  } catch (error) {
    if (error instanceof OffsetError) return null;
    throw error;
  }
}

/**
 * Whether the text's words are those quoted. brat quotes a line end as a space: each unit of it, or CR LF as one. Some tools
 * end the line with an empty field.
 */
function sameWords(words: string, quote: string): boolean {
  if (words === quote) return true;
  if (eachSpace(words) === eachSpace(quote) || oneSpace(words) === oneSpace(quote)) return true;
  return quote.endsWith('\t') && sameWords(words, quote.replace(/\t+$/, ''));
}

function eachSpace(text: string): string {
  return text.replace(/[\r\n\t]/g, ' ');
}

function oneSpace(text: string): string {
  return text.replace(/\r\n|[\r\n\t]/g, ' ');
}

function misfitError(path: string, textPath: string, text: string, misfit: Textbound, counting: Counting): FormatError {
  const offsets = misfit.ranges.map(({ start, end }) => `${start}–${end}`).join(', ');
  const words = wordsAt(text, misfit, counting);
  return new FormatError(
    `${path}, line ${misfit.line}: ${misfit.id} says “${exactly(misfit.quote, SHOWN)}”, but at ${offsets} ${textPath} ${
      words === null ? 'has no such place' : `says “${exactly(words, SHOWN)}”`
    }.`,
    'Nothing was read. The text was probably changed after it was annotated: put the text back as it was, or correct the line.',
  );
}

function wordsAt(text: string, { ranges }: Textbound, { toUtf16 }: Counting): string | null {
  try {
    return ranges.map(({ start, end }) => text.slice(toUtf16(start), toUtf16(end))).join(' ');
  } catch (error) {
    if (error instanceof OffsetError) return null;
    throw error;
  }
}
