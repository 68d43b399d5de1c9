import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleText, caretAt, expectReading, readArticle, selectWords } from './support/caret.ts';
import { parley } from './support/command-line.ts';
import { dialogNamed, expectSaid, introduce, openArticle, press, saved } from './support/desk.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

/* Who and what mentions are: offered with a reason, taken with one key, chosen, merged, split, undone. */

const record = (page: Page) => page.getByRole('region', { name: 'Record' });
const offer = (page: Page) => page.locator('[data-offer]');
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });
const names = (page: Page) => page.getByRole('listbox', { name: 'Entities' }).getByRole('option');

const TEXT = `Ministers meet at the forum

Foreign Minister Adra Solène flew to Port Maren on Friday. Solène told reporters that Velia would wait.

“We have kept one chair,” Solène said. Oster has not replied, and Oster’s envoy stayed away; Oster wants more time. Oster said so.
`;

/** A project of one article that nobody has coded. */
async function begin(workbench: Workbench): Promise<Page> {
  const source = join(workbench.home, 'meeting.txt');
  const file = join(workbench.home, 'Study.parley');
  writeFileSync(source, TEXT);
  parley(workbench, 'new', file);
  parley(workbench, 'import', file, source);
  await workbench.restart(file);
  await introduce(workbench.page, 'Mara Kessel');
  await readArticle(workbench.page);
  return workbench.page;
}

async function tag(page: Page, words: string | { words: string; nth: number }, key = '1'): Promise<void> {
  await selectWords(page, words);
  await press(page, key, /^Tagged/);
}

