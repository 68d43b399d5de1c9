import type { Page } from '@playwright/test';
import { caretAt, articleText, expectReading } from './support/caret.ts';
import { dialogNamed, expectSaid, introduce, press, saved, status } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('a first start asks who codes; a word is tagged by keyboard; after a restart both are there', async ({
  workbench,
}) => {
  await expect(workbench.page).toHaveTitle('Sample project – Parley');
  await expect(dialogNamed(workbench.page, 'Who is coding?').getByRole('textbox')).toBeFocused();
  await introduce(workbench.page, 'Mara Kessel');

  // From the dialog into the text, by keyboard alone.
  await expectReading(workbench.page);
  const before = await marks(workbench.page);
  await caretAt(workbench.page, 'coalition');
  await press(workbench.page, '1', 'Tagged actor “coalition”');
  await saved(workbench.page);
  await expect(articleText(workbench.page).locator('mark', { hasText: /^coalition$/ })).toBeVisible();
  expect(await marks(workbench.page)).toBe(before + 1);
  await workbench.screenshot('first-tag');

  await workbench.restart();
  await expect(workbench.page).toHaveTitle('Sample project – Parley');
  await expect(status(workbench.page)).toContainText('Coder: Mara Kessel');
  await expect(workbench.page.getByRole('dialog')).toHaveCount(0);
  await expect(articleText(workbench.page).locator('mark', { hasText: /^coalition$/ })).toBeVisible();
  await expect(status(workbench.page).getByRole('button', { name: /^Undo: tag actor “coalition”/ })).toBeVisible();
});

test('the name may be given later: the first tag asks for it', async ({ workbench }) => {
  const { page } = workbench;
  await expect(dialogNamed(page, 'Who is coding?').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await caretAt(page, 'coalition');
  await page.keyboard.press('1');
  await introduce(page, 'Mara Kessel');
  // What was asked for is done then, where it was asked for.
  await expectSaid(page, 'Tagged actor “coalition”');
  await expectReading(page);
});

async function marks(page: Page): Promise<number> {
  return articleText(page).locator('mark').count();
}
