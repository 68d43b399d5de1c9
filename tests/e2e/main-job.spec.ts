import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { cellText } from '../../src/renderer/panels/dataset/columns.ts';
import { articleText, caretAt, readArticle, selectWords } from './support/caret.ts';
import {
  card,
  cards,
  dialogNamed,
  expectHistory,
  expectSaid,
  introduce,
  openArticle,
  press,
  projectMenu,
  saved,
  status,
} from './support/desk.ts';
import { checkOffsets, type Package, readBrat, readPackage, sha256 } from './support/exported.ts';
import { harbour, port, treaty, writeNews } from './support/news.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

test.describe.configure({ timeout: 120_000 });

test('the main job: import, tag and link by keyboard, undo across articles and a restart, export', async ({
  workbench,
}) => {
  await introduce(workbench.page, 'Mara Kessel');
  await newProject(workbench, 'Harbour talks');
  await importThree(workbench);
  await tagPort(workbench.page);
  await linkPort(workbench.page);
  await workbench.screenshot('coded');
  await undoAcross(workbench);
  await seeRows(workbench);
  const { folder, tables } = await exportPackage(workbench);
  checkRows(tables);
  await compareRows(workbench, folder);
  await exportOthers(workbench, tables);
});

/** A new project in the analyst's own folder; the import dialog is then open. */
async function newProject(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await projectMenu(page, 'New project…');
  const dialog = dialogNamed(page, 'New project');
  await dialog.getByRole('textbox', { name: 'Name of the project' }).fill(name);
  await workbench.chooseNew(join(workbench.home, `${name}.parley`), () => page.keyboard.press('Enter'));
  await expect(page).toHaveTitle(`${name} – Parley`);
}

