import type { Locator, Page } from '@playwright/test';
import { caretAt, readArticle } from './support/caret.ts';
import { dialogNamed, expectSaid, introduce, openArticle, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

const row = (page: Page, title: string): Locator => page.getByRole('listitem').filter({ hasText: title });

async function changeKeys(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await dialogNamed(page, 'All keys').getByRole('button', { name: 'Change keys…' }).press('Enter');
  await expect(dialogNamed(page, 'Change keys')).toBeVisible();
}

test('a command gets another key; every place that shows keys follows, also after a restart', async ({ workbench }) => {
  let { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, 'After Port Maren, two chairs and many doubts');
  await changeKeys(page);
  await row(page, 'Tag as actor').getByRole('button', { name: '1 another key' }).press('Enter');
  await page.keyboard.press('z');
  await expectSaid(page, /^Tag as actor.*: Z$/);
  await expect(row(page, 'Tag as actor').getByRole('button', { name: 'Z another key' })).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('toolbar', { name: 'Keys' }).getByRole('button', { name: 'Z actor' })).toBeVisible();
  await workbench.restart();
  page = workbench.page;
  await openArticle(page, 'After Port Maren, two chairs and many doubts');
  await readArticle(page);
  await caretAt(page, 'Averell');
  await page.keyboard.press('1');
  await press(page, 'z', 'Tagged actor “Averell”');
  await changeKeys(page);
  await page.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await expectSaid(page, 'All keys are as they were made.');
  await expect(row(page, 'Tag as actor').getByRole('button', { name: '1 another key' })).toBeVisible();
});

test('a key that is taken is named, swapped or taken away; reserved ones are refused', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await changeKeys(page);
  const next = row(page, 'Next article');
  const previous = row(page, 'Previous article');
  await next.getByRole('button', { name: 'J another key' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(next).toContainText('lead through and out of');
  await page.keyboard.press('k');
  await expect(next).toContainText('K is “Previous article”');
  await next.getByRole('button', { name: /^Swap/ }).press('Enter');
  await expect(next.getByRole('button', { name: 'K another key' })).toBeVisible();
  await expect(previous.getByRole('button', { name: 'J another key' })).toBeVisible();

  await next.getByRole('button', { name: 'One more key' }).press('Enter');
  await page.keyboard.press('d');
  await next.getByRole('button', { name: 'Take it from there' }).press('Enter');
  await expect(next.getByRole('button', { name: 'D another key' })).toBeVisible();
  await expect(row(page, 'Mark the article done').getByRole('button', { name: /another key/ })).toHaveCount(0);

  // Escape leaves the listening, not the sheet.
  await next.getByRole('button', { name: 'One more key' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialogNamed(page, 'Change keys')).toBeVisible();
  await next.getByRole('button', { name: 'Reset “Next article”' }).press('Enter');
  await expect(next.getByRole('button', { name: 'J another key' })).toBeVisible();
  await expect(previous.getByRole('button', { name: 'J another key' })).toHaveCount(0);
});
