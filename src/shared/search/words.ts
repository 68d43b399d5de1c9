import type { Fragment } from '../text/span.ts';
import { BETWEEN, isMark, letterAt, MARK, standsAlone, widthAt, withBlanks } from './letters.ts';
import { plainText } from './plain-text.ts';

/** A word as it is compared: its code points without case and without marks that may be left out. */
export type Word = readonly number[];

/** One or more words in a row, whatever stands between them. */
export interface Phrase {
  readonly words: readonly Word[];
  /** The last word may go on: `negot*`. */
  readonly open: boolean;
}

/** A text as the full-text index is given it: its tokenizer finds the words in it that `wordsOf` finds in the text. */
export function indexText(text: string): string {
  return withBlanks(plainText(text).text);
}

/** The words of a text with their places. */
export function wordsOf(text: string): { readonly word: Word; readonly place: Fragment }[] {
  const { text: plain, placeOf } = plainText(text);
  const words: { word: Word; place: Fragment }[] = [];
  for (let at = nextWord(plain, 0); at < plain.length; at = nextWord(plain, at)) {
    const start = at;
    const word: number[] = [];
    const end = wordEnd(plain, start);
    for (; at < end; at += widthAt(plain, at)) {
      const letter = letterAt(plain, at);
      if (letter !== MARK) word.push(letter);
    }
    words.push({ word, place: placeOf({ start, end }) });
  }
  return words;
}

/** A phrase's words as they were typed → what is compared; null when there is no word in them. */
export function toPhrase(text: string, open: boolean): Phrase | null {
  const words = wordsOf(text).map(({ word }) => word);
  return words.length === 0 ? null : { words, open };
}

/** `[[118], [97]]` → `v a`: as the index and a reader know it. */
export function phraseText({ words }: Phrase): string {
  return words.map((word) => String.fromCodePoint(...word)).join(' ');
}

/** Where any of the phrases stand in a text, in order; of two that overlap the one that begins first, else the longer. */
export function findPhrases(text: string, phrases: readonly Phrase[], most = Number.POSITIVE_INFINITY): Fragment[] {
  const found: Fragment[] = [];
  if (phrases.length === 0) return found;
  const { text: plain, placeOf } = plainText(text);
  let covered = 0;
  for (let at = nextWord(plain, 0); at < plain.length && found.length < most; ) {
    if (at >= covered) {
      let end = -1;
      for (const phrase of phrases) end = Math.max(end, phraseEnd(plain, at, phrase));
      if (end >= 0) {
        found.push(placeOf({ start: at, end }));
        covered = end;
      }
    }
    at = nextWord(plain, wordEnd(plain, at));
  }
  return found;
}

/** Every place of a phrase in a text, in order, those that overlap too. */
export function everyPlace(text: string, phrase: Phrase): Fragment[] {
  const found: Fragment[] = [];
  const { text: plain, placeOf } = plainText(text);
  for (let at = nextWord(plain, 0); at < plain.length; at = nextWord(plain, wordEnd(plain, at))) {
    const end = phraseEnd(plain, at, phrase);
    if (end >= 0) found.push(placeOf({ start: at, end }));
  }
  return found;
}

/** Where a phrase that begins at a word's start ends; -1 when another word stands there. */
function phraseEnd(text: string, start: number, { words, open }: Phrase): number {
  let at = start;
  const last = words.length - 1;
  for (let n = 0; n <= last; n++) {
    const end = sameWord(text, at, words[n] as Word, open && n === last);
    if (end < 0) return -1;
    if (n === last) return end;
    at = nextWord(text, end);
    if (at >= text.length) return -1;
  }
  return -1;
}

/** Where the word that begins at `start` ends if it is the one that is looked for; else -1. */
function sameWord(text: string, start: number, word: Word, open: boolean): number {
  // Most words differ in the first letter: where the word ends is only asked for others.
  if (letterAt(text, start) !== word[0]) return -1;
  const end = wordEnd(text, start);
  let n = 0;
  for (let at = start; at < end; at += widthAt(text, at)) {
    const letter = letterAt(text, at);
    if (letter === MARK) continue;
    if (n === word.length) return open ? end : -1;
    if (letter !== word[n]) return -1;
    n++;
  }
  return n === word.length ? end : -1;
}

/** Where the word that begins at `from` ends. */
function wordEnd(text: string, from: number): number {
  let at = from;
  const isAlone = standsAlone(letterAt(text, from));
  for (; at < text.length; at += widthAt(text, at)) {
    const letter = letterAt(text, at);
    if (letter === BETWEEN) break;
    if (letter === MARK || at === from) continue;
    if (isAlone ? !isMark(letter) : standsAlone(letter)) break;
  }
  return at;
}

/** Where the next word begins; accents alone are none. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && letterAt(text, at) <= MARK) at += widthAt(text, at);
  return at;
}
