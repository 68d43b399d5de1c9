import type { Annotation } from '../../shared/model/annotation.ts';
import type { Fragment } from '../../shared/text/span.ts';

/** The bars beside a paragraph: one for each claim that runs in it. */
export interface Lanes {
  /** The claims that have a bar, from the margin inwards; at most `MOST_LANES`. */
  readonly ids: readonly string[];
  /** How many more claims run there. */
  readonly more: number;
  /** Which bar is the selected claim's, from 0; -1 for none. */
  readonly selected: number;
}

export const MOST_LANES = 3;

/**
 * Which claims have a bar beside a paragraph, or null when none runs there. In reading order, so that a claim over several
 * paragraphs keeps its lane; the selected one always has one.
 * @param annotations those that meet the paragraph, in reading order
 */
export function lanesFor(
  paragraph: Fragment,
  annotations: readonly Annotation[],
  selectedId: string | null,
): Lanes | null {
  const ids: string[] = [];
  for (const { id, kind, fragments } of annotations) {
    if (kind !== 'claim') continue;
    if (fragments.some((f) => f.start < paragraph.end && f.end > paragraph.start)) ids.push(id);
  }
  if (ids.length === 0) return null;
  const shown = ids.slice(0, MOST_LANES);
  if (selectedId !== null && ids.includes(selectedId) && !shown.includes(selectedId))
    shown[MOST_LANES - 1] = selectedId;
  return {
    ids: shown,
    more: ids.length - shown.length,
    selected: selectedId === null ? -1 : shown.indexOf(selectedId),
  };
}
