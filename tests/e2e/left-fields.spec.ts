import type { Page } from '@playwright/test';
import { card, dialogNamed, introduce, openArticle, saved, status } from './support/desk.ts';
import { untilReady } from './support/running.ts';
import { expect, test } from './support/workbench.ts';

/** What is typed in a field is kept when the field is left, in whatever way. */

const definition = (page: Page) => page.getByRole('textbox', { name: 'Definition' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });

test('a key that goes to another place keeps what was typed; until then nothing is called saved', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Ana Quill');
  await toCode(page);
  await typeAtEnd(page, definition(page), ' Not for offers.');
  await expect(status(page)).not.toContainText('Saved');
  await page.keyboard.press('Alt+5');
  await saved(page);
  await toEntity(page);
  await typeAtEnd(page, note(page), ' Left in autumn.');
  await expect(status(page)).not.toContainText('Saved');
  await page.keyboard.press('Alt+4');
  await saved(page);
  await page.getByRole('button', { name: 'New code' }).click();
  await page.keyboard.type('Prisoners');
  await page.keyboard.press('Alt+5');
  await saved(page);

  await toEntity(page);
  await expect(note(page)).toHaveValue(/ Left in autumn\.$/);
  await toCode(page);
  await expect(definition(page)).toHaveValue(/ Not for offers\.$/);
  await expect(page.getByRole('treeitem', { name: 'Prisoners' })).toBeVisible();
});

test('a window that goes away while one types keeps it too', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Ana Quill');
  await toCode(page);
  await typeAtEnd(page, definition(page), ' Not for offers.');
  await reload(page);
  await toEntity(page);
  await typeAtEnd(page, note(page), ' Left in autumn.');
  await reload(page);
  await openArticle(page, /Velia repeats offer/);
  const claim = card(page, /a charge that the League denies/);
  await claim.getByRole('button', { name: /a charge that the League denies/ }).click();
  await page.keyboard.press('m');
  await page.keyboard.type('Who denies it?');
  await reload(page);

  await openArticle(page, /Velia repeats offer/);
  await expect(claim).toContainText('Who denies it?');
  await toEntity(page);
  await expect(note(page)).toHaveValue(/ Left in autumn\.$/);
  await toCode(page);
  await expect(definition(page)).toHaveValue(/ Not for offers\.$/);
});

async function toCode(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await page.getByRole('treeitem', { name: /^Conditions/ }).click();
}

async function toEntity(page: Page): Promise<void> {
  await page.keyboard.press('Alt+5');
  await page
    .getByRole('listbox', { name: 'Entities' })
    .getByRole('option', { name: /Adra Sol/ })
    .click();
}

async function typeAtEnd(page: Page, field: ReturnType<typeof note>, words: string): Promise<void> {
  await field.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await untilReady(page);
}

test('a slip doesn’t throw away what was entered in a form, or struck out of a list', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Ana Quill');
  await openArticle(page, /Velia repeats offer/);
  await page.keyboard.press('e');
  const details = dialogNamed(page, 'About this article');
  // As it was opened it goes with one Escape.
  await expect(details).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();

  await page.keyboard.press('e');
  await details.getByRole('textbox', { name: 'Author' }).fill('Ines Corvo, Port Maren');
  await page.mouse.click(5, 450);
  await expect(details.getByRole('alert')).toContainText('Escape again leaves it');
  await details.getByRole('textbox', { name: 'Author' }).fill('Ines Corvo and others');
  await expect(details.getByRole('alert')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(details.getByRole('alert')).toBeVisible();
  await expect(details.getByRole('textbox', { name: 'Author' })).toHaveValue('Ines Corvo and others');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(page.getByRole('main')).not.toContainText('Ines Corvo and others');

  await card(page, /a charge that the League denies/)
    .getByRole('button', { name: 'the League', exact: true })
    .click();
  await page.keyboard.press('g');
  const mentions = dialogNamed(page, /^Tag all mentions of/);
  await expect(mentions.getByRole('button', { name: /^Tag \d+ mention/ })).toBeEnabled();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(mentions.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(mentions).toBeHidden();
});
