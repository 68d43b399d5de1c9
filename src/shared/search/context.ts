import type { Fragment } from '../text/span.ts';
import { oneLine } from '../text/shorten.ts';

/** A place with the words around it, on one line. */
export interface InContext extends Fragment {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/**
 * A place in a text with its context, each side at most `room` UTF-16 units, cut at blanks where there are some. White
 * space shows as single blanks; `start` and `end` are those of the text.
 */
export function inContext(text: string, { start, end }: Fragment, room = 90): InContext {
  const left = text.slice(Math.max(0, start - room), start);
  const right = text.slice(end, end + room);
  return {
    start,
    end,
    before: cutFront(left, start > room),
    words: oneLine(text.slice(start, end)),
    after: cutBack(right, end + room < text.length),
  };
}

function cutFront(words: string, isCut: boolean): string {
  const clean = isCut ? words.replace(/^(?:[\udc00-\udfff]|[\p{M}\u200d])+/u, '') : words;
  const blank = isCut ? clean.search(/\s/u) : -1;
  const kept = blank >= 0 && blank < clean.length / 2 ? clean.slice(blank) : clean;
  return contextLine(kept).trimStart();
}

function cutBack(words: string, isCut: boolean): string {
  const clean = isCut ? words.replace(/[\ud800-\udbff]$/, '') : words;
  const blank = isCut ? clean.search(/\s\S*$/u) : -1;
  const kept = blank > clean.length / 2 ? clean.slice(0, blank) : clean;
  return contextLine(kept).trimEnd();
}

/** Context on one line, with the blank that joins it to the words beside it. */
export function contextLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ');
}
