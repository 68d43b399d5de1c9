import type { Page } from '@playwright/test';
import { auditAll, calm, escape, type View } from '../support/audit.ts';
import { readArticle } from '../support/caret.ts';
import { makeCodebook } from '../support/codebook.ts';
import { introduce, press } from '../support/desk.ts';
import { expect, test } from '../support/workbench.ts';

test.describe.configure({ timeout: 300_000 });

/** The second claim of the sample's first article, selected by key. */
async function selectClaim(page: Page): Promise<void> {
  await readArticle(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  for (const said of [/missing/, /missing: .*A settlement/]) await press(page, ';', said);
}

const records: readonly View[] = [
  {
    name: 'a record to be filled',
    async open(page) {
      await selectClaim(page);
      await page.getByRole('button', { name: /^more roles/ }).click();
      await page.keyboard.press('Shift+D');
      await page.keyboard.type('Tuesday');
    },
    close: escape,
  },
  {
    name: 'a value that can’t be kept',
    async open(page) {
      await selectClaim(page);
      await page.keyboard.press('Shift+D');
      await page.keyboard.type('someday');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'codes',
    async open(page) {
      await selectClaim(page);
      await page.keyboard.press('c');
      await expect(page.getByRole('combobox', { name: 'Code' })).toBeFocused();
    },
    close: escape,
  },
  {
    name: 'a record that is filled',
    async open(page) {
      await selectClaim(page);
      await page.keyboard.press('c');
      await page.keyboard.type('observers');
      await page.keyboard.press('Enter');
      await press(page, 'q', /^Now|^Neither/);
      await page.keyboard.press('i');
      await press(page, '1', 'Certain: yes');
      await readArticle(page);
      await page.keyboard.press('v');
      await expect(page.getByRole('combobox', { name: /venue/ })).toBeFocused();
    },
    close: escape,
  },
];

test('a claim record with all that it can be coded with has no accessibility fault', async ({ workbench }) => {
  const { page } = workbench;
  await calm(page);
  await introduce(page, 'Mara Kessel');
  await makeCodebook(page);
  await auditAll(workbench, records, 'coded');
});