async function importThree(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const folder = join(workbench.home, 'news');
  mkdirSync(folder);
  const paths = writeNews(folder, [port, treaty, harbour]);
  const dialog = dialogNamed(page, 'Import');
  await workbench.chooseFiles(paths, () => dialog.getByRole('button', { name: 'Choose files…' }).click());

  const field = (name: string, file: string) => dialog.getByRole('textbox', { name: `${name} of ${file}` });
  await expect(field('Title', port.name)).toHaveValue('Ministers promise a harbour 🕊️ before winter');
  await expect(field('Date', port.name)).toHaveValue('2031-04-02');
  await expect(field('Outlet', port.name)).toHaveValue('Kestrel Wire');
  await expect(field('Title', treaty.name)).toHaveValue('Treaty draft angers Zürich delegation');
  await expect(field('Date', treaty.name)).toHaveValue('2031-04-03');
  await expect(field('Title', harbour.name)).toHaveValue('הנמל ייפתח לפני החורף');
  await expect(field('Date', harbour.name)).toHaveValue('2031-04-04');
  await expect(field('Language', harbour.name)).toHaveValue('he');
  await expect(dialog.getByText('windows-1252')).toBeVisible();
  // What was guessed is corrected before anything is kept.
  await field('Outlet', harbour.name).fill('Harbour Post');
  await field('Author', port.name).fill('Ines Corvo');
  await workbench.screenshot('import');

  await dialog.getByRole('button', { name: 'Import 3 articles' }).click();
  await expect(dialog.getByText('3 articles imported')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(status(page)).toContainText('3 articles');
  await openArticle(page, /Ministers promise/);
}

/** Everything that can be done to an annotation by key. */
async function tagPort(page: Page): Promise<void> {
  const marked = (words: string) => articleText(page).locator('mark', { hasText: words }).first();
  await selectWords(page, 'Minister Ana Quill');
  await press(page, '1', 'Tagged actor “Minister Ana Quill”');
  await expect(marked('Minister Ana Quill')).toHaveClass(/an-actor/);

  // The word at the caret, with its combining mark; then more of it, by the same key.
  await caretAt(page, 'Cafe\u0301');
  await press(page, '3', 'Tagged venue “Cafe\u0301”');
  await page.keyboard.press('Alt+ArrowRight');
  await expectSaid(page, 'Now “Cafe\u0301 Alba”');

  // A quotation in two pieces is one claim.
  await selectWords(page, 'The port 🚢 must open');
  await press(page, '2', 'Tagged claim “The port 🚢 must open”');
  await selectWords(page, 'before the talks resume in Velia');
  await press(page, 'f', /^Now “The port 🚢 must open … before/);

  // A claim around an actor, grown from one word to its sentence; then one that overlaps it.
  await caretAt(page, { words: 'Ma\u0301rquez' });
  await press(page, '1', 'Tagged actor “Ma\u0301rquez”');
  await press(page, 'Alt+Shift+ArrowLeft', 'Now “Jose\u0301 Ma\u0301rquez”');
  await caretAt(page, 'replied');
  await press(page, '2', 'Tagged claim “replied”');
  await press(page, '2', /^Tagged claim “Envoy Jose\u0301 Ma\u0301rquez replied that Oster/);
  await selectWords(page, 'never sign. Families 👨‍👩‍👧‍👦 waited');
  await press(page, '2', 'Tagged claim “never sign. Families 👨‍👩‍👧‍👦 waited”');
  await press(page, ',', /waite”$/);
  await press(page, '.', /waited”$/);
  await expect(articleText(page).locator('mark.an-claim-2')).toHaveText('never sign.');

  // Retype, memo, delete.
  await selectWords(page, 'Families 👨‍👩‍👧‍👦');
  await press(page, '3', 'Tagged venue “Families 👨‍👩‍👧‍👦”');
  await press(page, 'Shift+1', 'Now an actor: “Families 👨‍👩‍👧‍👦”');
  await page.keyboard.press('m');
  await page.keyboard.type('People, not a place.');
  await page.keyboard.press('Escape');
  await saved(page);
  await caretAt(page, 'truce');
  await press(page, '3', 'Tagged venue “truce”');
  await press(page, 'Delete', /^Removed venue “truce”/);
  await caretAt(page, { words: 'Velia', nth: 1 });
  await press(page, '1', 'Tagged actor “Velia”');
  await caretAt(page, 'asked');
  await press(page, '2', 'Tagged claim “asked”');
  await press(page, '2', /^Tagged claim “Velia has asked/);
  await caretAt(page, { words: 'Lund' });
  await press(page, '1', 'Tagged actor “Lund”');

  // Through all of it, from the top.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  const order = [
    /^claim “The port/,
    'actor “Minister Ana Quill”',
    'venue “Cafe\u0301 Alba”',
    /^claim “Envoy/,
    'actor “Jose\u0301 Ma\u0301rquez”',
    /^claim “never sign/,
    'actor “Families 👨‍👩‍👧‍👦”',
    /^claim “Velia has asked/,
    'actor “Velia”',
    'actor “Lund”',
  ];
  for (const words of order) await press(page, 'Tab', words);
  await press(page, 'Shift+Tab', 'actor “Velia”');
  await expect(cards(page)).toHaveCount(4);
}

