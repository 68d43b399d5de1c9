import type { Page } from '@playwright/test';
import { expectSaid, introduce, openArticle, press, saved, status } from './support/desk.ts';
import { articleText, caretAt, expectReading, readArticle } from './support/caret.ts';
import { expect, test } from './support/workbench.ts';

test.describe.configure({ timeout: 120_000 });

test('across the corpus, by keyboard: search, jump to the words, tag all mentions, one undo', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Control+Shift+F');
  const field = page.getByRole('textbox', { name: 'What to look for' });
  await expect(field).toBeFocused();
  await workbench.screenshot('search-empty');

  // What can't be understood yet is said in plain words, and nothing is asked.
  await page.keyboard.type('"port maren');
  await expect(page.getByText('The quotation mark at character 1 is never closed.')).toBeVisible();
  await page.keyboard.type('"');
  const list = page.getByRole('listbox', { name: 'Places in the texts' });
  await expect(list.getByRole('option').first()).toContainText('Port Maren');
  await workbench.screenshot('search-texts');

  // Down into the list, Enter opens the article with these words selected.
  await page.keyboard.press('ArrowDown');
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('Port Maren');
  await page.keyboard.press('F3');
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('Port Maren');
  await workbench.screenshot('jumped');

  // Back to what was found, where one was.
  await page.keyboard.press('Alt+2');
  await expect(list).toBeFocused();
  await expect(list.locator('[aria-selected="true"]')).toHaveAttribute('data-row', '1');
  // The list takes digits for itself, but not those that lead to another place.
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Work' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('Port Maren');

  // Tagged here, then everywhere.
  await press(page, '3', /^(?:Tagged|Already tagged as) venue “Port Maren”/);
  await saved(page);
  const before = Number(await annotationCount(page));
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Tag all mentions of “Port Maren”' });
  const places = dialog.getByRole('listbox', { name: 'Places that will be tagged' });
  await expect(dialog.getByRole('button', { name: /^Tag \d+ mentions$/ })).toBeVisible();
  await workbench.screenshot('mentions');
  const all = Number(/\d+/.exec(await dialog.getByRole('button', { name: /^Tag / }).innerText())?.[0]);
  expect(all).toBeGreaterThan(1);

  // The first place is struck out by key.
  await places.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('button', { name: new RegExp(`^Tag ${all - 1} mention`) })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expectSaid(page, new RegExp(`^${all - 1} mentions? tagged in \\d+ articles?`));
  expect(Number(await annotationCount(page))).toBe(before + all - 1);

  // One undo takes all of them back.
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => Number(await annotationCount(page))).toBe(before);
});

test('annotations are found by their words, and filtered', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('tab', { name: /^Annotations/ }).click();
  await page.getByRole('textbox', { name: 'What to look for' }).fill('talks');
  const list = page.getByRole('listbox', { name: 'Annotations' });
  await expect(list.getByRole('option').first()).toContainText(/talks/i);
  await page.getByRole('button', { name: 'Filters' }).click();
  const panel = page.getByRole('dialog', { name: 'Only annotations …' });
  await panel.getByRole('button', { name: 'Claims' }).click();
  await workbench.screenshot('search-filter');
  await panel.getByRole('button', { name: 'Close' }).click();
  const chips = page.getByRole('list', { name: 'Filters that are set' });
  await expect(chips).toContainText('Claims');
  for (const option of await list.getByRole('option').all()) await expect(option).toContainText('claim');
  await workbench.screenshot('search-annotations');
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Record' })).toContainText(/talks/i);
});

test('what is undone or tagged in sight of the list of annotations is seen in it', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /two chairs and many doubts/);
  await caretAt(page, 'Averell');
  await press(page, '1', /^Tagged actor/);
  await saved(page);
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('tab', { name: /^Annotations/ }).click();
  await page.getByRole('textbox', { name: 'What to look for' }).fill('Averell');
  const list = page.getByRole('listbox', { name: 'Annotations' });
  const rows = list.getByRole('option');
  await expect(rows.first()).toContainText('Averell');
  const before = await rows.count();
  await list.focus();
  await page.keyboard.press('Control+Z');
  const nothing = page.getByRole('heading', { name: 'Nothing found in the annotations' });
  if (before > 1) await expect(rows).toHaveCount(before - 1);
  else await expect(nothing).toBeVisible();
  await page.keyboard.press('Control+Shift+Z');
  await expect(rows).toHaveCount(before);
});

