import { auditViews, dialog, type View } from '../support/audit.ts';
import { test } from '../support/workbench.ts';
import { dataset } from './everywhere.ts';

test.describe.configure({ timeout: 300_000 });

/** The tables that aren't looked at everywhere. */
const tables: readonly View[] = [
  ...['codes of claims', 'entities', 'codes', 'variables'].map(dataset),
  dialog('columns', 'Columns of claims', async (page) => {
    await page.keyboard.press('Alt+6');
    await page.getByRole('button', { name: 'What the columns mean' }).click();
  }),
];

test('the dataset’s other tables have no accessibility fault', async ({ workbench }) => {
  await auditViews(workbench, tables, 'dataset');
});
