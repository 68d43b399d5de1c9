import type { Annotation } from '../../../shared/model/annotation.ts';
import type { VariableType } from '../../../shared/model/variable.ts';
import { withoutOuterQuotes } from '../../../shared/text/quote.ts';
import { shorten } from '../../../shared/text/shorten.ts';
import { longDate } from '../parts/words.ts';

/** The words of an annotation as they are read: fragments joined by “…”, white space single, outer quotes of each left out. */
export function wordsOf(text: string, annotation: Annotation): string {
  const words = annotation.fragments.map(({ start, end }) => withoutOuterQuotes(text.slice(start, end)));
  return words.join(' … ').replace(/\s+/gu, ' ').trim();
}

/** A value as it is read: yes and no for a boolean, a day in words as the record's own are, of a long text the beginning. */
export function valueWords(value: string | number | boolean, type?: VariableType): string {
  if (type === 'date') return longDate(String(value));
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : shorten(String(value), 80);
}
