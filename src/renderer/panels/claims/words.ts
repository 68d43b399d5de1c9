import type { Annotation } from '../../../shared/model/annotation.ts';
import { withoutOuterQuotes } from '../../../shared/text/quote.ts';
import { shorten } from '../../../shared/text/shorten.ts';

/** The words of an annotation as they are read: fragments joined by “…”, white space single, outer quotes of each left out. */
export function wordsOf(text: string, annotation: Annotation): string {
  const words = annotation.fragments.map(({ start, end }) => withoutOuterQuotes(text.slice(start, end)));
  return words.join(' … ').replace(/\s+/gu, ' ').trim();
}

/** A value as it is read: yes and no for a boolean, of a long text the beginning. */
export function valueWords(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : shorten(String(value), 80);
}
