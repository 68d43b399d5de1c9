import type { Page } from '@playwright/test';
import { articleText, expectReading, selectedWords, selectWords } from './support/caret.ts';
import { introduce, openArticle, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* Who looks something up in another place comes back to where they were reading. */

const SHORT = { width: 1300, height: 520 };

test('the codebook is looked up in, and one reads on with the same words selected', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.setViewportSize(SHORT);
  await openArticle(page, /Velia repeats offer/);
  await selectWords(page, 'in the war’s first month');
  await expect.poll(() => scrolled(page)).toBeGreaterThan(200);
  await settled(page);
  const before = await scrolled(page);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Codebook' })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expectReading(page);
  await expect.poll(() => selectedWords(page)).toBe('in the war’s first month');
  await settled(page);
  expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(4);
  // The next key means these words.
  await press(page, '3', /^Tagged venue “in the war’s first month”/);

  // Scrolled away from the caret, one comes back to what was in sight.
  await articleText(page).hover();
  await page.mouse.wheel(0, -5000);
  await expect.poll(() => scrolled(page)).toBe(0);
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('heading', { level: 1, name: 'Dataset' })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expectReading(page);
  await settled(page);
  expect(await scrolled(page)).toBe(0);
});

test('a jump is made once: coming back leaves one where one has read on to', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.setViewportSize(SHORT);
  await openArticle(page, /Velia repeats offer/);
  // To the words of the last card, far down.
  await page
    .getByRole('article', { name: /^Claim: it would host/ })
    .getByRole('button')
    .first()
    .click();
  await settled(page);
  await articleText(page).hover();
  await page.mouse.wheel(0, 5000);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(200);
  await settled(page);
  const before = await scrolled(page);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Codebook' })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expectReading(page);
  await settled(page);
  expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(4);

  // Another article begins at its top.
  await openArticle(page, /Straits stay closed/);
  await expect.poll(() => scrolled(page)).toBe(0);
});

/** How far the article is scrolled, in pixels. */
function scrolled(page: Page): Promise<number> {
  return articleText(page).evaluate((text) => {
    let at = text.parentElement;
    while (at && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
    return at?.scrollTop ?? -1;
  });
}

/** As long as a jump takes to come to rest. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 40; frame++) await new Promise(requestAnimationFrame);
  });
}
