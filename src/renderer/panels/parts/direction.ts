const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** Whether words are read from right to left: their first letter is. */
export function isRightToLeft(words: string): boolean {
  return RIGHT_TO_LEFT.test(FIRST_LETTER.exec(words)?.[0] ?? '');
}
