import { foldWords } from '../text/fold.ts';

/** The words of a name as they are compared: folded, without punctuation, hyphens as blanks. */
export function nameWords(name: string): readonly string[] {
  return withoutSigns(foldWords(name))
    .split(/[\s\-/]+/)
    .filter((word) => word !== '');
}

/** Folded words without the signs that a name may be written with or without. */
export function withoutSigns(folded: string): string {
  return folded.replace(/['.,()"“”„«»]/g, '');
}

/** Whether a word is written as names are: with a capital, or in a script that has none. */
export function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
}

/** Whether words are an acronym: capitals and digits alone, with stops or not. */
export function isAcronym(words: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}]{1,9}|(?:\p{Lu}\.){2,6}\p{Lu}?)$/u.test(words);
}
