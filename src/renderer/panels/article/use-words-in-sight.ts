import { type RefObject, useEffect } from 'react';

/** How far from the lower edge words come to rest, in pixels. */
const EDGE = 12;

/**
 * Keeps what is selected in the text in sight when the room for it gets lower: other keys are due below it and need another line,
 * or the window is made smaller. Only what was in sight is brought back: who has scrolled away reads on where they are.
 * @param scroller holds the text.
 */
export function useWordsInSight(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let before = box.clientHeight;
    const observer = new ResizeObserver(() => {
      const lost = before - box.clientHeight;
      before = box.clientHeight;
      const words = lost > 0 ? selectedIn(box) : null;
      if (!words) return;
      const lower = box.getBoundingClientRect().top + box.clientHeight;
      const hidden = words.bottom + EDGE - lower;
      if (hidden > 0 && words.bottom <= lower + lost) box.scrollTop += hidden;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);
}

/**
 * Keeps what is selected in the text from lying under the messages in the corner, which stand over it in a narrow window: the text goes
 * on above them, and only while they are there.
 * @param scroller holds the text.
 */
export function useWordsClearOfMessages(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = scroller.current;
    const messages = document.querySelector('[data-messages]');
    if (!box || !messages) return;
    let frame = 0;
    const clear = (): void => {
      const words = selectedIn(box);
      const over = messages.getBoundingClientRect();
      if (!words || words.bottom <= over.top || words.top >= over.bottom || words.right < over.left) return;
      // Where there is no room above them either, they would only go out of sight.
      if (over.top - words.height - EDGE < box.getBoundingClientRect().top) return;
      box.scrollTop += words.bottom + EDGE - over.top;
    };
    const later = (): void => {
      if (messages.childElementCount === 0) return;
      cancelAnimationFrame(frame);
      // Behind what brings the selection itself into sight.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(clear);
      });
    };
    const observer = new ResizeObserver(later);
    observer.observe(messages);
    document.addEventListener('selectionchange', later);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('selectionchange', later);
    };
  }, [scroller]);
}

/** Where the caret, or the moving end of what is selected, is; null when it is elsewhere. */
function selectedIn(box: HTMLElement): DOMRect | null {
  const selection = document.getSelection();
  if (!selection?.focusNode || !box.contains(selection.focusNode)) return null;
  const caret = document.createRange();
  caret.setStart(selection.focusNode, selection.focusOffset);
  return caret.getClientRects()[0] ?? null;
}
