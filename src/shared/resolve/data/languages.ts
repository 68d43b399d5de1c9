import { english } from './english.ts';
import type { LanguageWords } from './language.ts';

/** Every language that there are words for; the first serves where a language has none. */
const LANGUAGES: readonly LanguageWords[] = [english];

/** The words of a language. @param tag BCP 47 or ''. */
export function wordsOfLanguage(tag: string): LanguageWords {
  const language = tag.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((one) => one.language === language) ?? english;
}
