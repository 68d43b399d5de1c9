import type { EditorView } from 'prosemirror-view';

/** How far from the upper and lower edge words have to be to count as in sight, in pixels. */
const EDGE = 48;
/**
 * Paragraphs off the screen have guessed heights: the way to a target is corrected as they are laid out, until it has
 * rested in sight for some frames.
 */
const RESTED = 3;
const MOST_FRAMES = 15;

/**
 * Brings a position into sight: nothing happens when it is, else it comes to rest a third down. Ends after a few frames.
 */
export function scrollToPosition(view: EditorView, position: number): void {
  const scroller = scrollerOf(view.dom);
  let rested = 0;
  let frames = 0;
  const step = (): void => {
    if (view.isDestroyed) return;
    const { top, bottom } = visiblePart(scroller);
    const words = view.coordsAtPos(position);
    const inSight = words.top >= top + EDGE && words.bottom <= bottom - EDGE;
    rested = inSight ? rested + 1 : 0;
    if (!inSight) {
      const before = scroller.scrollTop;
      scroller.scrollTop += words.top - (top + (bottom - top) / 3);
      // The article's start and end can come no further.
      if (scroller.scrollTop === before) rested++;
    }
    // In sight from the first: nobody's scrolling is to be held up.
    if (inSight && frames === 0) return;
    if (rested < RESTED && frames++ < MOST_FRAMES) requestAnimationFrame(step);
  };
  // Not now: the layout is read once, when all that a key changed has been drawn.
  requestAnimationFrame(step);
}

function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

function visiblePart(scroller: Element): { readonly top: number; readonly bottom: number } {
  if (scroller === document.scrollingElement) return { top: 0, bottom: innerHeight };
  const rect = scroller.getBoundingClientRect();
  return { top: Math.max(0, rect.top), bottom: Math.min(innerHeight, rect.bottom) };
}
