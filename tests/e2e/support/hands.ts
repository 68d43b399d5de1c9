import { expect, type Locator, type Page } from '@playwright/test';

/* Hands that never leave the keyboard. */

/** Whatever a pointer does reaches the window as one of these. */
const POINTING = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'mousedown',
  'mouseup',
  'mousemove',
  'click',
  'dblclick',
  'contextmenu',
  'wheel',
  'touchstart',
  'dragstart',
];

declare global {
  interface Window {
    pointed: string[];
  }
}

/** Keeps account of what a pointer does in the window from now on. */
export async function watchPointer(page: Page): Promise<void> {
  await page.evaluate((kinds) => {
    window.pointed = [];
    for (const kind of kinds) {
      window.addEventListener(
        kind,
        (event) => {
          const mouse = event instanceof MouseEvent ? event : null;
          const byKey = kind === 'click' && mouse?.detail === 0;
          // A window that comes to lie under a pointer at rest is told of it, too.
          const still = kind.endsWith('move') && mouse?.movementX === 0 && mouse.movementY === 0;
          if (!byKey && !still) window.pointed.push(kind);
        },
        { capture: true },
      );
    }
  }, POINTING);
}

/** What a pointer did since. */
export function pointed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.pointed);
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 60; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab doesn’t reach ${target}`);
}
