import { basename, dirname, relative, sep } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/* Drives Parley's own file chooser, as an analyst does, from the Home place down. */

/** Chooses files in one folder, or a folder itself (which then is the only path). */
export async function chooseExistingIn(page: Page, home: string, paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (first === undefined) throw new Error('nothing to choose');
  const dialog = await goTo(page, home, dirname(first));
  for (const [index, path] of paths.entries()) {
    await entry(dialog, basename(path)).click(index === 0 ? {} : { modifiers: ['Control'] });
  }
  await confirm(dialog);
}

/** Gives the name of something new in a folder that is there. */
export async function chooseNewIn(page: Page, home: string, path: string): Promise<void> {
  const dialog = await goTo(page, home, dirname(path));
  await dialog.getByRole('textbox', { name: /^Name of the/ }).fill(basename(path));
  await confirm(dialog);
}

async function goTo(page: Page, home: string, folder: string): Promise<Locator> {
  const below = relative(home, folder);
  if (below.startsWith('..')) throw new Error(`${folder} isn't below the test's home folder ${home}`);
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('navigation', { name: 'Places' }) });
  await dialog.getByRole('button', { name: 'Home', exact: true }).click();
  await here(dialog, basename(home));
  for (const name of below.split(sep).filter((part) => part !== '')) {
    await entry(dialog, name).dblclick();
    await here(dialog, name);
  }
  return dialog;
}

async function here(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('listbox', { name: `Contents of ${name}`, exact: true }).waitFor();
}

function entry(dialog: Locator, name: string): Locator {
  return dialog.getByRole('option').filter({ has: dialog.page().getByTitle(name, { exact: true }) });
}

/** The main button stands last. */
async function confirm(dialog: Locator): Promise<void> {
  await dialog.locator('footer').getByRole('button').last().click();
  await dialog.waitFor({ state: 'hidden' });
}
