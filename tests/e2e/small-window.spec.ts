import type { Page } from '@playwright/test';
import { articleText } from './support/caret.ts';
import { introduce, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* 1440 × 900 at 200 % zoom: the side panes are drawn over the text. */

test('what is typed right behind Ctrl+F goes into the filter, and Enter opens the first match', async ({
  workbench,
}) => {
  const { page } = workbench;
  await page.setViewportSize({ width: 720, height: 450 });
  await introduce(page, 'Professor Annegret von der Hohenlohe-Langenburg zu Aldren');
  await expect(articleText(page)).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);

  await page.keyboard.press('Control+f');
  await page.keyboard.type('Straits');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Straits stay closed/ })).toBeAttached();
  await expect(articleText(page)).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('no place makes the window itself scroll', async ({ workbench }) => {
  const { page } = workbench;
  await page.setViewportSize({ width: 720, height: 450 });
  await introduce(page, 'Anna');
  for (const [index, place] of ['Code', 'Search', 'Work', 'Codebook', 'Entities', 'Dataset'].entries()) {
    await page.keyboard.press(`Alt+${index + 1}`);
    await expect(page.getByRole('button', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
    await page.waitForLoadState('networkidle');
    const size = () =>
      page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    await expect.poll(size, place).toEqual([720, 450]);
  }
});

/** Whether the caret, or the end of what is selected, is seen: nothing lies over it, and it isn't beyond an edge. */
function isInSight(page: Page): Promise<boolean> {
  return articleText(page).evaluate((text) => {
    const selection = getSelection();
    if (!selection?.focusNode) return false;
    const caret = document.createRange();
    caret.setStart(selection.focusNode, selection.focusOffset);
    const { left, top, bottom } = caret.getClientRects()[0] ?? caret.getBoundingClientRect();
    const seen = (y: number): boolean => {
      const at = document.elementFromPoint(left, y);
      return at !== null && (text.contains(at) || at.contains(text));
    };
    return seen(top + 1) && seen(bottom - 1);
  });
}

for (const size of [
  { width: 1024, height: 600 },
  { width: 1440, height: 900 },
  { width: 720, height: 450 },
  { width: 512, height: 300 },
]) {
  test(`the caret, and the words that a key tags, are never under the keys: ${size.width} × ${size.height}`, async ({
    workbench,
  }) => {
    const { page } = workbench;
    await page.setViewportSize(size);
    await introduce(page, 'Mara Kessel');
    await expect(articleText(page)).toBeFocused();
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < 24; line++) {
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => isInSight(page), `line ${line}`).toBe(true);
      if (line % 4 !== 3) continue;
      // Other keys are due then, and may need more room.
      await press(page, '1', /agged/);
      await expect.poll(() => isInSight(page), `tagged in line ${line}`).toBe(true);
      await page.keyboard.press('Escape');
    }
  });
}

for (const size of [
  { width: 1024, height: 600 },
  { width: 720, height: 450 },
]) {
  test(`a list to choose from never lies over the words it is about: ${size.width} × ${size.height}`, async ({
    workbench,
  }) => {
    const { page } = workbench;
    await page.setViewportSize(size);
    await introduce(page, 'Mara Kessel');
    await expect(articleText(page)).toBeFocused();
    await page.keyboard.press('Control+Home');
    const chooser = page.getByRole('dialog', { name: /^Who or what is/ });
    for (let line = 0; line < 20; line += 3) {
      for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
      // Into the middle of the line, where the list stands.
      await page.keyboard.press('Home');
      for (let word = 0; word < 4; word++) await page.keyboard.press('Control+ArrowRight');
      await press(page, '1', /agged/);
      await page.keyboard.press('a');
      await expect(chooser).toBeVisible();
      // Of many names, and of few.
      for (const typed of ['', 'e', 'el', 'elx']) {
        if (typed !== '') await page.keyboard.press(typed.slice(-1));
        const clear = async () => {
          const words = await page.locator('mark.an-selected').first().boundingBox();
          const list = await chooser.boundingBox();
          if (!words || !list) return false;
          const [beside, beyond] = [
            words.x + words.width <= list.x || words.x >= list.x + list.width,
            words.y + words.height <= list.y || words.y >= list.y + list.height,
          ];
          return beside || beyond;
        };
        await expect.poll(clear, `“${typed}” in line ${line}`).toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(chooser).toHaveCount(0);
    }
  });
}

test('the caret is never under a message that stays in the corner of a narrow window', async ({ workbench }) => {
  const { page } = workbench;
  await page.setViewportSize({ width: 1024, height: 600 });
  await introduce(page, 'Mara Kessel');
  await expect(articleText(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await press(page, '1', /agged/);
  // Refused: it stays until it is put away.
  await page.keyboard.press('a');
  await page.keyboard.type('Adra Solene');
  await expect(page.getByRole('dialog', { name: /^Who or what is/ }).getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('alert')).toBeVisible();
  await expect(articleText(page)).toBeFocused();
  for (let line = 0; line < 24; line++) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect.poll(() => isInSight(page), `line ${line}`).toBe(true);
  }
});
