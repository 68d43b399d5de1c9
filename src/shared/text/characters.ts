import { segmenter } from './segmenter.ts';
import type { Fragment } from './span.ts';

/*
 * User-perceived characters (extended grapheme clusters, UAX #29): 👨‍👩‍👧‍👦 is one, though eleven UTF-16 units. Each function
 * looks at a small piece of the text around the offset, never at all of it.
 */

/** How far a piece may reach beyond the offset when no certain boundary is nearer. */
const REACH = 1000;

/** Whether `offset` lies between two characters. The text's start and end do. */
export function isCharacterBoundary(text: string, offset: number): boolean {
  return offset <= 0 || offset >= text.length || certain(text, offset) || boundaries(text, offset).includes(offset);
}

/** The last character boundary before `offset`; 0 at the text's start. */
export function characterBefore(text: string, offset: number): number {
  if (offset <= 1) return 0;
  if (certain(text, offset - 1)) return offset - 1;
  return boundaries(text, offset).findLast((at) => at < offset) ?? 0;
}

/** The first character boundary behind `offset`; the text's length at its end. */
export function characterAfter(text: string, offset: number): number {
  if (offset + 1 >= text.length) return text.length;
  if (certain(text, offset + 1)) return offset + 1;
  return boundaries(text, offset).find((at) => at > offset) ?? text.length;
}

/** The fragment widened so that neither end falls inside a character, and cut to the text. */
export function snapToCharacters(text: string, fragment: Fragment): Fragment {
  const start = Math.max(0, Math.min(fragment.start, text.length));
  const end = Math.max(start, Math.min(fragment.end, text.length));
  return {
    start: isCharacterBoundary(text, start) ? start : characterBefore(text, start),
    end: isCharacterBoundary(text, end) ? end : characterAfter(text, end),
  };
}

/** All boundaries in the piece around `offset`, which reaches at least one character to either side. */
function boundaries(text: string, offset: number): number[] {
  let from = Math.max(0, offset - 1);
  while (from > 0 && offset - from < REACH && !certain(text, from)) from--;
  let to = Math.min(text.length, offset + 2);
  while (to < text.length && to - offset < REACH && !certain(text, to)) to++;
  const out: number[] = [];
  for (const { index } of segmenter('', 'grapheme').segment(text.slice(from, to))) out.push(from + index);
  out.push(to);
  return out;
}

/** Whether a boundary at `at` is beyond doubt: between two simple units, of which neither ever joins its neighbour. */
function certain(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return isSimple(before) && isSimple(after) && !(before === 13 && after === 10);
}

/** Latin letters and signs below the first combining mark, and ideographs. U+00A9 and U+00AE may begin an emoji. */
function isSimple(unit: number): boolean {
  return (unit < 0x300 && unit !== 0xa9 && unit !== 0xae && unit !== 0xad) || (unit >= 0x4e00 && unit <= 0x9fff);
}
