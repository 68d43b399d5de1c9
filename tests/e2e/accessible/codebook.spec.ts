import { auditViews, dialog, escape, type View } from '../support/audit.ts';
import { expect, test } from '../support/workbench.ts';

test.describe.configure({ timeout: 300_000 });

/** A dialog of the code that is chosen in the tree, from its menu. */
const codeDialog = (entry: string, title: RegExp): View =>
  dialog(`codebook, ${entry}`, title, async (page) => {
    await page.getByRole('button', { name: /^What can be done with/ }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).click();
  });

/** The sample's codebook. Each leaves the place as it found it. */
const codebook: readonly View[] = [
  {
    name: 'codebook, codes',
    async open(page) {
      await page.keyboard.press('Alt+4');
      await page.getByRole('tab', { name: /^Codes/ }).click();
      await page.getByRole('tree').getByRole('treeitem', { name: 'Conditions' }).click();
      await expect(page.getByRole('region', { name: 'Where it is used' }).getByRole('listitem')).not.toHaveCount(0);
      await expect(page.getByRole('region', { name: 'Examples' }).getByRole('listitem')).not.toHaveCount(0);
    },
  },
  codeDialog('Rename', /^Rename/),
  codeDialog('Move', /^Move/),
  codeDialog('Merge', /^Merge/),
  codeDialog('Split', /^Split/),
  codeDialog('Remove', /^Remove/),
  {
    name: 'codebook, a name that is taken',
    async open(page) {
      await page.getByRole('tree').focus();
      await page.keyboard.press('F2');
      await page.keyboard.type('offer to HOST');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('tree').getByRole('alert')).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'codebook, variables',
    async open(page) {
      await page.getByRole('tab', { name: /^Variables/ }).click();
      await page.getByRole('button', { name: 'Stance' }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'Stance' })).toBeVisible();
    },
  },
  {
    name: 'codebook, log',
    async open(page) {
      await page.getByRole('tab', { name: 'Log' }).click();
      await expect(page.getByRole('list', { name: /^What was done/ })).toBeVisible();
    },
  },
];

test('the codebook has no accessibility fault', async ({ workbench }) => {
  await auditViews(workbench, codebook, 'codebook');
});