async function linkPort(page: Page): Promise<void> {
  // By key: the likeliest is offered first.
  await readArticle(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await press(page, 'Tab', /^claim “The port/);
  await page.keyboard.press('b');
  const offered = page.getByRole('listbox', { name: 'Candidates' });
  await expect(offered.getByRole('option', { selected: true })).toContainText('Minister Ana Quill');
  await press(page, 'Enter', 'by “Minister Ana Quill”');
  await page.keyboard.press('v');
  await press(page, 'Enter', 'at “Cafe\u0301 Alba”');
  await page.keyboard.press('t');
  await page.keyboard.type('fam');
  await press(page, 'Enter', 'to “Families 👨‍👩‍👧‍👦”');
  await expect(card(page, /The port/)).toContainText('Complete');

  // By mouse, on another card.
  const envoy = card(page, /Envoy/);
  await envoy.getByRole('button', { name: /^add claimant/ }).click();
  await page
    .getByRole('listbox', { name: 'Candidates' })
    .getByRole('option', { name: /Ma\u0301rquez/ })
    .click();
  await expectSaid(page, 'by “Jose\u0301 Ma\u0301rquez”');
  await expect(envoy).toContainText('Complete');
  await envoy.getByTitle(/^Go to “Jose/).click();
  await expect(articleText(page).locator('mark.an-selected')).toHaveText('Jose\u0301 Ma\u0301rquez');
  await saved(page);
  await expectHistory(page, /link|by|Jos/, null);
}

/** Undo goes where the act was, in whatever article, and outlives the program. */
async function undoAcross(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await openArticle(page, /Treaty draft/);
  await selectWords(page, '“We won’t sign a half-truth,”');
  await press(page, '2', /^Tagged claim .*We won’t sign a half-truth/);
  await caretAt(page, 'Palace');
  await press(page, '3', 'Tagged venue “Palace”');
  await openArticle(page, /הנמל ייפתח/);
  await selectWords(page, 'José Márquez');
  await press(page, '1', 'Tagged actor “José Márquez”');
  await caretAt(page, 'ייפתח. השליח');
  await press(page, '2', 'Tagged claim “ייפתח”');
  await press(page, 'Alt+ArrowUp', /^Now “שרת החוץ/);
  await workbench.screenshot('right-to-left');

  await press(page, 'Control+z', /^Undone: /);
  await press(page, 'Control+z', /^Undone: tag claim “ייפתח”/);
  await press(page, 'Control+z', /^Undone: tag actor “José/);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Treaty draft/);
  await expectHistory(page, /^Undo: tag claim /, /^Redo: tag venue “Palace”/);
  await page.keyboard.press('Control+Shift+z');
  await expectHistory(page, /^Undo: tag venue “Palace”/, /^Redo: tag actor “José/);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/הנמל ייפתח/);
  await expectHistory(page, /^Undo: tag actor “José/, /^Redo: tag claim “ייפתח”/);

  await workbench.restart();
  const again = workbench.page;
  await expect(again).toHaveTitle('Harbour talks – Parley');
  await expectHistory(again, /^Undo: tag actor “José/, /^Redo: tag claim “ייפתח”/);
  await again.keyboard.press('Control+z');
  await expectHistory(again, /^Undo: tag venue “Palace”/, /^Redo: tag actor “José/);
  await again.keyboard.press('Control+y');
  await again.keyboard.press('Control+y');
  await again.keyboard.press('Control+y');
  await expectHistory(again, /^Undo: /, null);
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(/הנמל ייפתח/);
  await expect(articleText(again).locator('mark.an-claim').first()).toBeVisible();
}

/** The Dataset place shows rows, and each leads back to its words. */
async function seeRows(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Alt+6');
  const grid = page.getByRole('grid', { name: /^Claims/ });
  await expect(grid).toHaveAttribute('aria-rowcount', '7');
  await workbench.screenshot('dataset');
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(articleText(page).locator('mark.an-selected').first()).toBeVisible();
}

async function exportPackage(workbench: Workbench): Promise<{ folder: string; tables: Package }> {
  const { page } = workbench;
  await page.keyboard.press('Control+e');
  const dialog = dialogNamed(page, 'Export the dataset');
  await expect(dialog.getByRole('region', { name: 'What it will hold' })).toContainText('3 articles');
  await workbench.screenshot('export');
  const folder = await writeInto(workbench, 'package');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const tables = readPackage(folder);
  checkOffsets(tables);
  return { folder, tables };
}

/** Presses the main button, chooses a new folder in the home folder, and waits until all is written. */
async function writeInto(workbench: Workbench, name: string): Promise<string> {
  const { page } = workbench;
  const folder = join(workbench.home, name);
  const main = page.getByRole('button', { name: 'Choose a folder and export…' });
  await expect(main).toBeEnabled();
  await workbench.chooseNew(folder, () => main.click());
  await expect(dialogNamed(page, 'The dataset is written')).toBeVisible();
  expect(statSync(folder).isDirectory()).toBe(true);
  return folder;
}

