import { foldWords } from './fold.ts';

/* Finding by a few letters: what is typed in pieces, `nex art` for “Next article”. Case and accents don't count. */

/**
 * How well words answer what was typed: 0 when they don't, more the better. Every piece typed has to be there: at the
 * words' beginning, at the beginning of one of them, within, or, for a single piece, as letters in order from a word's beginning.
 */
export function fuzzyScore(typed: string, words: string): number {
  const pieces = foldWords(typed).split(' ').filter(Boolean);
  const folded = foldWords(words);
  if (pieces.length === 0 || folded === '') return 0;
  let score = 0;
  for (const piece of pieces) {
    const found = pieceScore(piece, folded);
    if (found === 0) return pieces.length === 1 ? lettersScore(piece, folded) : 0;
    score += found;
  }
  // Of two that answer alike the shorter one is meant more.
  return score / pieces.length + 10 / (10 + folded.length);
}

function pieceScore(piece: string, words: string): number {
  const at = words.indexOf(piece);
  if (at < 0) return 0;
  if (at === 0) return words.length === piece.length ? 120 : 100;
  for (let from = at; from >= 0; from = words.indexOf(piece, from + 1)) {
    if (!/[\p{L}\p{N}]/u.test(words.charAt(from - 1))) return 70;
  }
  return piece.length > 1 ? 30 : 0;
}

/** Letters in order, the first one at the beginning of a word, no more than a few apart. */
function lettersScore(letters: string, words: string): number {
  if (letters.length < 2) return 0;
  for (let start = 0; start < words.length; start++) {
    if (words[start] !== letters[0] || (start > 0 && words[start - 1] !== ' ')) continue;
    let at = start;
    let gaps = 0;
    let i = 1;
    for (; i < letters.length; i++) {
      const next = words.indexOf(letters.charAt(i), at + 1);
      if (next < 0) break;
      // A jump to the beginning of a word is no gap: `na` is “Next article”.
      if (words[next - 1] !== ' ') gaps += next - at - 1;
      at = next;
    }
    if (i === letters.length && gaps <= letters.length / 2) return 20 / (1 + gaps) + 1;
  }
  return 0;
}
