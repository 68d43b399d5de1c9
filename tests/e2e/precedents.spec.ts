import { readArticle, selectWords } from './support/caret.ts';
import { introduce, openArticle, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('the card says that the same words were coded otherwise before; P shows where, and leads there', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, 'After Port Maren, two chairs and many doubts');
  await readArticle(page);
  await selectWords(page, { words: 'Port Maren', nth: 1 });
  await press(page, '1', 'Tagged actor “Port Maren”');
  const part = page.getByRole('region', { name: 'Selected actor' });
  await expect(part).toContainText(/Same words, coded differently: venue in \d/);

  await page.keyboard.press('p');
  const kind = page.getByRole('region', { name: 'Kind' });
  await expect(kind).toContainText('differs');
  await expect(kind.locator('summary').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const first = kind.getByRole('button').first();
  await expect(first).toBeFocused();
  const title = (await first.locator('span').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached();

  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(page.getByRole('list', { name: 'Claims of this article' })).toBeVisible();
});
