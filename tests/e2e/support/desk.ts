import { expect, type Locator, type Page } from '@playwright/test';

/* What an analyst does in the window, in their words. */

/** Says who codes, in the dialog that asks for it at the first start. */
export async function introduce(page: Page, name: string): Promise<void> {
  const dialog = dialogNamed(page, 'Who is coding?');
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(status(page)).toContainText(`Coder: ${name}`);
}

/** A dialog by its title. */
export function dialogNamed(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title });
}

/** The bar at the bottom. */
export function status(page: Page): Locator {
  return page.getByRole('contentinfo', { name: 'Status' });
}

/** Presses a key and waits for what the program then says to screen readers. */
export async function press(page: Page, key: string, said: string | RegExp): Promise<void> {
  await page.keyboard.press(key);
  await expectSaid(page, said);
}

/** What a key just did, as screen readers are told. */
export async function expectSaid(page: Page, said: string | RegExp): Promise<void> {
  const heard = async () => (await page.getByTestId('said').textContent())?.trim();
  await expect.poll(heard).toMatch(typeof said === 'string' ? new RegExp(`^${escaped(said)}$`) : said);
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Waits until the window says that all is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(status(page).locator('[data-saved="yes"]')).toBeVisible();
}

/** What undo and redo would do, as the status bar has it. */
export async function expectHistory(page: Page, undo: RegExp | null, redo: RegExp | null): Promise<void> {
  const buttons = { Undo: undo, Redo: redo };
  for (const [name, label] of Object.entries(buttons)) {
    const button = status(page).getByRole('button', { name: new RegExp(`^${name}: `) });
    if (label === null) await expect(button).toHaveCount(0);
    else await expect(button).toHaveAccessibleName(label);
  }
}

/** Opens the project's menu and presses an entry. */
export async function projectMenu(page: Page, entry: string | RegExp): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /./ })
    .and(page.locator('[aria-haspopup="menu"]'))
    .first()
    .click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Shows an article of the list by its title. */
export async function openArticle(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached();
}

/** The claim cards of the open article. */
export function cards(page: Page): Locator {
  return page.getByRole('list', { name: 'Claims of this article' }).getByRole('article');
}

/** One claim card, by words of the claim. */
export function card(page: Page, words: string | RegExp): Locator {
  return page.getByRole('article', { name: words });
}