/** What was coded is in the tables, word for word. */
function checkRows({ articles, spans, claims, links }: Package): void {
  expect(new Map(articles.map((row) => [row['file_name'], row['text']]))).toEqual(
    new Map([port, treaty, harbour].map(({ name, text }) => [name, text])),
  );
  const fields = articles.map((row) => [row['file_name'], row['outlet'], row['author'], row['date']].join('|'));
  expect(fields.sort()).toEqual([
    'harbour-he.txt|Harbour Post||2031-04-04',
    'port.txt|Kestrel Wire|Ines Corvo|2031-04-02',
    'treaty.txt|Oster Daily||2031-04-03',
  ]);
  expect(spans).toHaveLength(14);
  expect(new Set(spans.map((row) => row['coder']))).toEqual(new Set(['Mara Kessel']));
  expect(claims).toHaveLength(6);
  const broken = claims.find((row) => row['claim']?.startsWith('The port'));
  expect(broken).toMatchObject({
    claim: 'The port 🚢 must open … before the talks resume in Velia',
    claimants: 'Minister Ana Quill',
    addressees: 'Families 👨‍👩‍👧‍👦',
    venues: 'Cafe\u0301 Alba',
    outlet: 'Kestrel Wire',
    date: '2031-04-02',
  });
  expect(broken?.['fragments_utf16']?.split(';')).toHaveLength(2);
  expect(spans.find((row) => row['quote'] === 'Families 👨‍👩‍👧‍👦')).toMatchObject({
    kind: 'actor',
    memo: 'People, not a place.',
  });
  expect(links.map((row) => `${row['role']}: ${row['words']}`).sort()).toEqual([
    'addressee: Families 👨‍👩‍👧‍👦',
    'claimant: Jose\u0301 Ma\u0301rquez',
    'claimant: Minister Ana Quill',
    'venue: Cafe\u0301 Alba',
  ]);
}

/** What the Dataset place shows is what was written, cell for cell. */
async function compareRows(workbench: Workbench, folder: string): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Alt+6');
  for (const table of ['claims', 'spans', 'links', 'articles']) {
    const written: string[][] = parse(readFileSync(join(folder, `${table}.csv`)));
    await page.getByRole('tab', { name: new RegExp(`^${table}`, 'i') }).click();
    const grid = page.getByRole('grid', { name: new RegExp(`^${table}`, 'i') });
    await expect(grid.getByRole('row')).toHaveCount(written.length);
    const rows = grid.getByRole('row');
    for (const [index, record] of written.entries()) {
      const cells = rows.nth(index).locator(index === 0 ? '[role="columnheader"]' : '[role="gridcell"]');
      await expect(cells).toHaveText(record.map((cell) => cellText(cell)));
    }
  }
}

/** JSON Lines and brat hold the same. */
async function exportOthers(workbench: Workbench, tables: Package): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Control+e');
  await page.getByRole('radio', { name: /^JSON Lines/ }).check();
  const jsonl = await writeInto(workbench, 'jsonl');
  const lines = readFileSync(join(jsonl, 'articles.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(3);
  for (const { text, text_sha256: hash, spans } of lines) {
    expect(sha256(text)).toBe(hash);
    for (const { fragments } of spans) {
      for (const fragment of fragments) {
        expect(text.slice(fragment.start_utf16, fragment.end_utf16)).toBe(fragment.text);
        expect([...text].slice(fragment.start_codepoint, fragment.end_codepoint).join('')).toBe(fragment.text);
      }
    }
  }
  expect(lines.flatMap((line) => line.spans)).toHaveLength(tables.spans.length);

  await page.getByRole('button', { name: 'Export in another format' }).click();
  await page.getByRole('radio', { name: /^brat/ }).check();
  const brat = readBrat(await writeInto(workbench, 'brat'));
  expect([...brat.keys()].sort()).toEqual(['harbour-he.ann', 'port.ann', 'treaty.ann']);
  expect(brat.get('port.ann')?.filter((line) => line.startsWith('T'))).toHaveLength(10);
  expect(brat.get('port.ann')?.filter((line) => line.startsWith('E'))).toHaveLength(2);
  expect([...brat.values()].flat().filter((line) => line.startsWith('#'))).toHaveLength(1);
}
