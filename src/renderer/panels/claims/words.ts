import type { Annotation } from '../../../shared/model/annotation.ts';
import { withoutOuterQuotes } from '../../../shared/text/quote.ts';

/** The words of an annotation as they are read: fragments joined by “…”, white space single, outer quotes of each left out. */
export function wordsOf(text: string, annotation: Annotation): string {
  const words = annotation.fragments.map(({ start, end }) => withoutOuterQuotes(text.slice(start, end)));
  return words.join(' … ').replace(/\s+/gu, ' ').trim();
}
