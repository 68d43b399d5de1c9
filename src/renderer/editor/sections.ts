import type { Paragraph } from '../../shared/text/paragraphs.ts';

/** Neighbouring paragraphs that are laid out, or left alone, together: their indices, half-open. */
export interface Section {
  readonly first: number;
  readonly end: number;
}

/** UTF-16 units in a section: about two screens, a few milliseconds to lay out. */
const ENOUGH = 8000;
/** Short lines, as in a table, have their own cost. */
const MOST = 40;

/**
 * Cuts an article into sections. The browser's work in every frame, and at every move of the selection, goes through all that
 * stand side by side: some hundred sections, each left alone while it is far from the screen, cost it little where thousands of
 * paragraphs cost it half of a frame.
 * @param paragraphs in text order
 */
export function sectionsOf(paragraphs: readonly Paragraph[]): readonly Section[] {
  const sections: Section[] = [];
  let first = 0;
  let units = 0;
  for (const [index, { start, end }] of paragraphs.entries()) {
    units += end - start;
    if (units < ENOUGH && index + 1 - first < MOST && index + 1 < paragraphs.length) continue;
    sections.push({ first, end: index + 1 });
    first = index + 1;
    units = 0;
  }
  return sections;
}
