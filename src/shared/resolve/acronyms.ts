import { foldWords } from '../text/fold.ts';
import type { LanguageWords } from './data/language.ts';
import { nameWords } from './words.ts';

const MOST_PLACES = 20;

/** Whether letters are the first ones of a name's words; small words may be left out. */
export function standsFor(acronym: string, name: string, { linking }: LanguageWords): boolean {
  const letters = foldWords(acronym).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  if (letters.length < 2) return false;
  const words = nameWords(name);
  const all = words.map(firstLetter).join('');
  const main = words
    .filter((word) => !linking.includes(word))
    .map(firstLetter)
    .join('');
  return letters === all || letters === main;
}

/** With its marks, and whole where it has two units. */
function firstLetter(word: string): string {
  return /^.\p{M}*/u.exec(word)?.[0] ?? '';
}

/** What an acronym stands for where the text says so: `Kestrel Bay Forum (KBF)` → the long form, once for each place. */
export function longForms(acronym: string, text: string, language: LanguageWords): string[] {
  const found = new Set<string>();
  const sign = `(${acronym})`;
  let at = text.indexOf(sign);
  for (let places = 0; at >= 0 && places < MOST_PLACES; places++, at = text.indexOf(sign, at + 1)) {
    const words = text
      .slice(Math.max(0, at - 160), at)
      .trimEnd()
      .split(/\s+/u);
    for (let count = 2; count <= Math.min(10, words.length); count++) {
      const long = words.slice(-count).join(' ');
      if (language.linking.includes(foldWords(words.at(-count) ?? ''))) continue;
      if (standsFor(acronym, long, language)) found.add(long);
    }
  }
  return [...found];
}

/** The acronym that the text gives for a long form right behind it, or null. */
export function acronymOf(long: string, text: string, language: LanguageWords): string | null {
  let at = text.indexOf(long);
  for (let places = 0; at >= 0 && places < MOST_PLACES; places++, at = text.indexOf(long, at + 1)) {
    const behind = /^\s*\(([^()\s]{2,12})\)/u.exec(text.slice(at + long.length, at + long.length + 20))?.[1];
    if (behind && standsFor(behind, long, language)) return behind;
  }
  return null;
}
