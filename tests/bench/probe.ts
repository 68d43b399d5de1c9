// What is sent to a window goes as one function.
/* oxlint-disable unicorn/consistent-function-scoping */

import type { Kind } from '../../src/shared/model/kind.ts';
import './surface.ts';
import type { Target } from './targets.ts';

/** Milliseconds. */
export interface Edit {
  /** Key press to the end of the frame that shows the change. */
  readonly painted: number;
  /** Key press to the end of the answer that says it is on the disk; null where nothing is kept. */
  readonly durable: number | null;
  /** The later of the two. */
  readonly both: number;
}

/** Lengths of frames, in milliseconds. */
export interface Frames {
  readonly longest: number;
  readonly p95: number;
  readonly over50: number;
}

/** What an edit is waited for. */
export interface Expected {
  readonly target: Target;
  readonly kind: Kind;
  /** Whether the first word has to be marked as that kind, or not any more. */
  readonly marked: boolean;
  /** What stands in the address of the call that keeps it; null when nothing is called. */
  readonly call: string | null;
}

/** Works in the window that is measured, by that window's own clock. */
export interface Probe {
  /** Lets a few frames pass. */
  settle(): Promise<void>;
  /** The next click is the start; resolves with the milliseconds until `data-ready` names the article. */
  expectOpen(articleId: string): Promise<number>;
  /** The next key is the start. */
  expectEdit(expected: Expected): void;
  edited(): Promise<Edit>;
  /** Scrolls from `from` (a share of the height) by `step` pixels a frame; `step` 0: such that all is passed in these frames. */
  scroll(selector: string, from: number, step: number, frames: number): Promise<Frames>;
}

declare global {
  interface Window {
    benchProbe: Probe;
    /** Prioritized Task Scheduling: the one thing of it that is used. */
    readonly scheduler: {
      postTask<T>(act: () => T, options: { readonly priority: 'user-blocking' }): Promise<T>;
    };
  }
}

/** Put into the window before its own scripts: it has to stand alone. */
export function installProbe(): void {
  const LIMIT = 30_000;
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const settle = async (): Promise<void> => {
    for (let n = 0; n < 4; n++) await frame();
    await new Promise((resolve) => setTimeout(resolve, 30));
  };

  /**
   * Resolves with the end of the present frame; asked in an animation frame. A plain message would wait for every task that was
   * posted before it, and tell the end of those: what they do is done behind a frame that is painted already.
   */
  const atFrameEnd = (): Promise<number> =>
    window.scheduler.postTask(() => performance.now(), { priority: 'user-blocking' });

  function isMarked({ target, kind }: Expected): boolean {
    const paragraph = window.benchSurface.paragraph(target);
    if (!paragraph) return false;
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let left = target.from;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (left < length) return node.parentElement?.closest(`.an-${kind}`) !== null;
      left -= length;
    }
    return false;
  }

  function endOfCall(part: string, start: number): number | null {
    for (const entry of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
      if (entry.name.includes(part) && entry.startTime >= start && entry.responseEnd > 0) return entry.responseEnd;
    }
    return null;
  }

  async function follow(start: number, expected: Expected): Promise<Edit> {
    let painted: number | null = null;
    for (;;) {
      await frame();
      // Asked before the frame is painted: what is there now is in it.
      const shown = isMarked(expected) === expected.marked;
      const end = await atFrameEnd();
      if (shown) painted ??= end;
      const durable = expected.call === null ? null : endOfCall(expected.call, start);
      if (painted !== null && (durable !== null || expected.call === null)) {
        return {
          painted: painted - start,
          durable: durable === null ? null : durable - start,
          both: Math.max(painted, durable ?? 0) - start,
        };
      }
      if (end - start > LIMIT) throw new Error(`no ${expected.kind} in sight, or not kept, after ${LIMIT} ms`);
    }
  }

  let edit: Promise<Edit> = Promise.reject(new Error('no edit was asked for'));
  edit.catch(() => undefined);

  window.benchProbe = {
    settle,
    async expectOpen(articleId) {
      const clicked = new Promise<number>((resolve) => {
        window.addEventListener('click', (event) => resolve(event.timeStamp), { capture: true, once: true });
      });
      const ready = new Promise<number>((resolve) => {
        const observer = new MutationObserver((changes) => {
          const done = changes.some(({ target }) => (target as HTMLElement).dataset['ready'] === articleId);
          if (!done) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
      });
      const start = await clicked;
      return (await ready) - start;
    },
    expectEdit(expected) {
      performance.clearResourceTimings();
      edit = new Promise((resolve, reject) => {
        const listen = (event: KeyboardEvent): void => {
          if (['Shift', 'Control'].includes(event.key)) return;
          window.removeEventListener('keydown', listen, true);
          follow(event.timeStamp, expected).then(resolve, reject);
        };
        window.addEventListener('keydown', listen, true);
      });
    },
    edited: () => edit,
    async scroll(selector, from, step, frames) {
      const scroller = document.querySelector(selector);
      if (!scroller) throw new Error(`nothing to scroll: ${selector}`);
      const height = (): number => scroller.scrollHeight - scroller.clientHeight;
      scroller.scrollTop = height() * from;
      await settle();
      await settle();
      const lengths: number[] = [];
      let last = await frame();
      for (let n = 1; n <= frames; n++) {
        scroller.scrollTop = step > 0 ? scroller.scrollTop + step : (height() * n) / frames;
        await frame();
        const now = performance.now();
        if (n > 1) lengths.push(now - last);
        last = now;
      }
      lengths.sort((a, b) => a - b);
      return {
        longest: lengths.at(-1) ?? 0,
        p95: lengths[Math.floor(lengths.length * 0.95)] ?? 0,
        over50: lengths.filter((length) => length > 50).length,
      };
    },
  };
}
