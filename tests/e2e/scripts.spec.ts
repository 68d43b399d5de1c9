import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText, readArticle, selectWords } from './support/caret.ts';
import { parley } from './support/command-line.ts';
import { introduce, openArticle, press, saved } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* Search and “tag all mentions” in scripts without blanks, from right to left, and with marks that make letters. */

const ARTICLES = {
  chinese: '北港会谈\n\n外交部长王毅星期一表示，政府愿意为观察员支付费用。记者问王毅何时启程，王毅没有回答。',
  hebrew: 'שיחות בנמל\n\nשר החוץ אמר ביום שני כי ממשלת וליה מוכנה לשלם עבור המשקיפים. צה"ל אמר כי וליה תמתין לתשובה.',
  hindi: 'बंदरगाह में वार्ता\n\nदीन ने सोमवार को कहा कि वेलिया भुगतान करेगी। दिन बीत गया और दीन चुप रहे।',
};

test('names are found and tagged in each script as its readers know them', async ({ workbench }) => {
  const folder = join(workbench.home, 'texts');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, `${name}.txt`), `${text}\n`);
  const file = join(workbench.home, 'Scripts.parley');
  parley(workbench, 'new', file);
  parley(workbench, 'import', file, folder);
  await workbench.restart(file);
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');

  const field = page.getByRole('textbox', { name: 'What to look for' });
  const list = page.getByRole('listbox', { name: 'Places in the texts' });
  const search = async (typed: string, places: number): Promise<void> => {
    await page.keyboard.press('Control+Shift+F');
    await field.fill(typed);
    await expect(list.locator('mark')).toHaveText(Array<string>(places).fill(typed));
  };

  // Right to left: what stands before is at the right.
  await search('וליה', 2);
  const line = list.getByRole('option').first();
  const at = async (words: string) => (await line.getByText(words).boundingBox())?.x ?? 0;
  const there = (await line.locator('mark').boundingBox())?.x ?? 0;
  expect(await at('שר החוץ')).toBeGreaterThan(there);
  expect(await at('מוכנה')).toBeLessThan(there);
  await workbench.screenshot('hebrew');
  await search('צה"ל', 1);
  // A vowel sign makes another name.
  await search('दीन', 2);
  await search('दिन', 1);
  // No blanks: a name inside a sentence.
  await search('王毅', 3);
  await workbench.screenshot('chinese');
  await field.press('ArrowDown');
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('王毅');

  await press(page, '1', /^Tagged actor “王毅”/);
  await saved(page);
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Tag all mentions of “王毅”' });
  await expect(dialog.getByRole('button', { name: 'Tag 2 mentions' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(articleText(page).locator('mark', { hasText: '王毅' })).toHaveCount(3);

  await openArticle(page, /बंदरगाह/);
  await readArticle(page);
  await selectWords(page, 'दीन');
  await press(page, '1', /^Tagged actor “दीन”/);
  await saved(page);
  await page.keyboard.press('g');
  const alike = page.getByRole('dialog', { name: 'Tag all mentions of “दीन”' });
  await expect(alike.getByRole('button', { name: 'Tag 1 mention', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await openArticle(page, /שיחות/);
  await readArticle(page);
  await selectWords(page, 'וליה');
  await press(page, '1', /^Tagged actor “וליה”/);
  await page.keyboard.press('g');
  await expect(page.getByRole('button', { name: 'Tag 1 mention', exact: true })).toBeVisible();
  await workbench.screenshot('hebrew-mentions');
});
