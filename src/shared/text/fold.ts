/** Letters that decomposition leaves as they are, as they are written without their marks. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
};

/** Letters without case and accents; all else as it stands. */
export function foldLetters(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Words as they are compared: lower case, without accents, white space as single blanks, curly apostrophes and hyphens as
 * straight ones. For keys and look-ups alone: its offsets aren't those of the words.
 */
export function foldWords(words: string): string {
  return foldLetters(words)
    .replace(/[ıøłđðþßæœħŧ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
