/** Chinese and Japanese write no blanks between words: there each character counts, as word processors count. */
const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const LETTER = String.raw`(?:(?!${IDEOGRAPH})[\p{L}\p{N}\p{M}])`;
/** Letters, digits and marks, joined by apostrophes, hyphens and stops (`it’s`, `cease-fire`, `U.S`) or a comma in a number. */
const WORD = new RegExp(String.raw`${IDEOGRAPH}|${LETTER}+(?:(?:['’\-‐‑.]|(?<=\d),(?=\d))${LETTER}+)*`, 'gu');

/** How many words a text has: for lists and sums, not for offsets. */
export function countWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count++;
  return count;
}
