import { foldWords } from '../text/fold.ts';
import type { LanguageWords } from './data/language.ts';
import { isCapital } from './words.ts';

/** A name and the title that stood before or behind it. */
export interface Titled {
  readonly name: string;
  /** As it stands in the text: `Foreign Minister`. */
  readonly title: string;
}

/** More words before the title (`Velia’s foreign minister`) than these make it no longer a name with a title. */
const MOST_BEFORE = 3;
const LONGEST = 3;

/** `Velian Foreign Minister Adra Solène`, `Adra Solène, foreign minister` → the name and the title; null without one. */
export function withoutTitle(words: string, language: LanguageWords): Titled | null {
  return beforeName(words, language) ?? behindName(words, language);
}

function beforeName(words: string, { titles }: LanguageWords): Titled | null {
  const parts = words.split(/\s+/u);
  const keys = parts.map(key);
  let end = 0;
  for (let at = 0; at < parts.length - 1 && (end > 0 || at <= MOST_BEFORE); ) {
    const length = lengthOfTitle(keys, at, titles);
    // A title goes on (`Deputy Prime Minister`), or is over.
    if (length === 0 && end > 0) break;
    at += Math.max(1, length);
    if (length > 0) end = at;
  }
  const name = parts.slice(end).join(' ');
  if (end === 0 || name === '' || !isCapital(name)) return null;
  return { name, title: parts.slice(0, end).join(' ').replace(/,$/u, '') };
}

function behindName(words: string, language: LanguageWords): Titled | null {
  const comma = words.indexOf(', ');
  if (comma > 0) {
    const rest = words.slice(comma + 2);
    const keys = rest.split(/\s+/u).map(key);
    const isTitle = keys.some((_, at) => at <= MOST_BEFORE && lengthOfTitle(keys, at, language.titles) > 0);
    if (isTitle && isCapital(words)) return { name: words.slice(0, comma), title: rest };
  }
  const last = words.lastIndexOf(' ');
  if (last > 0 && language.after.includes(key(words.slice(last + 1)))) {
    return { name: words.slice(0, last).replace(/,$/u, ''), title: words.slice(last + 1) };
  }
  return null;
}

/** How many words of a title begin there; 0 for none. */
function lengthOfTitle(keys: readonly string[], at: number, titles: readonly string[]): number {
  const [first = '', ...rest] = keys.slice(at, at + LONGEST);
  // `ex-President`, `then-Foreign Minister`: with a hyphen as with a blank.
  const [before, ...behind] = first.split('-');
  const firsts = behind.length > 0 && titles.includes(before ?? '') ? [first, behind.join('-')] : [first];
  for (let length = rest.length + 1; length > 0; length--) {
    const others = rest.slice(0, length - 1);
    if (firsts.some((one) => titles.includes([one, ...others].join(' ')))) return length;
  }
  return 0;
}

function key(word: string): string {
  return foldWords(word).replace(/[.,]+$/u, '');
}
