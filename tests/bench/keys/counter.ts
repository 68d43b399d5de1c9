import type { Page } from '@playwright/test';

/** What a coder's hands did. */
export interface Counts {
  readonly keys: number;
  readonly pointer: number;
}

declare global {
  interface Window {
    benchHands: { keys: number; pointer: number };
  }
}

/** Counts what reaches the window: real key presses, one for a combination, and presses and moves of the pointer. */
export function installCounter(): void {
  window.benchHands = { keys: 0, pointer: 0 };
  const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && !modifiers.has(event.key)) window.benchHands.keys++;
    },
    { capture: true },
  );
  for (const kind of ['pointermove', 'pointerdown', 'wheel'] as const) {
    window.addEventListener(
      kind,
      (event) => {
        if (event.isTrusted) window.benchHands.pointer++;
      },
      { capture: true },
    );
  }
}

export function counts(page: Page): Promise<Counts> {
  return page.evaluate(() => ({ ...window.benchHands }));
}
