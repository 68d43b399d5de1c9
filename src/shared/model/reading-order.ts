import { compareSpans } from '../text/span.ts';
import type { Annotation } from './annotation.ts';

/**
 * Puts what stands in the same place in the order of ids, in the list itself: all else is in reading order already. The file's index
 * of places doesn't hold ids; few stand in the same place, and SQLite would put all of them through a sorter for it.
 */
export function settleTies(annotations: Annotation[]): Annotation[] {
  for (let i = 1; i < annotations.length; i++) {
    for (let at = i; at > 0; at--) {
      const [before, own] = [annotations[at - 1] as Annotation, annotations[at] as Annotation];
      if (before.id < own.id || compareSpans(before.fragments, own.fragments) !== 0) break;
      annotations[at - 1] = own;
      annotations[at] = before;
    }
  }
  return annotations;
}
