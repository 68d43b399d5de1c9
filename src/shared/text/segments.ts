import { snapToCharacters } from './characters.ts';
import { quotations } from './quotations.ts';
import { sentences } from './sentences.ts';
import type { Fragment } from './span.ts';
import { wordAt } from './word-bounds.ts';

export { snapToCharacters } from './characters.ts';
export { snapToWords, wordAt } from './word-bounds.ts';

/**
 * The ladder that a selection grows on: word → quotation, from the inside out → sentence → paragraph.
 * @param paragraph the range in which to look: the paragraph that holds the selection
 * @param from the selection; `start === end` for a caret
 * @param locale BCP 47 or ''
 * @returns the rungs above `from`, each holding the one before it and larger; empty when nothing is left to grow to, or
 *   when `from` isn't within the paragraph. No rung splits a character.
 */
export function growth(text: string, paragraph: Fragment, from: Fragment, locale = ''): Fragment[] {
  if (from.start < paragraph.start || from.end > paragraph.end) return [];
  const rungs: Fragment[] = [];
  let top = snapToCharacters(text, from);
  if (top.start !== from.start || top.end !== from.end) rungs.push(top);
  const climb = (rung: Fragment | null): void => {
    if (!rung || rung.start > top.start || rung.end < top.end) return;
    if (rung.end - rung.start <= top.end - top.start) return;
    rungs.push(rung);
    top = rung;
  };
  const word = wordAt(text, from.start, locale);
  // A caret behind a full stop takes the word before it, which doesn't hold the caret itself.
  if (from.start === from.end && word && within(word, paragraph)) {
    rungs.length = 0;
    rungs.push(word);
    top = word;
  } else climb(word && within(word, paragraph) ? word : null);
  for (const quotation of quotations(text, paragraph)) climb(quotation);
  climb(sentenceAround(text, paragraph, top, locale));
  climb(trimmed(text, paragraph));
  climb(paragraph);
  return rungs;
}

/**
 * The sentence that holds a range, or the run of sentences when it reaches over several; null where there is none.
 * Quotation marks stay with their sentence. The range has to lie within the paragraph.
 */
export function sentenceAround(text: string, paragraph: Fragment, range: Fragment, locale = ''): Fragment | null {
  const found = sentences(text, paragraph, range, locale);
  const first = found.findLast((sentence) => sentence.start <= range.start) ?? found[0];
  const last = found.find((sentence) => sentence.end >= range.end) ?? found.at(-1);
  if (!first || !last || last.end < first.start) return null;
  return { start: first.start, end: Math.max(first.end, last.end) };
}

function within(inner: Fragment, outer: Fragment): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function trimmed(text: string, range: Fragment): Fragment {
  const words = text.slice(range.start, range.end);
  const start = range.start + words.length - words.trimStart().length;
  return { start, end: Math.max(start, range.start + words.trimEnd().length) };
}