test('G on what was undone meanwhile says so, without a dialog, and the list has what there is', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const gone = page.getByRole('region', { name: 'Messages' }).getByText('This annotation isn’t there any more');
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('textbox', { name: 'What to look for' }).fill('doubts');
  const places = page.getByRole('listbox', { name: 'Places in the texts' });
  await expect(places.getByRole('option').first()).toContainText('doubts');
  await places.focus();
  await press(page, '1', /^Tagged actor “doubts”/);
  // What is undone is shown, in its article.
  await page.keyboard.press('Control+z');
  await expectReading(page);
  await page.keyboard.press('Alt+2');
  await expect(places).toBeFocused();
  await page.keyboard.press('g');
  await expect(gone).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(places).toBeFocused();
  // Done again, it is the same annotation.
  await page.keyboard.press('Control+Shift+Z');
  await expectSaid(page, /^Done again/);
  await page.keyboard.press('Alt+2');
  await expect(places).toBeFocused();
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog', { name: 'Tag all mentions of “doubts”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(places).toBeFocused();

  await page.getByRole('tab', { name: /^Annotations/ }).click();
  const list = page.getByRole('listbox', { name: 'Annotations' });
  await expect(list.getByRole('option')).toHaveCount(1);
  await list.focus();
  await page.keyboard.press('Control+z');
  // In sight still, or not any more: nothing else is said of it.
  await page.keyboard.press('g');
  await expect(page.getByRole('heading', { name: 'Nothing found in the annotations' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the list of articles is filtered by the same things', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Control+F');
  await page.keyboard.press('Control+F');
  const panel = page.getByRole('dialog', { name: 'Only articles …' });
  await panel.getByRole('checkbox', { name: /^Oster Daily/ }).check();
  await workbench.screenshot('corpus-filter');
  await page.keyboard.press('Escape');
  const articles = page.getByRole('listbox', { name: 'Articles' });
  await expect.poll(() => articles.getByRole('option').count()).toBeGreaterThan(0);
  for (const row of await articles.getByRole('option').all()) await expect(row).toContainText('Oster Daily');
  await page.getByRole('button', { name: 'Without the filter Oster Daily' }).click();
  await expect.poll(() => articles.getByRole('option').count()).toBeGreaterThan(3);
  // Beside each code: the articles that are left with it.
  await page.getByRole('button', { name: 'Filters' }).click();
  const code = panel.getByRole('group', { name: 'Codes' }).getByRole('checkbox').first();
  const label = await panel.getByRole('group', { name: 'Codes' }).locator('label').first().innerText();
  await code.check();
  const left = Number(/(\d+)$/.exec(label.trim())?.[1]);
  await expect(page.getByText(`${left} article${left === 1 ? '' : 's'}`, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(articles.getByRole('option')).toHaveCount(left);
});

test('the list is grouped by status, and what is marked done stays where it stood until it is listed anew', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const list = page.getByRole('listbox', { name: 'Articles' });
  const order = page.getByRole('region', { name: 'Articles' }).getByRole('combobox', { name: 'Order' });
  await order.selectOption('By status');
  const headings = async () =>
    (await list.locator('[role="presentation"]').allTextContents()).filter((words) =>
      ['In progress', 'New', 'Done'].includes(words),
    );
  await expect.poll(headings).toEqual(['In progress', 'New', 'Done']);
  await workbench.screenshot('by-status');
  const titles = await list.getByRole('option').locator('[dir="auto"]').allInnerTexts();
  await openArticle(page, titles[0] ?? '');
  await readArticle(page);
  await press(page, 'd', /^Marked done/);
  await expect(list.getByRole('option').first().getByRole('img', { name: 'Done' })).toBeVisible();
  await expect.poll(headings).toEqual(['In progress', 'New', 'Done']);
  await press(page, 'j', `Opened ${titles[1]}`);
  await order.selectOption('By title');
  await order.selectOption('By status');
  await expect.poll(headings).toEqual(['In progress', 'New', 'Done']);
  await expect(list.getByRole('option', { name: titles[0] ?? '' })).toHaveAttribute('aria-posinset', /[78]/);
});

test('who asks for all articles gets them, whatever had been typed', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const field = page.getByRole('textbox', { name: 'Filter articles by title, outlet or author' });
  const rows = page.getByRole('listbox', { name: 'Articles' }).getByRole('option');
  await expect(rows.nth(3)).toBeAttached();
  const all = await rows.count();
  await field.fill('nothing is called so');
  await page.getByRole('button', { name: 'Show all articles' }).click();
  await expect(rows).toHaveCount(all);
  await expect(field).toHaveValue('');

  // The same from another place; and what was typed doesn't come back when typing would have rested.
  await field.fill('envoy');
  await expect(rows).not.toHaveCount(all);
  await page.keyboard.press('Alt+3');
  await page.getByRole('tab', { name: 'Progress' }).click();
  await page.getByRole('button', { name: /^Oster Daily: show/ }).click();
  await expect(field).toHaveValue('');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await expect(field).toHaveValue('');
  for (const row of await rows.all()) await expect(row).toContainText('Oster Daily');

  // One that is being typed when another project comes isn't asked of that one.
  await field.fill('Oster');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('start a fresh sample');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(all);
  await expect(field).toHaveValue('');
});

test('work: queues are gone through with J, progress is told in numbers', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: /^New articles/ }).click();
  await workbench.screenshot('queues');
  await page.getByRole('button', { name: 'Start' }).click();
  const strip = page.getByRole('region', { name: 'Queue' });
  await expect(strip).toContainText('New articles 1 of');
  await readArticle(page);
  await press(page, 'j', /^2 of \d+: /);
  await expect(strip).toContainText('2 of');
  await workbench.screenshot('queue-running');
  await press(page, 'Alt+Backspace', /^Left the queue/);
  await expect(strip).toHaveCount(0);
  // What claims lack stands in their records: the findings that lay over them give way.
  await page.keyboard.press('l');
  const record = page.getByRole('region', { name: 'Record' });
  await expect(record.getByRole('heading', { name: 'Findings' })).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: /^Claims that lack something/ }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(strip).toContainText('Claims that lack something 1 of');
  await expect(record.getByRole('list', { name: 'Claims of this article' })).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('tab', { name: 'Progress' }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await workbench.screenshot('progress');
  await page.emulateMedia({ colorScheme: 'dark' });
  await workbench.screenshot('progress-dark');
});

/** How many annotations the project has, as the status bar says. */
async function annotationCount(page: Page): Promise<string> {
  await saved(page);
  return /([\d,]+) annotations?/.exec(await status(page).innerText())?.[1] ?? '';
}
