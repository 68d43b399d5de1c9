import type { Page } from '@playwright/test';
import { readArticle, selectWords } from './support/caret.ts';
import { introduce, openArticle, expectSaid } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'What to do, or where to go' });
const present = (page: Page) => page.getByRole('listbox', { name: 'Found' }).locator('[aria-selected="true"]');

test('the palette finds a command by a few letters and does it to what is selected in the text', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, 'After Port Maren, two chairs and many doubts');
  await readArticle(page);
  await selectWords(page, 'Averell');

  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('tag act');
  await expect(present(page)).toContainText('Tag as actor');
  await expect(present(page)).toContainText('1');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'Tagged actor “Averell”');
  await expect(box(page)).toBeHidden();

  // The focus is in the text again: the next key works there.
  await page.keyboard.press('Delete');
  await expectSaid(page, /^Removed actor “Averell”/);

  // What was done last stands first.
  await page.keyboard.press('Control+k');
  await expect(present(page)).toContainText('Tag as actor');
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeHidden();
});

test('what can’t be done now says why, and isn’t done', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('system');
  await expect(present(page)).toContainText('It is so already.');
  await expect(present(page)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'It is so already.');
  await expect(box(page)).toBeFocused();
});

test('it opens an article by its title, from any place, and gives the focus back to where it was', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go to dataset');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Claims', exact: true })).toBeVisible();

  const back = page.getByRole('tab', { name: 'Spans', exact: true });
  await back.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(back).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('two chairs');
  await expect(page.getByRole('group', { name: 'Articles' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: 'After Port Maren, two chairs and many doubts' }),
  ).toBeAttached();
});

test('the focus can’t be drawn away from it: what is typed never reaches the text behind', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await readArticle(page);
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.getByRole('textbox', { name: 'Article text' }).evaluate((text) => (text as HTMLElement).focus());
  await page.keyboard.type('port');
  await expect(box(page)).toHaveValue('port');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
});
