/*
 * A headline is known by its look: a short line without a full stop, with a break behind it. The first line of wrapped
 * text is short and has no full stop either: there the next line goes on with a small letter, or is about as long.
 */

const MOST_UNITS = 160;
const MOST_WORDS = 25;
/** Wrapped text is seldom narrower, in units. */
const NARROW = 50;

/**
 * Whether a line looks like a headline.
 * @param next the line right behind it: '' for a blank one, null at the end of the text, where nothing is a headline.
 * @param nextIsCredits whether that line is a date, a byline or the like.
 */
export function isHeadline(line: string, next: string | null, nextIsCredits: boolean): boolean {
  if (next === null || line.length > MOST_UNITS || line.split(/\s+/).length > MOST_WORDS) return false;
  if (!/\p{L}/u.test(line) || /[.,;:…。、，；：—–-]["'”’»)\]]*$/u.test(line)) return false;
  if (next === '' || nextIsCredits) return true;
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(next)) return false;
  return line.length < NARROW || next.length > line.length * 1.5;
}
