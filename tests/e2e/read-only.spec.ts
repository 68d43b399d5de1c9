import type { Page } from '@playwright/test';
import { articleText, caretAt, readArticle, selectWords, shownParagraphs } from './support/caret.ts';
import { expectHistory, introduce, saved } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('nothing that is typed, pasted, cut, dropped or composed changes the text', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const text = await shownParagraphs(page);
  const same = async (what: string) => expect(await shownParagraphs(page), what).toEqual(text);

  await caretAt(page, 'coalition');
  await page.keyboard.insertText('inserted');
  await same('inserted text');
  for (const key of [
    'Enter',
    'Shift+Enter',
    'Backspace',
    'Delete',
    'Control+Backspace',
    'Control+Delete',
    'Space',
    'ü',
  ]) {
    await readArticle(page);
    if (key === 'ü') await page.keyboard.insertText(key);
    else await page.keyboard.press(key);
    await same(key);
  }
  await selectWords(page, 'coalition');
  for (const key of ['Control+x', 'Backspace', 'Enter', 'Control+b', 'Control+v']) {
    await readArticle(page);
    await page.keyboard.press(key);
    await same(`${key} with words selected`);
  }
  for (const event of ['paste', 'drop', 'cut'] as const) {
    await send(page, event);
    await same(event);
  }
  await compose(page);
  await same('composed text');
  await page.evaluate(() => {
    for (const command of ['insertText', 'delete', 'insertParagraph', 'bold'])
      document.execCommand(command, false, 'x');
  });
  await same('commands of the browser');

  // Neither the screen nor the file has anything to take back.
  await saved(page);
  await expectHistory(page, null, null);
  await page.reload();
  await articleText(page).waitFor();
  await same('after a reload');
});

/** An event as the browser makes it, with text and HTML aboard. */
function send(page: Page, type: 'paste' | 'drop' | 'cut'): Promise<void> {
  return articleText(page).evaluate((root, name) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'smuggled');
    data.setData('text/html', '<p>smuggled</p>');
    const where = root.querySelector('p') ?? root;
    const { x, y } = where.getBoundingClientRect();
    const init = { bubbles: true, cancelable: true, clientX: x + 20, clientY: y + 10 };
    where.dispatchEvent(
      name === 'drop'
        ? new DragEvent(name, { ...init, dataTransfer: data })
        : new ClipboardEvent(name, { ...init, clipboardData: data }),
    );
  }, type);
}

/** What an input method does: words underlined while they are composed, then committed. */
async function compose(page: Page): Promise<void> {
  await readArticle(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本' });
  await session.detach();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
