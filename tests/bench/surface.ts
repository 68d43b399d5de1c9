import type { Target } from './targets.ts';

/** How the probe finds its way in a window: the program's own and those beside it each put one there. */
export interface Surface {
  /** Brings a target's paragraph to the middle of the screen. */
  show(target: Target): void;
  /** The element whose text is that paragraph's, or null while it isn't drawn. */
  paragraph(target: Target): Element | null;
  /** Selects the words, as an analyst does before tagging. */
  select(target: Target): void;
}

declare global {
  interface Window {
    benchSurface: Surface;
  }
}
