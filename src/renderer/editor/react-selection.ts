/**
 * Keeps React from saving and putting back the article's selection. Before every commit, anywhere in the window, React asks
 * the focused element whether its `contentEditable` is `true`, and if so walks through all of its nodes to know where the
 * selection is: 5 ms with every tag in an article of 100,000 words. The selection is ProseMirror's affair.
 *
 * Only the property says so: the attribute, by which the browser goes, stays.
 */
export function keepReactOut(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { configurable: true, get: () => 'plaintext-only' });
}
