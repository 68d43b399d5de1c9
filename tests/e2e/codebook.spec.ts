import type { Page } from '@playwright/test';
import { dialogNamed, expectSaid, introduce, saved } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* The codebook, made and remade by keyboard and mouse. */

const tree = (page: Page) => page.getByRole('tree', { name: 'Codes' });
const item = (page: Page, name: string) => tree(page).getByRole('treeitem', { name });

/** The tree as it is drawn: `  Talks` is under the code before it. */
const drawn = (page: Page) =>
  tree(page)
    .getByRole('treeitem')
    .evaluateAll((items) =>
      items
        .map((each) => ({ y: each.getBoundingClientRect().top, each }))
        .sort((a, b) => a.y - b.y)
        .map(({ each }) => {
          const level = Number(each.getAttribute('aria-level'));
          return `${'  '.repeat(level - 1)}${each.querySelector('[dir="auto"]')?.textContent}`;
        }),
    );

test('a codebook is typed, shaped by keyboard, and undone', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Codebook' })).toBeVisible();
  await workbench.screenshot('codebook-start');
  await page.getByRole('button', { name: /^(Start a|New) code$/ }).click();
  for (const name of ['Diplomacy', 'Ceasefire', 'Sanctions', 'Mediation']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expectSaid(page, `Added ${name}`);
  }
  await page.keyboard.press('Escape');
  await expect(tree(page)).toBeFocused();

  // Mediation and Ceasefire under Diplomacy, by key.
  await page.keyboard.press('Alt+ArrowUp');
  await expectSaid(page, 'Mediation moved up');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', 'Mediation', 'Ceasefire', 'Sanctions']);
  await page.keyboard.press('Alt+ArrowRight');
  await expectSaid(page, 'Mediation moved in');
  await item(page, 'Ceasefire').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', '  Mediation', '  Ceasefire', 'Sanctions']);

  // F2 renames in place; a name that is there is refused where it is typed.
  await page.keyboard.press('F2');
  await page.keyboard.type('Truce');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'Renamed to Truce');
  await page.keyboard.press('F2');
  await page.keyboard.type('mediation');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is a code “Mediation” under “Diplomacy” already.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', '  Mediation', '  Truce', 'Sanctions']);

  // A definition is kept when it is left.
  await page.getByRole('textbox', { name: 'Definition' }).fill('Arms are to rest, for good or for a time.');
  await page.keyboard.press('Control+Enter');
  await saved(page);

  // Merge, previewed.
  await page.getByRole('button', { name: 'What can be done with Truce' }).click();
  await page.getByRole('menuitem', { name: /^Merge into/ }).click();
  const merge = dialogNamed(page, 'Merge “Truce” into another code');
  await merge.getByRole('combobox', { name: 'Merge into' }).fill('medi');
  await page.keyboard.press('ArrowDown');
  await expect(merge.getByText('“Truce” is gone')).toBeVisible();
  await workbench.screenshot('codebook-merge');
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', '  Mediation', 'Sanctions']);
  await expect(page.getByRole('textbox', { name: 'Definition' })).toHaveValue(
    'From “Truce”: Arms are to rest, for good or for a time.',
  );
  await page.getByRole('button', { name: /^Undo: merge/ }).click();
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', '  Mediation', '  Truce', 'Sanctions']);

  await workbench.screenshot('codebook-codes');
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect(page.getByText('“Ceasefire” is now called “Truce”')).toBeVisible();
  await expect(page.getByText('taken back').first()).toBeVisible();
  await workbench.screenshot('codebook-log');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  const starter = page.getByRole('button', { name: 'Start with stance and form' });
  if (await starter.isVisible()) await starter.click();
  await expect(page.getByRole('heading', { level: 2, name: 'Stance' })).toBeVisible();
  await workbench.screenshot('codebook-variables');
});
