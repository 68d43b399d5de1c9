import type { Fragment } from '../../shared/text/span.ts';
import type { Positions } from './positions.ts';
import { guessLines } from './schema.ts';

/** How much is drawn beyond the screen on either side, and when that has to be moved, in screens. */
const MARGIN = 0.75;
const SPARE = 0.25;

/** A guess at a line's height in pixels, for the first picture alone. */
const LINE_HEIGHT = 29;

/** The text from the top that certainly fills the screen and the margin below it, before anything is laid out. */
export function firstWindow(positions: Positions): Fragment {
  const wanted = innerHeight * (1 + MARGIN);
  let height = 0;
  let index = 0;
  let end = 0;
  for (; index < positions.paragraphs.length && height < wanted; index++) {
    const paragraph = positions.paragraph(index);
    const lines = Math.min(guessLines(paragraph.end - paragraph.start), Math.ceil((wanted - height) / LINE_HEIGHT) + 1);
    end = Math.min(paragraph.end, paragraph.start + lines * 110);
    height += lines * LINE_HEIGHT;
  }
  return { start: 0, end };
}

/**
 * The text offsets on the screen now, with `screens` more on either side. Reads the layout: call it in an animation frame.
 * @param dom the editor's element: sections of paragraphs
 */
function windowOnScreen(dom: HTMLElement, positions: Positions, screens: number): Fragment {
  const margin = innerHeight * screens;
  return { start: offsetAt(dom, positions, -margin), end: offsetAt(dom, positions, innerHeight + margin) };
}

/**
 * The window to draw when the one that is drawn no longer has room around the screen, else null. After a jump it is no
 * larger than it must be, so that the frame is short; the next movement widens it.
 */
export function windowToDraw(dom: HTMLElement, positions: Positions, drawn: Fragment): Fragment | null {
  const needed = windowOnScreen(dom, positions, SPARE);
  if (needed.start >= drawn.start && needed.end <= drawn.end) return null;
  if (needed.start > drawn.end || needed.end < drawn.start) return needed;
  return windowOnScreen(dom, positions, MARGIN);
}

/** About which text offset lies at a height on the screen: exact to the paragraph, by proportion within it. */
function offsetAt(dom: HTMLElement, positions: Positions, y: number): number {
  const at = childAt(dom, y);
  const section = dom.children[at];
  const among = section ? childAt(section, y) : 0;
  const { start, end } = positions.paragraph((positions.sections[at]?.first ?? 0) + among);
  const rect = section?.children[among]?.getBoundingClientRect();
  if (!rect || rect.height === 0) return start;
  const share = Math.max(0, Math.min(1, (y - rect.top) / rect.height));
  return Math.round(start + share * (end - start));
}

/** The first of an element's children that ends at a height or below, or the last one. */
function childAt({ children }: Element, y: number): number {
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle] as HTMLElement).getBoundingClientRect().bottom < y) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, high);
}
