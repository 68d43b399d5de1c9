import { foldWords } from '../text/fold.ts';
import { bareWords } from './bare.ts';
import type { LanguageWords } from './data/language.ts';
import { wordsOfLanguage } from './data/languages.ts';
import type { Mention } from './resolve.ts';
import { type Titled, withoutTitle } from './title.ts';
import { nameWords } from './words.ts';

/** A mention as the rules read it: once, for all of them. */
export interface ReadMention extends Mention {
  /** The words folded, as they stand. */
  readonly key: string;
  /** The words as a name: without “the”, ’s, marks around them. */
  readonly bare: string;
  /** The name without its title; null when there is none, and for venues. */
  readonly titled: Titled | null;
  /** The words of the name without title, folded. */
  readonly name: readonly string[];
  readonly language: LanguageWords;
}

export function readMention(mention: Mention, language: string): ReadMention {
  const words = wordsOfLanguage(language);
  const bare = bareWords(mention.words);
  const titled = mention.kind === 'actor' ? withoutTitle(bare, words) : null;
  return {
    kind: mention.kind,
    words: mention.words,
    key: foldWords(mention.words),
    bare,
    titled,
    name: nameWords(titled?.name ?? bare),
    language: words,
  };
}
