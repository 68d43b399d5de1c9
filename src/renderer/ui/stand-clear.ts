/** Between what is over the text and the words that it is about, in pixels. */
const GAP = 8;
/** How long the text may still be on its way to these words, in frames. */
const SETTLING = 24;

/**
 * Keeps a small window over a text off what it is about: it stands at the lower end of the text, or at the upper one where the words
 * lie low, and the text is scrolled where neither is enough. Followed as it grows and shrinks.
 * @param above the class that puts it at the upper end.
 * @param about gives the element that it is about; null when that isn't drawn.
 * @returns what ends that.
 */
export function standClear(frame: HTMLElement, above: string, about: () => Element | null): () => void {
  const words = firstLine(about());
  frame.classList.toggle(above, words !== null && words.top > window.innerHeight / 2);
  let request = 0;
  const settle = (left: number): void => {
    clear(frame, above, about());
    if (left > 0) request = requestAnimationFrame(() => settle(left - 1));
  };
  request = requestAnimationFrame(() => settle(SETTLING));
  const observer = new ResizeObserver(() => clear(frame, above, about()));
  observer.observe(frame);
  return () => {
    cancelAnimationFrame(request);
    observer.disconnect();
  };
}

function clear(frame: HTMLElement, above: string, about: Element | null): void {
  const words = firstLine(about);
  const box = about && scrollerOf(about);
  if (!words || !box || !overlap(words, frame.getBoundingClientRect())) return;
  // Where it is, else at the other end.
  for (let side = 0; side < 2; side++) {
    if (side > 0) frame.classList.toggle(above);
    const over = frame.getBoundingClientRect();
    const now = firstLine(about) ?? words;
    if (!overlap(now, over)) return;
    if (frame.classList.contains(above)) box.scrollTop -= over.bottom + GAP - now.top;
    else box.scrollTop += now.bottom + GAP - over.top;
    const moved = firstLine(about) ?? words;
    if (!overlap(moved, over) && isWithin(moved, box)) return;
  }
}

function firstLine(element: Element | null): DOMRect | null {
  return element?.getClientRects()[0] ?? null;
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.bottom > b.top && a.top < b.bottom && a.right > b.left && a.left < b.right;
}

function isWithin(words: DOMRect, box: Element): boolean {
  const { top } = box.getBoundingClientRect();
  return words.top >= top && words.bottom <= top + box.clientHeight;
}

function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
