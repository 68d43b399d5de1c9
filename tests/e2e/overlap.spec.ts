import type { Locator, Page } from '@playwright/test';
import { articleText, readArticle, selectWords } from './support/caret.ts';
import { cards, introduce, openArticle, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('three claims over one sentence with an actor inside: all visible, clicks go from inner to outer', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Straits stay closed/);
  const claims = [
    'said his government "takes note"',
    'Viktor Land, said his government "takes note"',
    'The envoy of Oster, Viktor Land, said his government "takes note"',
  ];
  for (const words of claims) {
    await selectWords(page, words);
    await press(page, '2', /^Tagged claim/);
  }
  await selectWords(page, 'government');
  await press(page, '1', 'Tagged actor “government”');
  await selectWords(page, 'Oster, Viktor');
  await press(page, '3', 'Tagged venue “Oster, Viktor”');

  const piece = (words: string) => articleText(page).locator('mark', { hasText: words });
  await expect(piece('government')).toHaveClass(/an-claim-3.*an-actor|an-actor.*an-claim-3/);
  await expect(piece('government')).toHaveAttribute('aria-description', 'actor in claim in claim in claim');
  await expect(piece('takes note').first()).toHaveClass(/an-claim-3/);
  await expect(piece('The envoy of')).toHaveClass(/an-claim(?!-\d)/);
  await expect(piece('Oster, ')).toHaveClass(/an-venue/);
  await expect(piece('Viktor').first()).toHaveClass(/an-venue/);
  await expect(piece('Viktor').first()).toHaveClass(/an-claim-2/);
  // Each depth and kind looks like no other.
  const looks = new Set<string>();
  for (const words of ['The envoy of', ', ', ' "takes note"', 'government', 'Viktor']) {
    looks.add(await look(page, words));
  }
  expect(looks.size).toBe(5);
  await workbench.screenshot('three-claims');

  const selected = () => articleText(page).locator('mark.an-selected').allTextContents();
  for (const words of ['government', ...claims, 'government']) {
    await piece('government').click();
    await expect.poll(async () => (await selected()).join('')).toBe(words);
  }
  await expect(cards(page)).toHaveCount(3);
  await articleText(page).locator('p').first().click();
  await expect(articleText(page).locator('mark.an-selected')).toHaveCount(0);
});

/** What the eye has to tell one piece from another. */
function look(page: Page, words: string): Promise<string> {
  return articleText(page)
    .locator('mark')
    .filter({ hasText: words })
    .first()
    .evaluate((mark) => {
      const { backgroundColor, boxShadow, textDecorationLine, textDecorationStyle } = getComputedStyle(mark);
      return [backgroundColor, boxShadow, textDecorationLine, textDecorationStyle].join(' ');
    });
}

test('with forced colours the kinds differ by their lines, on the ground of the page', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Velia repeats offer/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await readArticle(page);
    await page.keyboard.press('Control+Home');
    await press(page, 'Escape', /^Nothing is selected/);
    await workbench.screenshot(`forced-colours-${colorScheme}`);
    const marks = await articleText(page).locator('mark').all();
    expect(marks.length).toBeGreaterThan(5);
    const grounds = await Promise.all(marks.map((mark) => inked(mark)));
    const wanted = await inked(page.locator('body'));
    expect(grounds).toEqual(marks.map(() => wanted));
    // What is linked with the selected claim says its role in words that can be read.
    await articleText(page).getByText('joint news conference').click();
    await articleText(page).getByText('A settlement is possible').click();
    expect(await inked(articleText(page).locator('[data-role]').first(), '::before')).toEqual(wanted);
    await workbench.screenshot(`forced-colours-${colorScheme}-selected`);
  }
});

/** The ink and the ground of an element, or of what is drawn before it. */
function inked(
  element: Locator,
  pseudo: string | null = null,
): Promise<{ readonly ink: string; readonly ground: string }> {
  return element.evaluate((shown, part) => {
    const { color, backgroundColor } = getComputedStyle(shown, part);
    return { ink: color, ground: backgroundColor };
  }, pseudo);
}
