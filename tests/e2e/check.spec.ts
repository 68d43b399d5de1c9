import Database from 'better-sqlite3';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parley } from './support/command-line.ts';
import { dialogNamed, introduce, projectMenu, status } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('an index that doesn’t fit is found by the check and made anew', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  // Done to the file from outside, as no Parley does it.
  const name = readdirSync(workbench.dataFolder, { recursive: true, encoding: 'utf8' }).find((one) =>
    one.endsWith('.parley'),
  );
  const db = new Database(join(workbench.dataFolder, name ?? ''));
  db.exec('DELETE FROM article_words WHERE rowid < 3; DELETE FROM annotation_code');
  db.close();

  await projectMenu(page, 'Check the project…');
  const check = dialogNamed(page, 'Check of the project');
  await expect(check).toContainText('2 articles can’t be found by their words.');
  await expect(check).toContainText('Nothing was changed.');
  await workbench.screenshot('check-index');
  await check.getByRole('button', { name: 'Make the index anew' }).click();
  await expect(check).toContainText('Everything is in order.');
  await expect(check).toContainText('what is coded was not touched');
  await expect(check.getByRole('button', { name: 'Make the index anew' })).toHaveCount(0);
});

test('a large project tells how far its check is; Cancel ends it, and another one finishes', async ({ workbench }) => {
  test.setTimeout(180_000);
  const file = join(workbench.home, 'Large.parley');
  const source = join(workbench.home, 'articles.jsonl');
  writeFileSync(source, Array.from({ length: 1200 }, (_, i) => denseArticle(i)).join('\n'));
  parley(workbench, 'new', file);
  parley(workbench, 'import', file, source, '--format', 'jsonl', '--coder', 'Ada');
  await workbench.restart(file);
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');

  const check = dialogNamed(page, 'Check of the project');
  await projectMenu(page, 'Check the project…');
  const bar = check.getByRole('progressbar');
  await expect(bar).toHaveAccessibleName(/^Checking/);
  // Here the number is known, and the window can be used meanwhile.
  await expect(check).toContainText(/ of (1,200|73,200)/);
  await expect(check.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await workbench.screenshot('check-runs');
  await page.keyboard.press('Escape');
  await expect(check).toHaveCount(0);
  await expect(status(page)).toContainText('1,200 articles');

  await projectMenu(page, 'Check the project…');
  await check.getByRole('button', { name: 'Cancel' }).click();
  await expect(check).toHaveCount(0);

  await projectMenu(page, 'Check the project…');
  await expect(check).toContainText('Everything is in order.', { timeout: 60_000 });
  await expect(check).toContainText('the text of 1,200 articles');
  await expect(check.getByRole('progressbar')).toHaveCount(0);
  await expect(check.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(check).toHaveCount(0);
});

/** 600 words, of which every tenth is tagged. */
function denseArticle(number: number): string {
  const words = 'Velia told the assembly of Oster that the port would open again before winter came'.split(' ');
  let text = `Report ${number}\n\n`;
  const spans: object[] = [];
  for (let n = 0; n < 600; n++) {
    const word = `${words[n % words.length]}`;
    const fragments = [{ start_utf16: text.length, end_utf16: text.length + word.length, text: word }];
    if (n % 10 === 0) spans.push({ id: `s${n}`, kind: ['actor', 'claim', 'venue'][n % 3], fragments });
    text += `${word}${n % 15 === 14 ? '.\n\n' : ' '}`;
  }
  return JSON.stringify({ title: `Report ${number}`, text, spans });
}
