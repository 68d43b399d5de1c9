import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { dialogNamed, introduce } from './desk.ts';
import { expect, test, type Workbench } from './workbench.ts';

/** A place or dialog: how to come there from the Code place, and how to leave it. */
export interface View {
  readonly name: string;
  open(page: Page): Promise<void>;
  close?(page: Page): Promise<void>;
}

/** Closes what lies over the page, and waits until it is gone: while it fades, keys are still its own. */
export async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  // A docked pane has the role too and stays.
  await page.waitForFunction(() => !document.activeElement?.closest('[role="dialog"], [role="menu"]'));
}

/** A dialog by its title, which Escape closes. */
export function dialog(name: string, title: string | RegExp, open: (page: Page) => Promise<void>): View {
  return {
    name,
    async open(page) {
      await open(page);
      await expect(dialogNamed(page, title)).toBeVisible();
    },
    async close(page) {
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  };
}

/** Looks at views one after another, as somebody who has said who codes. */
export async function auditViews(workbench: Workbench, views: readonly View[], kind: string): Promise<void> {
  await calm(workbench.page);
  await introduce(workbench.page, 'Mara Kessel');
  await auditAll(workbench, views, kind);
}

/** Opens, looks at and leaves each view. */
export async function auditAll(workbench: Workbench, views: readonly View[], kind: string): Promise<void> {
  for (const view of views) {
    await test.step(view.name, async () => {
      await view.open(workbench.page);
      await audit(workbench, view.name, kind);
      await view.close?.(workbench.page);
    });
  }
}

/** Nothing moves while it is looked at. */
export function calm(page: Page): Promise<void> {
  return page.emulateMedia({ reducedMotion: 'reduce' });
}

/** Looks at what is shown now: light, dark, and at twice the size. */
export async function audit(workbench: Workbench, name: string, kind: string): Promise<void> {
  const { page } = workbench;
  const full = page.viewportSize() ?? { width: 1440, height: 900 };
  const looks = [
    { look: 'light', colorScheme: 'light', viewport: full },
    { look: 'dark', colorScheme: 'dark', viewport: full },
    // A page at 200 % has half the room.
    { look: '200 %', colorScheme: 'light', viewport: { width: full.width / 2, height: full.height / 2 } },
  ] as const;
  for (const { look, colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await workbench.screenshot(`${kind}-${name}-${look}`.replace(/[^a-z0-9]+/gi, '-'));
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    // In the dark only the colours are others.
    if (look === 'dark') axe.withRules(['color-contrast']);
    // An open menu floats over the page, outside of its regions, and is no part of it.
    else if (await page.getByRole('menu').isVisible()) axe.disableRules(['region']);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
    expect.soft(found, `${name}, ${kind}, ${look}`).toEqual([]);
  }
  await page.setViewportSize(full);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
