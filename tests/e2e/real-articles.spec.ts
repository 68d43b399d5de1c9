import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { articleText, readArticle, shownParagraphs } from './support/caret.ts';
import { checkOffsets, readPackage } from './support/exported.ts';
import { dialogNamed, introduce, press, projectMenu, saved, status } from './support/desk.ts';
import { parley } from './support/command-line.ts';
import { ROOT } from './support/places.ts';
import { expect, test } from './support/workbench.ts';

/* Three news articles as they came, which lie beside the repository and don't belong to it: no word of them stands here. */
const FOLDER = resolve(ROOT, '..', 'shared', 'data', 'articles');
const isThere = existsSync(FOLDER);

test('real news articles are imported and coded in the window', async ({ workbench }) => {
  test.skip(!isThere, 'skipped: shared/data/articles isn’t there');
  const file = join(workbench.home, 'Real.parley');
  parley(workbench, 'new', file);
  const folder = join(workbench.home, 'articles');
  cpSync(FOLDER, folder, { recursive: true });
  const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/i.test(name));
  await workbench.restart(file);
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');

  await projectMenu(page, 'Import…');
  const dialog = dialogNamed(page, 'Import');
  await workbench.chooseFolder(folder, () => dialog.getByRole('button', { name: 'Choose a folder…' }).click());
  await dialog.getByRole('button', { name: `Import ${names.length} articles` }).click();
  await expect(dialog.getByText(`${names.length} articles imported`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(`${names.length} articles`);

  const text = page.locator('.parley-editor');
  for (let article = 0; article < names.length; article++) {
    const list = page.getByRole('listbox', { name: 'Articles' });
    const option = list.getByRole('option').nth(article);
    await expect(text).toHaveAttribute('data-ready', /./);
    const before = await text.getAttribute('data-ready');
    const isOpen = (await option.getAttribute('aria-selected')) === 'true';
    await option.click();
    // What was said may still be the last article's "Opened": the text itself has to be another one.
    if (!isOpen) await expect(text).not.toHaveAttribute('data-ready', before ?? '');
    await readArticle(page);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+ArrowRight');
    await press(page, '1', /^Tagged actor/);
    await press(page, '2', /^Tagged claim/);
    await press(page, 'Alt+ArrowUp', /^Now /);
    await page.keyboard.press('b');
    await expect(page.getByRole('combobox', { name: /claimant/ })).toBeFocused();
    await press(page, 'Enter', /^by /);
    await saved(page);
    await expect(articleText(page).locator('mark').first()).toBeVisible();
    expect((await shownParagraphs(page)).length).toBeGreaterThan(1);
  }
  const out = join(workbench.home, 'out');
  await page.keyboard.press('Control+e');
  const main = page.getByRole('button', { name: 'Choose a folder and export…' });
  await expect(main).toBeEnabled();
  await workbench.chooseNew(out, () => main.click());
  await expect(dialogNamed(page, 'The dataset is written')).toBeVisible();
  const tables = readPackage(out);
  checkOffsets(tables);
  expect(tables.articles).toHaveLength(names.length);
  expect(tables.claims).toHaveLength(names.length);
  expect(tables.links.length).toBe(names.length);
  const sources = names.map((name) => readFileSync(join(folder, name)));
  expect(
    tables.articles.every((row) => sources.some((bytes) => bytes.includes(Buffer.from(row['text'] ?? '\0')))),
  ).toBe(true);
});
