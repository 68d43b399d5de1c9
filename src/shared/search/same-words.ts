import { foldWords, plainLetters, withoutMarks, withoutUnseen } from '../text/fold.ts';
import type { Fragment } from '../text/span.ts';
import { everyPlace, type Phrase, toPhrase, wordsOf } from './words.ts';

/** What has to be the same for words to be the same words. */
export interface Sameness {
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
}

/** A name that is looked for: its words, and the signs at its ends that belong to it (the last point of `U.S.`). */
export interface Name {
  readonly words: string;
  readonly phrase: Phrase;
  readonly before: string;
  readonly after: string;
}

/** Words as they are looked for; null when there is no letter or number in them. */
export function toName(words: string): Name | null {
  const phrase = toPhrase(words, false);
  const places = wordsOf(words);
  if (phrase === null) return null;
  return {
    words,
    phrase,
    before: words.slice(0, places[0]?.place.start).trimStart(),
    after: words.slice(places.at(-1)?.place.end).trimEnd(),
  };
}

/**
 * Where these names stand in a text as whole words, in order. What stands between their words has to be the same but for
 * the kind of white space, hyphen and apostrophe: `Peace Council` isn't in `peace. Council`. Of places that overlap the one
 * that begins first, else the longest.
 */
export function findNames(text: string, names: readonly Name[], same: Sameness): Fragment[] {
  const found: Fragment[] = [];
  for (const name of names) {
    const wanted = comparable(name.words, same);
    const bare = comparable(name.words.slice(name.before.length, name.words.length - name.after.length), same);
    // Which of two that overlap are the same words is only seen here: `Baden-Baden` in “Baden Baden-Baden”.
    for (const place of everyPlace(text, name.phrase)) {
      const start = place.start - name.before.length;
      const end = place.end + name.after.length;
      if (start >= 0 && comparable(text.slice(start, end), same) === wanted) found.push({ start, end });
      else if (comparable(text.slice(place.start, place.end), same) === bare) found.push(place);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Fragment[] = [];
  for (const place of found) if (place.start >= (apart.at(-1)?.end ?? 0)) apart.push(place);
  return apart;
}

/** Words as they are compared. */
export function comparable(words: string, { matchCase, matchAccents }: Sameness): string {
  if (!matchCase && !matchAccents) return foldWords(words);
  const letters = matchAccents ? withoutUnseen(words).normalize('NFC') : plainLetters(withoutMarks(words));
  const plain = letters
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  return matchCase ? plain : plain.toLowerCase();
}
