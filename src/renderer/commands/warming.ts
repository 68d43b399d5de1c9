import { wordAt } from '../../shared/text/segments.ts';
import { type OpenText, paragraphHolding, steps } from './text.ts';

/** Not while the article is still being drawn; and the latest, however busy the window is. In milliseconds. */
const SOONEST = 200;
const LATEST = 2000;

/**
 * Does when the window has nothing else to do what the first key in an article would wait for: its paragraphs are found, and the
 * rules by which its language has words and sentences are made (some 20 ms).
 * @returns calls it off
 */
export function warmUp(open: OpenText): () => void {
  const act = (): void => {
    const { start } = paragraphHolding(open.text, 0);
    steps(open, wordAt(open.text, start, open.locale) ?? { start, end: start });
  };
  let idle = 0;
  const timer = setTimeout(() => {
    idle = requestIdleCallback(act, { timeout: LATEST });
  }, SOONEST);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
  };
}
