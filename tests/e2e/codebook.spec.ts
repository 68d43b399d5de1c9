import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parley } from './support/command-line.ts';
import { card, dialogNamed, expectHistory, expectSaid, introduce, saved } from './support/desk.ts';
import { drag } from './support/drag.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

/* The codebook, made and remade by keyboard and mouse. */

const tree = (page: Page) => page.getByRole('tree', { name: 'Codes' });
const item = (page: Page, name: string) => tree(page).getByRole('treeitem', { name });

/** A project without anything in it, coded by Mara Kessel. */
async function emptyProject(workbench: Workbench): Promise<Page> {
  const file = join(workbench.home, 'Study.parley');
  parley(workbench, 'new', file);
  await workbench.restart(file);
  await introduce(workbench.page, 'Mara Kessel');
  return workbench.page;
}

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
  const page = await emptyProject(workbench);
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
  // Shown beside the name, and said.
  const refusal = 'There is a code “Mediation” under “Diplomacy” already.';
  await expect(page.getByRole('alert').filter({ hasText: refusal })).toBeVisible();
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
  await page.keyboard.press('Enter');
  await expect(merge.getByText('“Truce” is gone', { exact: true })).toBeVisible();
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

test('at the lower end of the tree a new name, and why it can’t be, are in sight', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.setViewportSize({ width: 1200, height: 640 });
  await page.keyboard.press('Alt+4');
  await item(page, 'War').click();
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name of the new code' });
  await expect(name).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('Displacement');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Displacement')).toBeVisible();
  await expect(name).toHaveValue('');
  await expect(name).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('Displacement');
  await page.keyboard.press('Enter');
  const refusal = page.getByRole('alert').filter({ hasText: 'There is a code “Displacement” at the top already.' });
  // But for a fraction of a pixel.
  await expect(refusal.last()).toBeInViewport({ ratio: 0.9 });
});

test('what can be done with the chosen code is found by its words, from anywhere', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+4');
  await item(page, 'Conditions').click();
  await page.keyboard.press('Alt+1');
  for (const [words, title] of [
    ['merge the chosen', 'Merge “Conditions” into another code'],
    ['split the chosen', 'Split “Conditions”'],
    ['rename the chosen', 'Rename “Conditions”'],
    ['move the chosen', 'Move “Conditions”'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(dialogNamed(page, title)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('retire the chosen');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Conditions')).toContainText('retired');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('back into use');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Conditions')).not.toContainText('retired');
});

test('a codebook is imported, previewed, searched, dragged, and exported as .qdc', async ({ workbench }) => {
  const page = await emptyProject(workbench);
  const { home } = workbench;
  writeFileSync(join(home, 'book.csv'), BOOK);
  writeFileSync(join(home, 'broken.qdc'), '<CodeBook><Codes><Code name="A"></CodeBook>');
  await page.keyboard.press('Alt+4');

  await workbench.chooseFiles([join(home, 'broken.qdc')], () => page.getByRole('button', { name: 'Import…' }).click());
  const refused = dialogNamed(page, 'Import “broken.qdc”');
  await expect(refused.getByRole('alert')).toContainText('The file is broken: line 1');
  await refused.getByRole('button', { name: 'Close', exact: true }).last().click();

  await workbench.chooseFiles([join(home, 'book.csv')], () => page.getByRole('button', { name: 'Import…' }).click());
  const importing = dialogNamed(page, 'Import “book.csv”');
  await expect(importing.getByRole('region', { name: 'New', exact: true })).toContainText(
    'Diplomacy › Ceasefire › Monitored',
  );
  await workbench.screenshot('codebook-import');
  await importing.getByRole('button', { name: 'Import', exact: true }).click();
  await expectSaid(page, 'The codebook is read');
  await expect(item(page, 'Monitored')).toBeVisible();

  // Found among many, and dropped elsewhere.
  await page.getByRole('searchbox', { name: 'Find a code' }).fill('monit');
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', '  Ceasefire', '    Monitored']);
  await page.getByRole('searchbox', { name: 'Find a code' }).fill('');
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', '  Ceasefire', '    Monitored', 'Trade']);
  await drag(item(page, 'Monitored'), item(page, 'Trade'));
  await expectSaid(page, 'Monitored moved');
  await expect.poll(() => drawn(page)).toEqual(['Diplomacy', '  Ceasefire', 'Trade', '  Monitored']);

  const out = join(home, 'out.qdc');
  await workbench.chooseNew(out, async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: /^REFI-QDA/ }).click();
  });
  await expect(page.getByText(/^The codebook is written/).first()).toBeVisible();
  await expect.poll(() => existsSync(out)).toBe(true);
  expect(readFileSync(out, 'utf8')).toMatch(/name="Trade"[^>]*>\s*<Code [^>]*name="Monitored"/);
});

