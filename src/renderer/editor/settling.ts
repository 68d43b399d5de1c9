import type { Positions } from './positions.ts';

/** UTF-16 units laid out at a time: about five milliseconds' work. */
const STEP = 20_000;
/** The least idle time that is used, in milliseconds. */
const ENOUGH = 8;

let views = 0;

/**
 * Lays out the paragraphs off the screen bit by bit in idle time. `content-visibility: auto` makes a long article open at
 * once, but every paragraph that waits costs something in every frame, and its height is a guess. When all are laid out,
 * scrolling is as cheap as in plain text and every height is true. A new width starts it again.
 *
 * A rule of a style sheet does it, not a class on the paragraphs: to ProseMirror that would be a change of its document.
 */
export class Settling {
  readonly #dom: HTMLElement;
  readonly #positions: Positions;
  readonly #name: string;
  readonly #sheet = new CSSStyleSheet();
  readonly #widths: ResizeObserver;
  #settled = 0;
  #width = 0;
  #idle = 0;

  /** @param dom the editor's element, whose children are the paragraphs */
  constructor(dom: HTMLElement, positions: Positions) {
    this.#dom = dom;
    this.#positions = positions;
    this.#name = `article-${++views}`;
    // On the element around the editor: its own attributes are ProseMirror's.
    dom.parentElement?.classList.add(this.#name);
    document.adoptedStyleSheets.push(this.#sheet);
    this.#widths = new ResizeObserver(([entry]) => this.#resized(entry?.contentRect.width ?? 0));
    this.#widths.observe(dom);
  }

  stop(): void {
    cancelIdleCallback(this.#idle);
    this.#widths.disconnect();
    this.#dom.parentElement?.classList.remove(this.#name);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  #resized(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#settle(0);
    this.#wait();
  }

  #wait(): void {
    cancelIdleCallback(this.#idle);
    this.#idle = requestIdleCallback((deadline) => {
      if (deadline.timeRemaining() >= ENOUGH) this.#step();
      if (this.#settled < this.#positions.paragraphs.length) this.#wait();
    });
  }

  #step(): void {
    const { paragraphs } = this.#positions;
    let to = this.#settled;
    for (let units = 0; to < paragraphs.length && units < STEP; to++) {
      const { start, end } = this.#positions.paragraph(to);
      units += end - start;
    }
    this.#settle(to);
    // Lays it out now, in idle time, not in the next frame.
    this.#dom.getBoundingClientRect();
  }

  #settle(count: number): void {
    if (count === this.#settled) return;
    this.#settled = count;
    const rule = `.${this.#name} > .article > p:nth-child(-n + ${count}) { content-visibility: visible }`;
    this.#sheet.replaceSync(count > 0 ? rule : '');
  }
}
