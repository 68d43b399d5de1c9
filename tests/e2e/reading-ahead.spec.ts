import { articleText, readArticle } from './support/caret.ts';
import { introduce, openArticle, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* What is likely to be opened next is read before it is asked for. */

test('an article on whose row the pointer or the keys rest is read once, and opens without another read', async ({
  workbench,
}) => {
  const { page } = workbench;
  test.skip(workbench.host === 'electron', 'Reads aren’t seen from outside');
  const reads: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/articles.open')) reads.push(String(request.postData()));
  });
  await introduce(page, 'Mara Kessel');
  const list = page.getByRole('listbox', { name: 'Articles' });
  await openArticle(page, /Velia repeats offer/);
  await expect.poll(() => reads.length).toBeGreaterThan(1); // the next of the list, by itself

  const rests = list.getByRole('option').last();
  const title = String(await rests.locator('[dir=auto]').last().textContent());
  const before = reads.length;
  await rests.hover();
  await expect.poll(() => reads.length).toBe(before + 1);
  const read = reads.at(-1);
  await rests.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached();
  expect(reads.slice(before).filter((each) => each === read)).toHaveLength(1);

  // What was read ahead is coded like any other.
  await readArticle(page);
  await expect(articleText(page)).toBeFocused();

  await list.focus();
  await page.keyboard.press('Home');
  const first = String(await list.getByRole('option').first().locator('[dir=auto]').last().textContent());
  const then = reads.length;
  await expect.poll(() => reads.length).toBe(then + 1);
  await press(page, 'Enter', `Opened ${first}`);
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeAttached();
  expect(reads.filter((each) => each === reads[then])).toHaveLength(1);
});
