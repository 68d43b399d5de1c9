import { foldWords } from './fold.ts';

/** What stands between the two parts of a key: before everything else in the order, and in nobody's words. */
export const KEY_MARK = '\u0001';

/** Digits, and how many of them come, as signs that stand in nobody's words either: who looks for `3` doesn't find the length of 167. */
const DIGIT = 0x10;
const LENGTH = 0x02;
const LENGTHS = 14;
const MORE = '\u001a';

/**
 * What a title or name is sorted and found by: its folded words. Where numbers are in it, these stand behind a form in which a number is
 * as large as it is, so that `report 167` comes before `report 1007`.
 */
export function orderKey(words: string): string {
  const folded = foldWords(words);
  const ordered = folded.replace(/[0-9]+/g, number);
  return ordered === folded ? folded : `${ordered}${KEY_MARK}${folded}`;
}

/** Longer ones come later, equally long ones by their digits. Zeros before it don't count. */
function number(written: string): string {
  const digits = written.replace(/^0+(?=.)/, '');
  const length = digits.length - 1;
  const head = MORE.repeat(Math.floor(length / LENGTHS)) + String.fromCharCode(LENGTH + (length % LENGTHS));
  return head + [...digits].map((digit) => String.fromCharCode(DIGIT + Number(digit))).join('');
}
