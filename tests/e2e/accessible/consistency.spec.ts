import { auditViews, escape, type View } from '../support/audit.ts';
import { readArticle, selectWords } from '../support/caret.ts';
import { press } from '../support/desk.ts';
import { expect, test } from '../support/workbench.ts';

test.describe.configure({ timeout: 300_000 });

/** Findings, precedents, the palette and the changing of keys. */
const consistency: readonly View[] = [
  {
    name: 'findings',
    async open(page) {
      await page.getByRole('option', { name: /After Port Maren/ }).click();
      await readArticle(page);
      await selectWords(page, { words: 'Port Maren', nth: 1 });
      await press(page, '1', /^Tagged actor/);
      await page.keyboard.press('l');
      await expect(page.getByRole('list', { name: 'Findings of this article' })).toBeVisible();
    },
  },
  {
    name: 'a finding dismissed',
    async open(page) {
      await page.locator('[data-finding][aria-current]').focus();
      await page.keyboard.press('d');
      await expect(page.getByRole('textbox', { name: 'Why can it be left?' })).toBeFocused();
    },
    async close(page) {
      await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
      await page.getByText('1 finding dismissed').click();
    },
  },
  {
    name: 'precedents',
    async open(page) {
      await page.getByRole('button', { name: /^Back to the claims/ }).click();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Tab');
      await page.keyboard.press('p');
      await expect(page.getByRole('heading', { name: 'Coded before' })).toBeVisible();
    },
    close: (page) => page.getByRole('button', { name: /^Back to the claims/ }).click(),
  },
  {
    name: 'palette',
    async open(page) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('port');
      await expect(page.getByRole('group', { name: 'Articles' })).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'changing keys',
    async open(page) {
      await page.keyboard.press('F1');
      await page.getByRole('button', { name: 'Change keys…' }).click();
      await page.getByRole('button', { name: 'J another key' }).press('Enter');
      await page.keyboard.press('k');
      await expect(page.getByText('is “Previous article”')).toBeVisible();
    },
    async close(page) {
      await page.getByRole('button', { name: 'Leave it' }).click();
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
];

test('findings, precedents, the palette and the changing of keys have no accessibility fault', async ({
  workbench,
}) => {
  await auditViews(workbench, consistency, 'consistency');
});
