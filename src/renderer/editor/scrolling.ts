import type { EditorView } from 'prosemirror-view';

/** How far from the upper and lower edge words have to be to count as in sight, in pixels. */
const EDGE = 48;
/** Paragraphs off the screen have guessed heights: the way to a target is corrected as they are laid out. */
const CORRECTIONS = 3;

/**
 * Brings a position into sight: nothing happens when it is, else it comes to rest a third down. Ends after a few frames.
 */
export function scrollToPosition(view: EditorView, position: number): void {
  let left = CORRECTIONS;
  const step = (): void => {
    if (view.isDestroyed) return;
    const scroller = scrollerOf(view.dom);
    const { top, bottom } = visiblePart(scroller);
    const words = view.coordsAtPos(position);
    const inSight = words.top >= top + EDGE && words.bottom <= bottom - EDGE;
    if (inSight) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += words.top - (top + (bottom - top) / 3);
    if (scroller.scrollTop !== before && left-- > 0) requestAnimationFrame(step);
  };
  step();
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
