import type { Positions } from './positions.ts';
import type { Waking } from './waking.ts';

/** UTF-16 units laid out at a time: about five milliseconds' work. */
const STEP = 16_000;
/** The least idle time that is used, in milliseconds. */
const ENOUGH = 8;

/**
 * Lays out the sections off the screen once, bit by bit in idle time. `content-visibility: auto` makes a long article open at
 * once, but the height of what was never laid out is a guess. A section that was keeps its height when it is left alone again:
 * in the end every height is true, and no section but those near the screen costs anything. A new width starts it again.
 */
export class Settling {
  readonly #dom: HTMLElement;
  readonly #positions: Positions;
  readonly #waking: Waking;
  readonly #widths: ResizeObserver;
  /** The sections before this one have had their turn. */
  #next = 0;
  #width = 0;
  #idle = 0;
  #frame = 0;

  /** @param dom the editor's element, whose children are the sections */
  constructor(dom: HTMLElement, positions: Positions, waking: Waking) {
    this.#dom = dom;
    this.#positions = positions;
    this.#waking = waking;
    this.#widths = new ResizeObserver(([entry]) => this.#resized(entry?.contentRect.width ?? 0));
    this.#widths.observe(dom);
  }

  stop(): void {
    this.#rest();
    this.#widths.disconnect();
  }

  #resized(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#rest();
    this.#next = 0;
    this.#wait();
  }

  #rest(): void {
    cancelIdleCallback(this.#idle);
    cancelAnimationFrame(this.#frame);
  }

  #wait(): void {
    this.#idle = requestIdleCallback((deadline) => {
      // The first ones are on the screen: nothing to wait for.
      if (deadline.timeRemaining() >= ENOUGH || this.#next === 0) this.#step();
      else this.#wait();
    });
  }

  #step(): void {
    const { sections } = this.#positions;
    const from = this.#next;
    for (let units = 0; this.#next < sections.length && units < STEP; this.#next++) units += this.#unitsIn(this.#next);
    const done = from === this.#next;
    this.#waking.wakeRun(done ? null : { from: from + 1, to: this.#next });
    // Lays it out now, in idle time, not in the next frame.
    this.#dom.getBoundingClientRect();
    if (done) return;
    // The browser notes the heights at the end of a frame.
    this.#frame = requestAnimationFrame(() => this.#wait());
  }

  #unitsIn(section: number): number {
    const { first, end } = this.#positions.sections[section] ?? { first: 0, end: 1 };
    return this.#positions.paragraph(end - 1).end - this.#positions.paragraph(first).start;
  }
}
