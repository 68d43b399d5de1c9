import { articleText } from './support/caret.ts';
import { introduce } from './support/desk.ts';
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
