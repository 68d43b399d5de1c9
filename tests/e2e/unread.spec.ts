import type { Page } from '@playwright/test';
import { caretAt, readArticle } from './support/caret.ts';
import { dialogNamed, introduce, openArticle, press, saved } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* What can't be read is said where it would stand, and nothing else stands there instead. */

const MESSAGE = 'The project’s file can’t be read just now.';

/** Lets calls of a method fail as on a disk that doesn't answer, until the returned function is called. */
async function failing(page: Page, method: string): Promise<() => Promise<void>> {
  const url = `**/api/${method}`;
  await page.route(url, (route) =>
    route.fulfill({ status: 500, json: { code: 'disk-full', message: MESSAGE, hint: 'Look at the disk.' } }),
  );
  return () => page.unroute(url);
}

test.beforeEach(({ workbench }) => {
  test.skip(workbench.host === 'electron', 'a disk that fails is played by the network');
});

test('a code whose claims can’t be read isn’t said to be on no claim', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const again = await failing(page, 'codes.claims');
  await page.keyboard.press('Alt+4');
  await page.getByRole('treeitem', { name: /^Blame for failure/ }).click();
  const where = page.getByRole('region', { name: 'Where it is used' });
  await expect(where.getByRole('alert')).toContainText(MESSAGE);
  await expect(where).not.toContainText('On no claim yet');
  // It comes as soon as it can be read.
  await again();
  await page.getByRole('treeitem', { name: /^Offer to host/ }).click();
  await page.getByRole('treeitem', { name: /^Blame for failure/ }).click();
  await expect(where.getByRole('listitem').first()).toBeVisible();
  await expect(where.getByRole('alert')).toHaveCount(0);
});

test('a variable whose removal can’t be foretold says so', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await failing(page, 'codebook.preview');
  await page.keyboard.press('Alt+4');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('button', { name: 'Remove…' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(MESSAGE);
});

test('findings, duplicates, the queue of mentions and a name say what keeps them away', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  for (const method of ['lint.corpus', 'entities.duplicates', 'entities.queue', 'entities.get'])
    await failing(page, method);
  const main = page.getByRole('main');
  await page.keyboard.press('Alt+3');
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(main.getByRole('alert')).toContainText(MESSAGE);
  await page.keyboard.press('Alt+5');
  await page.getByRole('listbox', { name: 'Entities' }).getByRole('option').first().click();
  await expect(main.getByRole('alert')).toContainText(MESSAGE);
  for (const tab of ['To resolve', 'May be the same']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(main.getByRole('alert')).toContainText(MESSAGE);
  }
});

test('other mentions that can’t be read don’t leave a list that is looked for without end', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /two chairs and many doubts/);
  await readArticle(page);
  await caretAt(page, 'Averell');
  await press(page, '1', /^Tagged actor/);
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await saved(page);
  await failing(page, 'entities.alike');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('other mentions with the same words');
  await page.keyboard.press('Enter');
  const dialog = dialogNamed(page, /^Link the same words/);
  await expect(dialog.getByRole('alert')).toContainText(MESSAGE);
  await expect(dialog).not.toContainText('Looking for them');
});
