import type { Fragment } from '../text/span.ts';
import { BETWEEN, letterAt, MARK, widthAt } from './letters.ts';

/** A word as it is compared: its code points without case and marks. */
export type Word = readonly number[];

/** One or more words in a row, whatever stands between them. */
export interface Phrase {
  readonly words: readonly Word[];
  /** The last word may go on: `negot*`. */
  readonly open: boolean;
}

/** The words of a text with their places. */
export function wordsOf(text: string): { readonly word: Word; readonly place: Fragment }[] {
  const words: { word: Word; place: Fragment }[] = [];
  for (let at = nextWord(text, 0); at < text.length; at = nextWord(text, at)) {
    const start = at;
    const word: number[] = [];
    for (; at < text.length; at += widthAt(text, at)) {
      const letter = letterAt(text, at);
      if (letter === BETWEEN) break;
      if (letter !== MARK) word.push(letter);
    }
    words.push({ word, place: { start, end: at } });
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
  let covered = 0;
  for (let at = nextWord(text, 0); at < text.length && found.length < most; ) {
    if (at >= covered) {
      let end = -1;
      for (const phrase of phrases) end = Math.max(end, phraseEnd(text, at, phrase));
      if (end >= 0) {
        found.push({ start: at, end });
        covered = end;
      }
    }
    at = nextWord(text, wordEnd(text, at));
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
  let n = 0;
  let at = start;
  for (; at < text.length; at += widthAt(text, at)) {
    const letter = letterAt(text, at);
    if (letter === MARK) continue;
    if (letter === BETWEEN) break;
    if (n === word.length) {
      if (open) return wordEnd(text, at);
      return -1;
    }
    if (letter !== word[n]) return -1;
    n++;
  }
  return n === word.length ? at : -1;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && letterAt(text, at) !== BETWEEN) at += widthAt(text, at);
  return at;
}

/** Where the next word begins; marks alone are none. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && letterAt(text, at) <= MARK) at += widthAt(text, at);
  return at;
}
