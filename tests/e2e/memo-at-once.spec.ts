import { selectWords } from './support/caret.ts';
import { introduce, openArticle, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('what is typed right behind the memo’s key is in the memo, not taken as keys of the text', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Straits stay closed/);
  await selectWords(page, 'government');
  await press(page, '1', 'Tagged actor “government”');
  const memo = page.getByRole('textbox', { name: 'Memo' });
  await expect(memo).toBeVisible();
  // No frame lies between the two: under load, keys come quicker than frames.
  const focused = await page.evaluate(async () => {
    const key = { key: 'm', code: 'KeyM', bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve, { once: true });
      port1.start();
      port2.postMessage(null);
    });
    return document.activeElement?.hasAttribute('data-memo');
  });
  expect(focused).toBe(true);
  await page.keyboard.type('A body, not a place.');
  await expect(memo).toHaveValue('A body, not a place.');
});
