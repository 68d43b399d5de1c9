import { foldWords } from '../text/fold.ts';

const OUTER = /^[\s"“”„«»‘‘',.;:]+|[\s"“”„«»,;:]+$/gu;
const ALL_IN_BRACKETS = /^\(([^()]*)\)$/u;
const ACRONYM_BEHIND = /^(\S.*\S)\s*\([^()\s]{2,12}\)$/u;
const POSSESSIVE = /(?:['’ʼ]s|(?<=s)['’ʼ])$/iu;
const ARTICLE = /^the\s+(?=\S)/iu;

/** A mention's words as a name: white space single, outer marks, “the”, ’s and an acronym in brackets left out. */
export function bareWords(words: string): string {
  const line = words.replace(/\s+/gu, ' ').replace(OUTER, '').replace(ALL_IN_BRACKETS, '$1').trim();
  const bare = line.replace(ACRONYM_BEHIND, '$1').replace(ARTICLE, '').replace(POSSESSIVE, '').trim();
  return bare === '' ? line : bare;
}

/** Letters and digits alone, folded, without “the” and ’s: `U.S.` and `US` are the same, `The Hague` and `Hague` too. */
export function squashed(words: string): string {
  return foldWords(bareWords(words)).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
