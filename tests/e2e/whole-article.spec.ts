import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectReading } from './support/caret.ts';
import { card, cards, dialogNamed, expectHistory, expectSaid, press, saved, status } from './support/desk.ts';
import { checkOffsets, readPackage } from './support/exported.ts';
import { pointed, tabTo, watchPointer } from './support/hands.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

/* A whole article of the sample, from the first start to the exported dataset, with the keyboard alone. */

test.describe.configure({ timeout: 120_000 });

const TITLE = 'After Port Maren, two chairs and many doubts';
const offer = (page: Page) => page.locator('[data-offer]');

test('a whole article from start to export with the keyboard alone, and not one pointer event', async ({
  workbench,
}) => {
  const { page } = workbench;
  await watchPointer(page);
  await sayWho(page);
  await makeVariable(page);
  await openByPalette(page);
  await takeProposals(page);
  await tagByHand(page);
  await nameEntity(page);
  await codeRecord(page);
  await undoAndRedo(page);
  await markDone(page);
  const folder = await exportPackage(workbench);
  checkRows(folder);
  expect(await pointed(page)).toEqual([]);
});

async function sayWho(page: Page): Promise<void> {
  const dialog = dialogNamed(page, 'Who is coding?');
  await expect(dialog.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await page.keyboard.type('Mara Kessel');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Coder: Mara Kessel');
  await expectReading(page);
}

/** A yes or no that is recorded of each claim. */
async function makeVariable(page: Page): Promise<void> {
  await palette(page, 'new variable of claims');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Certain');
  await tabTo(page, page.getByRole('combobox', { name: 'Type' }));
  await page.keyboard.type('yes');
  await tabTo(page, page.getByRole('checkbox', { name: 'Required' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Add the variable' }));
  await press(page, 'Enter', 'Added Certain');
  await page.keyboard.press('Alt+1');
  await expectReading(page);
}

async function palette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'What to do, or where to go' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(new RegExp(words, 'i'));
  await page.keyboard.press('Enter');
}

async function openByPalette(page: Page): Promise<void> {
  await palette(page, 'after port maren');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeAttached();
  await expectReading(page);
}

/** The first likely quotation isn’t taken, the next two are, with who says them and where. */
async function takeProposals(page: Page): Promise<void> {
  await expect(offer(page)).toContainText('sitting down with President Orla Wend');
  await press(page, 'n', /^Not a claim: /);
  await press(page, 'y', /^Taken: claim “April has thirty days. 🕊️”, by Wend’s office\. Next: /);
  await press(page, 'y', /^Taken: claim “the League would pay .*, by Jon Averell\. Next: “Ask Oster\.”$/);
  await expect(cards(page)).toHaveCount(2);
  await expect(card(page, /the League would pay/)).toContainText('forum in Kestrel Bay');
}

/** Quotations, parts of sentences and names are gone to by their keys; ends are moved; roles are filled from lists. */
async function tagByHand(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home');
  // The chancellor’s words: the part of the sentence, without “she”, in two fragments.
  await press(page, '5', 'Selected “can imagine”');
  await press(page, 'Alt+.', /^Selected .*can imagine” sitting down with Presid/);
  await press(page, '2', /^Tagged claim .*can imagine” sitting down/);
  await press(page, '5', 'Selected “but not in March”');
  await press(page, 'f', /^Now .*can imagine” sitting down/);
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Chancellor Edda Roth');
  await press(page, 'Enter', 'by “Chancellor Edda Roth”');

  // Forward, back, and into what was selected; an end of the selection is moved.
  await press(page, '4', 'Selected “Wend”');
  await press(page, 'Shift+4', /^Selected “President Orla Wend/);
  await press(page, '7', 'Selected “but not in March”');
  await press(page, '7', /^Selected “Wend’s office answered within the hour”/);
  await press(page, '7', 'Selected “on its public page”');
  await press(page, 'Alt+Shift+ArrowRight', 'Selected “its public page”');
  await press(page, 'Alt+Shift+ArrowLeft', 'Selected “on its public page”');

  // A sentence from its start, cut down to what is said in it.
  await press(page, '6', /^Selected “Jon Averell, the secretary/);
  await page.keyboard.press('6');
  await page.keyboard.press('6');
  await press(page, '6', /^Selected “But a diplomat who was at the forum/);
  await press(page, 'Alt+Shift+.', /^Selected Land had told him/);
  await press(page, 'Alt+Shift+.', 'Selected Oster “would not stand in the way”.');
  await press(page, 'Alt+,', 'Selected Oster “would not stand in the way”');
  await press(page, '2', /^Tagged claim/);
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('land');
  await press(page, 'Enter', 'by “Land”');
  await page.keyboard.press('v');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('forum');
  await press(page, 'Enter', 'at “forum in Kestrel Bay”');
  await expectReading(page);
  await expect(cards(page)).toHaveCount(4);
}

/** Who a mention is: what is offered is taken. */
async function nameEntity(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await press(page, 'Tab', 'actor “Chancellor Edda Roth”');
  await expect(offer(page)).toContainText('This is Edda Roth');
  await press(page, 'y', '“Chancellor Edda Roth” is Edda Roth');
}

/** The claim gets a new code, and its values by digits. */
async function codeRecord(page: Page): Promise<void> {
  await press(page, 'Tab', /^claim .*can imagine/);
  await page.keyboard.press('c');
  await expect(page.getByRole('combobox', { name: 'Code' })).toBeFocused();
  await page.keyboard.type('Summits');
  await page.keyboard.press('Control+Enter');
  await expectSaid(page, 'Coded as Summits');
  await page.keyboard.press('i');
  await expect(page.getByRole('group', { name: 'Stance' }).getByRole('button').first()).toBeFocused();
  await press(page, '1', /^Stance: /);
  await expect(page.getByRole('group', { name: 'Certain' }).getByRole('button').first()).toBeFocused();
  await press(page, '2', 'Certain: no');
  await expectReading(page);
  await expect(card(page, /can imagine/)).toContainText('Complete');
}

async function undoAndRedo(page: Page): Promise<void> {
  await press(page, 'Control+z', /^Undone: set “Certain”/);
  await press(page, 'Control+z', /^Undone: set “Stance”/);
  await press(page, 'Control+z', /^Undone: code claim .* as “Summits”/);
  await expect(card(page, /can imagine/)).not.toContainText('Summits');
  await press(page, 'Control+Shift+z', /^Done again: code claim/);
  await press(page, 'Control+y', /^Done again: set “Stance”/);
  await press(page, 'Control+y', /^Done again: set “Certain”/);
  await expectHistory(page, /^Undo: set “Certain”/, null);
}

async function markDone(page: Page): Promise<void> {
  await press(page, 'd', /^Marked done\./);
  await saved(page);
}

async function exportPackage(workbench: Workbench): Promise<string> {
  const { page } = workbench;
  const folder = join(workbench.home, 'dataset');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('button', { name: 'Choose a folder and export…' })).toBeFocused();
  if (workbench.host === 'electron') await workbench.chooseNew(folder, () => page.keyboard.press('Enter'));
  else await chooseByKeys(page, 'dataset');
  await expect(dialogNamed(page, 'The dataset is written')).toBeVisible();
  // The next Enter ends it, not another export.
  await expect(dialogNamed(page, 'The dataset is written').getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectReading(page);
  return folder;
}

/** Parley’s own chooser: the home folder, a new name, Enter. */
async function chooseByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Name of the folder' });
  await expect(field).toBeFocused();
  const home = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Home', exact: true });
  await tabTo(page, home);
  await page.keyboard.press('Enter');
  await expect(home).toHaveAttribute('aria-current', 'true');
  await tabTo(page, field);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

function checkRows(folder: string): void {
  const tables = readPackage(folder);
  checkOffsets(tables);
  const article = tables.articles.find(({ title }) => title === TITLE);
  expect(article).toMatchObject({ status: 'done' });
  const claims = tables.claims.filter((row) => row['article_id'] === article?.['article_id']);
  const told = claims.map((row) => [row['claim'], row['claimants'], row['venues'], row['codes'], row['var_certain']]);
  expect(told).toEqual([
    [
      '“can imagine” sitting down with President Orla Wend … “but not in March”',
      'Chancellor Edda Roth',
      '',
      'Summits',
      'false',
    ],
    ['“April has thirty days. 🕊️”', 'Wend’s office', 'public page', '', ''],
    [
      'the League would pay for a line of observers if both sides wanted one',
      'Jon Averell',
      'forum in Kestrel Bay',
      '',
      '',
    ],
    ['Oster “would not stand in the way”', 'Land', 'forum in Kestrel Bay', '', ''],
  ]);
  expect(new Set(claims.map(({ coder }) => coder))).toEqual(new Set(['Mara Kessel']));
  expect(claims[0]).toMatchObject({ claimant_entities: 'Edda Roth', var_stance: 'supports' });
  expect(claims[2]).toMatchObject({ reporting: 'paraphrased', cue: 'told' });
  const links = tables.links.filter((row) => claims.some((claim) => claim['claim_id'] === row['claim_id']));
  expect(links).toHaveLength(7);
}
