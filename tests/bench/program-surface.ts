// What is sent to a window goes as one function.
/* oxlint-disable unicorn/consistent-function-scoping */

import './surface.ts';

/** The program's own window, as the probe knows it. Put in before its own scripts: it has to stand alone. */
export function installProgramSurface(): void {
  const article = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('.parley-editor > .article');
    if (!found) throw new Error('no article is open');
    return found;
  };

  /** The text node and offset in it of an offset in a paragraph. */
  const pointAt = (paragraph: Element, offset: number, side: 'before' | 'behind'): [Node, number] => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (side === 'before' ? left < length : left <= length) return [node, left];
      left -= length;
    }
    throw new Error(`the paragraph has no offset ${offset}`);
  };

  const paragraphAt = (index: number): Element | null => {
    let left = index;
    for (const section of article().children) {
      const found = section.children[left];
      if (found) return found;
      left -= section.children.length;
    }
    return null;
  };

  const paragraphOf = (index: number): Element => {
    const found = paragraphAt(index);
    if (!found) throw new Error(`the article has no paragraph ${index}`);
    return found;
  };

  window.benchSurface = {
    show({ paragraph }) {
      // Well before words are selected: with the focus the editor puts back the caret it had.
      article().focus({ preventScroll: true });
      paragraphOf(paragraph).scrollIntoView({ block: 'center' });
    },
    paragraph: ({ paragraph }) => paragraphAt(paragraph),
    select({ paragraph, from, to }) {
      const element = paragraphOf(paragraph);
      const [startNode, start] = pointAt(element, from, 'before');
      const [endNode, end] = pointAt(element, to, 'behind');
      getSelection()?.setBaseAndExtent(startNode, start, endNode, end);
    },
  };
}