test('a mention’s entity is offered, taken, chosen, merged and taken back', async ({ workbench }) => {
  const page = await begin(workbench);

  // Nothing is in the list: what the words are named without their title is offered as new.
  await tag(page, 'Foreign Minister Adra Solène');
  await expect(offer(page)).toContainText('New: Adra Solène, person');
  await press(page, 'y', 'New in the list: “Adra Solène”');
  await expect(record(page)).toContainText('Adra Solène');

  // In one breath: tagged, and the offer that comes of it taken.
  await selectWords(page, { words: 'Solène', nth: 1 });
  await page.keyboard.press('1');
  await page.keyboard.press('y');
  await expectSaid(page, '“Solène” is Adra Solène');
  await expect(record(page).getByRole('button', { name: /^It isn’t “Adra Solène”/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expectSaid(page, /^Undone: link actor “Solène”/);
  await expect(offer(page)).toContainText('last name of Adra Solène, who is named in this article');

  // Waved away, it isn’t offered again; the chooser still has it.
  await press(page, 'n', /^Not offered again/);
  await expect(offer(page)).toHaveCount(0);
  await page.keyboard.press('a');
  const chooser = page.getByRole('dialog', { name: 'Who or what is “Solène”?' });
  await expect(chooser.getByRole('option').first()).toContainText('Adra Solène');
  await page.keyboard.type('Adra Solene');
  await expect(chooser.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is an actor called “Adra Solène” already.', { exact: true })).toBeVisible();
  await expectReading(page);
  await page.keyboard.press('a');
  await page.keyboard.type('A. Solene');
  await expect(chooser.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expectSaid(page, 'New in the list: “A. Solene”');
  await saved(page);

  // The place: the two look alike, are compared with their mentions, and merged.
  await page.keyboard.press('Alt+5');
  await expect(names(page)).toHaveCount(2);
  await tab(page, 'May be the same').click();
  await page.getByRole('button', { name: 'Not the same' }).click();
  await expect(page.getByRole('list', { name: 'May be the same' }).getByRole('listitem')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Told apart 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'May be the same' }).click();
  await expect(page.getByRole('list', { name: 'Told apart' }).getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('list', { name: 'Told apart' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Told apart 0' }).click();
  await page.getByRole('button', { name: 'Compare…' }).click();
  const merging = dialogNamed(page, /^Merge “/);
  await expect(merging.getByRole('region', { name: 'Kept' })).toBeVisible();
  await expect(merging).toContainText('1 mention (1 of Mara Kessel)');
  await workbench.screenshot('entities-merge');
  await merging.getByRole('button', { name: /^Merge into/ }).click();
  await expect(names(page)).toHaveCount(1);
  await expect(page.getByRole('article').getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(names(page)).toHaveCount(2);
  await page.keyboard.press('Control+Shift+z');
  await expect(names(page)).toHaveCount(1);

  // A mention leads back to its words.
  await page.getByRole('article').getByRole('listitem').first().getByRole('button').click();
  await expect(articleText(page)).toBeVisible();
});

test('the same words are linked together, the queue is worked off by key, and lists are read', async ({
  workbench,
}) => {
  const page = await begin(workbench);
  for (const nth of [0, 1, 2, 3]) await tag(page, { words: 'Oster', nth });
  await tag(page, { words: 'Velia', nth: 0 });
  await page.keyboard.press('a');
  await page.keyboard.type('Republic of Velia');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'New in the list: “Republic of Velia”');

  // Others with the same words: shown first, each can be struck out, one undo.
  await selectWords(page, { words: 'Oster', nth: 0 });
  await page.keyboard.press('1');
  await expectSaid(page, /^Already tagged/);
  await page.keyboard.press('a');
  await page.keyboard.type('Oster');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'New in the list: “Oster”');
  await expect(offer(page)).toContainText('too');
  await page.keyboard.press('y');
  const alike = dialogNamed(page, 'Link the same words to “Oster”');
  await expect(alike.getByRole('checkbox')).toHaveCount(2);
  await workbench.screenshot('entities-alike');
  await alike.getByRole('checkbox').first().uncheck();
  await alike.getByRole('button', { name: 'Link 1 mention' }).click();
  await expect(alike).toBeHidden();

  await page.keyboard.press('Alt+5');
  await tab(page, 'To resolve').click();
  const grid = page.getByRole('grid', { name: 'Mentions to resolve, by spelling' });
  // The one that was struck out, and “Oster’s”.
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('row').first()).toContainText('“Oster” is Oster elsewhere in this article');
  await expect(grid.getByRole('row').last()).toContainText('the same name but for “the”, ’s, stops or hyphens');
  await workbench.screenshot('entities-queue');
  await grid.focus();
  await page.keyboard.press('y');
  await expect(grid.getByRole('row')).toHaveCount(1);
  await expect(grid).toBeFocused();
  await page.keyboard.press('y');
  await expect(page.getByText('Every mention has its entity')).toBeVisible();

  // A list from a file: shown first, then taken in one act.
  const path = join(workbench.home, 'list.csv');
  writeFileSync(
    path,
    'name,category,aliases,parent\nOster,state,Republic of Oster,\nMinistry,organisation,,Oster\nMars,planet,,\n',
  );
  await page.locator('input[type=file]').first().setInputFiles(path);
  const reading = dialogNamed(page, 'Import “list.csv”');
  await expect(reading).toContainText('1 new, 1 changed (1 other name, 1 category)');
  await expect(reading).toContainText('Oster: 1 other name: Republic of Oster');
  await expect(reading).toContainText('Ministry (organisation)');
  await workbench.screenshot('entities-import');
  await expect(reading).toContainText('Line 4: “planet” isn’t a category.');
  await reading.getByRole('button', { name: 'Import 2 names' }).click();
  await expect(reading).toBeHidden();
  await tab(page, /^List/).click();
  await names(page)
    .filter({ hasText: /^Oster/ })
    .first()
    .click();
  const details = page.getByRole('article', { name: 'Oster', exact: true });
  await expect(details).toContainText('Republic of Oster');
  await details.getByRole('textbox', { name: 'Another name of Oster' }).fill('Osterland');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('button', { name: 'Osterland', exact: true })).toBeVisible();
  await workbench.screenshot('entities-list');

  // Split by a single mention, and taken back.
  await details.getByRole('button', { name: 'Split…' }).click();
  const splitting = dialogNamed(page, 'Split “Oster”');
  await splitting.getByText('Single mentions').click();
  await splitting.getByRole('checkbox').last().check();
  await splitting.getByRole('textbox', { name: 'Its name' }).fill('Oster City council');
  await expect(splitting).toContainText('will refer to “Oster City council”');
  await workbench.screenshot('entities-split');
  await splitting.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(names(page).filter({ hasText: 'Oster City council' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(names(page).filter({ hasText: 'Oster City council' })).toHaveCount(0);
});

test('what is undone in sight of a name is seen in what is said of it', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /two chairs and many doubts/);
  await caretAt(page, 'Averell');
  await press(page, '2', /^Tagged claim/);
  await page.keyboard.press('b');
  await page.keyboard.type('Ruvim');
  await press(page, 'Enter', 'by “Ruvim Kast”');
  await saved(page);
  await page.keyboard.press('Alt+5');
  await names(page).filter({ hasText: 'Ruvim Kast' }).click();
  const parts = page.getByRole('region', { name: 'In claims' });
  await expect(parts).toContainText('claimant of 1 claim');
  await page.getByRole('listbox', { name: 'Entities' }).focus();
  await page.keyboard.press('Control+Z');
  await expect(parts).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(parts).toContainText('claimant of 1 claim');
});
