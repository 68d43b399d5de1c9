import type { Locator, Page } from '@playwright/test';
import { articleText, selectWords, selectedWords, shownParagraphs } from './support/caret.ts';
import { dialogNamed, expectHistory, expectSaid, introduce } from './support/desk.ts';
import { drag } from './support/drag.ts';
import { expect, test } from './support/workbench.ts';

/* What is dragged to where it can't go: nothing is changed, and what can be said is said. */

const item = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });

interface Carried {
  readonly text?: string;
  readonly link?: string;
  readonly files?: readonly { readonly name: string; readonly text: string }[];
}

/** Lets something go over an element that comes from another program: what hovering and letting go are answered with. */
function letGo(target: Locator, carried: Carried): Promise<{ refused: boolean; prevented: boolean }> {
  return target.evaluate((element, { text, link, files = [] }) => {
    const data = new DataTransfer();
    // One that a script has made doesn’t keep what it is told.
    Object.defineProperty(data, 'dropEffect', { value: '', writable: true });
    if (text !== undefined) data.setData('text/plain', text);
    if (link !== undefined) data.setData('text/uri-list', link);
    for (const file of files) data.items.add(new File([file.text], file.name, { type: 'text/plain' }));
    const { x, y } = element.getBoundingClientRect();
    const init = {
      bubbles: true,
      cancelable: true,
      composed: true,
      clientX: x + 20,
      clientY: y + 10,
      dataTransfer: data,
    };
    element.dispatchEvent(new DragEvent('dragenter', init));
    const over = new DragEvent('dragover', init);
    element.dispatchEvent(over);
    const refused = over.defaultPrevented && data.dropEffect === 'none';
    if (refused) return { refused, prevented: true };
    const drop = new DragEvent('drop', init);
    element.dispatchEvent(drop);
    return { refused, prevented: drop.defaultPrevented };
  }, carried);
}

test('nothing that is dragged onto the article changes it; files dropped there are imported', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const text = await shownParagraphs(page);
  const same = async () => expect(await shownParagraphs(page)).toEqual(text);
  const paragraph = articleText(page).locator('p').nth(3);

  // Words of the article can't be dragged about in it: to drag selects.
  await selectWords(page, 'coalition');
  await articleText(page).locator('p', { hasText: 'coalition' }).first().dragTo(paragraph);
  await same();
  // Nor words of the window, by mouse.
  await page.getByRole('heading', { level: 1 }).first().dragTo(paragraph, { force: true });
  await same();
  expect(await letGo(paragraph, { text: 'smuggled' })).toMatchObject({ refused: true });
  expect(await letGo(paragraph, { link: 'https://example.invalid/', text: 'https://example.invalid/' })).toMatchObject({
    refused: true,
  });
  await same();
  await expectHistory(page, null, null);

  const files = [
    { name: 'dropped.txt', text: 'Oster answers\n\nOster answered on Friday.\n' },
    { name: 'picture.png', text: 'no text' },
  ];
  expect((await letGo(paragraph, { files })).prevented).toBe(true);
  const dialog = dialogNamed(page, 'Import');
  await expect(dialog.getByText('“picture.png” isn’t a text file.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import 1 article' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 1 article' }).click();
  await expect(dialog.getByText('1 article imported')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await same();

  // Over another dialog they aren't taken, and the window stays.
  await page.keyboard.press('Control+e');
  await expect(dialogNamed(page, 'Export the dataset')).toBeVisible();
  expect(await letGo(dialogNamed(page, 'Export the dataset'), { files })).toEqual({ refused: true, prevented: true });
  await expect(dialogNamed(page, 'Export the dataset')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('coded files that are dropped where coded articles are imported are looked into there', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Control+i');
  const dialog = dialogNamed(page, 'Import');
  await dialog.getByRole('button', { name: 'Articles that are coded already' }).click();
  await expect(dialog.getByText('Or drop the folder, or its files, here.')).toBeVisible();

  // What can't be coded articles is refused by name.
  await letGo(dialog, { files: [{ name: 'picture.png', text: 'no text' }] });
  await expect(dialog.getByRole('alert')).toContainText('“picture.png” isn’t a file of coded articles.');

  const files = [
    { name: 'harbour.txt', text: 'Velia said the port would open.\n' },
    { name: 'harbour.ann', text: 'T1\tActor 0 5\tVelia\n' },
  ];
  await letGo(dialog, { files });
  await expect(dialog.getByText('2 files', { exact: true })).toBeVisible();
  // Their endings tell the format.
  await expect(dialog.getByLabel('Format')).toHaveValue('brat');
  await expect(dialog.getByRole('region', { name: 'What it will bring' })).toContainText('1 article, 1 annotation');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await workbench.screenshot('coded-dropped');

  // Nothing of it waits where plain articles are imported.
  await dialog.getByRole('button', { name: 'Articles', exact: true }).click();
  await expect(dialog.getByText('Drop text files here')).toBeVisible();
  await dialog.getByRole('button', { name: 'Articles that are coded already' }).click();
  await letGo(dialog, { files });
  await dialog.getByRole('button', { name: 'Import 1 article' }).click();
  await expect(dialog.getByText(/^1 article.* 1 annotation.* imported/)).toBeVisible();
  // The next ones may be dropped on what is said of these.
  await letGo(dialog, { files });
  await expect(dialog.getByText('2 files', { exact: true })).toBeVisible();
});

test('a file or an address that is let go anywhere doesn’t take the window away', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const link = { link: 'https://example.invalid/', text: 'https://example.invalid/' };
  for (const place of ['Alt+1', 'Alt+4', 'Alt+5', 'Alt+6']) {
    await page.keyboard.press(place);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    expect(await letGo(page.getByRole('main'), link)).toMatchObject({ refused: true });
    expect(await letGo(page.getByRole('contentinfo'), link)).toMatchObject({ refused: true });
  }
  // A field takes it, as words.
  await page.keyboard.press('Alt+5');
  const find = page.getByRole('searchbox', { name: 'Find a name' });
  expect(await letGo(find, link)).toEqual({ refused: false, prevented: false });
});

test('a code can’t go under itself, and is let go elsewhere without a trace', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+4');
  await item(page, 'Conditions').click();
  await page.getByRole('button', { name: 'New code' }).click();
  await page.keyboard.type('Offers');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'Added Offers');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Name of the new code' })).toHaveCount(0);
  await drag(item(page, 'Offers'), item(page, 'Conditions'));
  await expectSaid(page, 'Offers moved');
  const before = await page.getByRole('tree').innerText();

  await drag(item(page, 'Conditions'), item(page, 'Offers'));
  await expectSaid(page, 'Conditions can’t go under Offers, which is under it: nothing was moved');
  expect(await page.getByRole('tree').innerText()).toBe(before);
  await drag(item(page, 'Conditions'), item(page, 'Conditions'));
  expect(await page.getByRole('tree').innerText()).toBe(before);

  // Over anything else nothing happens: it carries no words that a field would take.
  const definition = page.getByRole('textbox', { name: 'Definition' });
  const words = await definition.inputValue();
  for (const place of [definition, page.getByRole('tab', { name: /^Variables/ }), page.getByRole('contentinfo')]) {
    expect(await drag(item(page, 'Offers'), place)).toBe('');
  }
  await item(page, 'Offers').dragTo(definition);
  await expect(definition).toHaveValue(words);
  expect(await page.getByRole('tree').innerText()).toBe(before);
  await expectHistory(page, /^Undo: move/, null);
  expect(await selectedWords(page)).toBe('');
});