test('what is coded goes along when codes and choices change, previewed and taken back', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+4');
  const used = page.getByRole('region', { name: 'Where it is used' });
  const listed = used.getByRole('listitem');
  const menu = async (entry: RegExp) => {
    await page.getByRole('button', { name: /^What can be done with/ }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };

  // A split: one claim is given to a new code, the others keep theirs.
  await item(page, 'Conditions').click();
  await expect(listed).not.toHaveCount(0);
  const before = await listed.count();
  await menu(/^Split/);
  const split = dialogNamed(page, 'Split “Conditions”');
  await split.getByRole('textbox', { name: 'New code 1' }).fill('Place and seats');
  await split
    .getByRole('combobox', { name: /^Give “.*A settlement/ })
    .first()
    .selectOption({ label: 'Place and seats' });
  await expect(split.getByText('1 annotation changes.')).toBeVisible();
  await split.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(listed).toHaveCount(before - 1);
  await item(page, 'Place and seats').click();
  await expect(listed).toHaveCount(1);

  // Its words lead to the article, where the code is on the card; and back.
  await listed.getByRole('button').first().click();
  await expect(card(page, /A settlement/)).toContainText('Place and seats');
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 2, name: 'Place and seats' })).toBeVisible();
  await tree(page).focus();

  // Removed after it was said what is lost.
  await item(page, 'Blame for failure').click();
  await page.keyboard.press('Delete');
  const remove = dialogNamed(page, 'Remove “Blame for failure”?');
  await expect(remove.getByText(/annotations lose what was coded/)).toBeVisible();
  await remove.getByRole('button', { name: /^Remove it from/ }).click();
  await expect(item(page, 'Blame for failure')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(item(page, 'Blame for failure')).toBeVisible();

  // A renamed choice renames what is coded with it.
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('button', { name: /^Stance/ }).click();
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('in favour');
  await page.getByRole('button', { name: 'Keep the changes' }).click();
  const rename = dialogNamed(page, 'Change what is coded with “Stance”?');
  await expect(rename.getByText(/^\d+ annotations change/)).toBeVisible();
  await workbench.screenshot('codebook-choices');
  await rename.getByRole('button', { name: 'Keep the changes' }).click();
  await expectSaid(page, 'Kept Stance');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('in favour').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('supports').first()).toBeVisible();
});

test('2,000 codes: a screenful is drawn, and a word finds its code', async ({ workbench }) => {
  const rows = Array.from(
    { length: 2000 },
    (_, i) => `${i < 40 ? '' : `Group ${i % 40}`},${i < 40 ? 'Group' : 'Code'} ${i},About ${i}`,
  );
  writeFileSync(join(workbench.home, 'many.csv'), `parent,name,definition\n${rows.join('\n')}\n`);
  const file = join(workbench.home, 'Study.parley');
  parley(workbench, 'new', file);
  parley(workbench, 'codebook', file, '--import', join(workbench.home, 'many.csv'));
  await workbench.restart(file);
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('tab', { name: 'Codes 2,000' })).toBeVisible();
  expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(80);
  await tree(page).focus();
  await page.keyboard.press('End');
  await expect(item(page, 'Code 1999')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(item(page, 'Group 0')).toBeVisible();
  await page.keyboard.press('Control+f');
  const started = Date.now();
  await page.keyboard.type('code 1234');
  await expect.poll(() => drawn(page)).toEqual(['Group 34', '  Code 1234']);
  expect(Date.now() - started).toBeLessThan(2000);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Code 1234' })).toBeVisible();
  await workbench.screenshot('codebook-many');
});

const BOOK = `parent,name,definition,colour
,Diplomacy,What states say to each other.,#3f76d8
Diplomacy,Ceasefire,"Arms are to rest, for good or for a time.",
Diplomacy › Ceasefire,Monitored,Somebody watches that they do.,
,Trade,,#148a72
`;

test('whoever regrets a removal presses undo at once, while the dialog is still there', async ({ workbench }) => {
  test.skip(workbench.host === 'electron', 'a slow disk is played by the network');
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+4');
  await page.route('**/api/codes.remove', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await item(page, 'Blame for failure').click();
  await page.keyboard.press('Delete');
  const remove = dialogNamed(page, 'Remove “Blame for failure”?');
  // What has no act on its way is left alone.
  await expect(remove.getByRole('button', { name: /^Remove it from/ })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await remove.getByRole('button', { name: /^Remove it from/ }).click();
  await page.keyboard.press('Control+z');
  await expectHistory(page, null, /^Redo: remove the code/);
  await expect(item(page, 'Blame for failure')).toBeVisible();
});
