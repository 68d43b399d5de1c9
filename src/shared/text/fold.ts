/*
 * Words as they are compared. What a reader takes for the same letter is folded, script by script: the accents of Latin and Greek,
 * stress marks and `ё` in Cyrillic, the vowel points that Arabic, Hebrew and Syriac may leave out. A mark that makes another letter
 * or syllable stays: `й` isn't `и`, `が` isn't `か`, `दीन` isn't `दिन`.
 */

/** Letters that decomposition leaves as they are, as they are written without their marks; and the two forms of sigma. */
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
  ς: 'σ',
};

/** Latin letters and what stands between them: all their marks are accents. */
const LATIN = /^[\0-\u02af\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*$/;
const LATIN_DROPPED = /[\u0300-\u036f\u00ad]/g;

/** Marks that may stand on any letter, and signs that choose between forms of one. */
const ACCENTS: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x180b, 0x180f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20f0],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xe0100, 0xe01ef],
];
/** Vowel points and signs for reading aloud of Hebrew, Arabic and Syriac. */
const POINTS: readonly (readonly [number, number])[] = [
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x653],
  [0x656, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6ed],
  [0x711, 0x711],
  [0x730, 0x74a],
  [0x8ca, 0x8ff],
];
/** What isn't seen (soft hyphens, joiners, marks of direction), and the stroke that only makes an Arabic word longer. */
const UNSEEN = /[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const ALL_UNSEEN = new RegExp(UNSEEN, 'g');
const HAMZA = /[\u0654\u0655]/;
/** Letters of which a hamza makes another one: `ؤ`, `ئ`, `ۂ`, `ۓ`, `ۀ`. On an alef it may be left out. */
const WITH_HAMZA = /[\u0648\u064a\u06c1\u06d2\u06d5]/;
const CYRILLIC = /[\u0400-\u052f]/;

/** Words without what isn't seen: soft hyphens, joiners, marks of direction. */
export function withoutUnseen(words: string): string {
  return words.replaceAll(ALL_UNSEEN, '');
}

type Part = 'letter' | 'unseen' | 'mark' | 'point' | 'accent';

/** Words without the marks that may be left out, each letter written in one way (NFKC, but `ำ` whole); capitals stay. */
export function withoutMarks(words: string): string {
  const parts = words.normalize('NFKD');
  if (LATIN.test(words)) return parts.replace(LATIN_DROPPED, '');
  let kept = '';
  let letter = '';
  for (const one of parts) {
    const part = partOf(one);
    if (part === 'letter') letter = one;
    else if (part !== 'mark' && !(part === 'accent' && isOwn(letter, one))) continue;
    else if (HAMZA.test(one) && !WITH_HAMZA.test(letter)) continue;
    kept += one;
  }
  return kept
    .normalize('NFC')
    .replace(/\u0e4d\u0e32/g, '\u0e33')
    .replace(/\u0ecd\u0eb2/g, '\u0eb3');
}

/** Looked up once each: words of one language are made of few characters. */
const known = new Map<string, Part>();

function partOf(character: string): Part {
  const found = known.get(character);
  if (found) return found;
  const point = character.codePointAt(0) ?? 0;
  const isOf = (ranges: typeof ACCENTS) => ranges.some(([from, to]) => from <= point && point <= to);
  let part: Part = 'letter';
  if (UNSEEN.test(character)) part = 'unseen';
  else if (/^\p{M}$/u.test(character)) part = isOf(POINTS) ? 'point' : isOf(ACCENTS) ? 'accent' : 'mark';
  known.set(character, part);
  return part;
}

/** Whether an accent makes another letter: of a Cyrillic one all do but stress marks and the points of `ё`. */
function isOwn(letter: string, accent: string): boolean {
  if (!CYRILLIC.test(letter)) return false;
  if (accent === '\u0301') return /[гк]/iu.test(letter);
  return accent !== '\u0300' && !(accent === '\u0308' && /е/iu.test(letter));
}

/** Letters without case and without the marks that may be left out; all else as it stands. */
export function foldLetters(words: string): string {
  return withoutMarks(words).toLowerCase();
}

/** Letters that no mark can be taken from, as they are written where they aren’t on the keyboard: `Ø` → `O`, `ß` → `ss`. */
export function plainLetters(words: string): string {
  return words.replace(/[ıøłđðþßæœħŧς]/giu, (letter) => {
    const plain = PLAIN[letter] ?? PLAIN[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
  });
}

/**
 * Words as they are compared: lower case, without accents, white space as single blanks, curly apostrophes and hyphens as
 * straight ones. For keys and look-ups alone: its offsets aren't those of the words.
 */
export function foldWords(words: string): string {
  return plainLetters(foldLetters(words))
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
