import { auditViews, dialog, escape, type View } from '../support/audit.ts';
import { readArticle, selectWords } from '../support/caret.ts';
import { press } from '../support/desk.ts';
import { expect, test } from '../support/workbench.ts';

test.describe.configure({ timeout: 300_000 });

/** The sample's entities. */
const entities: readonly View[] = [
  {
    name: 'chooser of who a mention is',
    async open(page) {
      await readArticle(page);
      await selectWords(page, 'chair');
      await press(page, '1', /agged/);
      await page.keyboard.press('a');
      await page.keyboard.type('e');
      await expect(page.getByRole('listbox', { name: 'Entities' }).getByRole('option').nth(1)).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'entities, list',
    async open(page) {
      await page.keyboard.press('Alt+5');
      await page.getByRole('listbox', { name: 'Entities' }).getByRole('option').first().click();
      await expect(page.getByRole('article').getByRole('textbox', { name: 'Name', exact: true })).toBeVisible();
    },
  },
  dialog('merge entities', /^Merge “/, async (page) => {
    await page.getByRole('button', { name: 'Merge…' }).click();
    await page.getByRole('combobox', { name: 'The same as' }).fill('e');
    await page.getByRole('dialog').getByRole('option').first().click();
    await expect(page.getByRole('region', { name: 'Kept' })).toBeVisible();
  }),
  dialog('split an entity', /^Split “/, async (page) => {
    await page.getByRole('button', { name: 'Split…' }).click();
  }),
  dialog('new entity', 'New entity', async (page) => {
    await page.getByRole('button', { name: 'New…' }).click();
  }),
  {
    name: 'entities, to resolve',
    async open(page) {
      await page.getByRole('tab', { name: 'To resolve' }).click();
      await expect(page.getByRole('grid').getByRole('row').first()).toBeVisible();
    },
  },
  {
    name: 'entities, none alike',
    async open(page) {
      await page.getByRole('tab', { name: 'May be the same' }).click();
      await expect(page.getByRole('heading', { name: 'No two names look alike' })).toBeVisible();
    },
  },
  {
    name: 'entities, may be the same',
    async open(page) {
      await page.getByRole('tab', { name: 'List' }).click();
      await page.getByRole('button', { name: 'New…' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Adra Solen');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('tab', { name: 'May be the same' }).click();
      await expect(page.getByRole('button', { name: 'Not the same' })).toBeVisible();
    },
  },
  {
    name: 'entities, told apart',
    async open(page) {
      await page.getByRole('button', { name: 'Not the same' }).click();
      await page.getByRole('button', { name: 'Told apart 1' }).click();
      await expect(page.getByRole('list', { name: 'Told apart' }).getByRole('listitem')).toHaveCount(1);
    },
  },
];

test('the entities have no accessibility fault', async ({ workbench }) => {
  await auditViews(workbench, entities, 'entities');
});
