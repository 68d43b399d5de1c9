import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleText, caretAt, readArticle } from './support/caret.ts';
import { parley } from './support/command-line.ts';
import { cards, introduce, press, saved, status } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

const KINDS = ['actor', 'claim', 'venue'];
const SENTENCE = 'Velia told the assembly of Oster that the port would open again before winter came';
const WORDS = SENTENCE.split(' ');

test('300 articles, one of 30,000 words with 3,000 annotations: listed, opened, scrolled and tagged', async ({
  workbench,
}) => {
  const file = join(workbench.home, 'Crowded.parley');
  const source = join(workbench.home, 'articles.jsonl');
  writeFileSync(source, [longArticle(), ...Array.from({ length: 299 }, (_, i) => shortArticle(i))].join('\n'));
  parley(workbench, 'new', file);
  parley(workbench, 'import', file, source, '--format', 'jsonl', '--coder', 'Ada');
  await workbench.restart(file);
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await expect(status(page)).toContainText('3,000 annotations · 300 articles');

  // To the last of the list and back, by keyboard.
  const list = page.getByRole('listbox', { name: 'Articles' });
  await list.focus();
  await page.keyboard.press('End');
  await expect(list.getByRole('option', { name: /Report 298/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report 298');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The long report');

  // The other coder's layer is there at once, up to its end.
  await page.getByRole('button', { name: 'Show theirs' }).click();
  await expect(articleText(page).locator('mark').first()).toBeVisible();
  await expect(cards(page).first()).toBeVisible();
  await toTheEnd(page);
  await expect(articleText(page).locator('mark').last()).toBeInViewport();
  await workbench.screenshot('crowded');
  // Only what is near the screen is drawn.
  expect(await articleText(page).locator('mark').count()).toBeLessThan(1500);

  await page.getByRole('button', { name: 'Back to mine' }).click();
  await toTheEnd(page);
  await caretAt(page, 'Finis');
  await press(page, '1', 'Tagged actor “Finis”');
  await saved(page);
  await expect(articleText(page).locator('mark', { hasText: 'Finis' })).toBeInViewport();
  await expect(status(page)).toContainText('3,001 annotations');
});

async function toTheEnd(page: Page): Promise<void> {
  await readArticle(page);
  await page.keyboard.press('Control+End');
}

/** 2,000 paragraphs of 15 words; every tenth word is tagged. */
function longArticle(): string {
  const text = `${Array.from({ length: 2000 }, () => `${SENTENCE}.`).join('\n\n')}\n\nFinis`;
  const spans: object[] = [];
  const word = /[A-Za-z]+/g;
  for (let count = 0, found = word.exec(text); found && spans.length < 3000; found = word.exec(text), count++) {
    if (count % 10 > 0) continue;
    const [start, end] = [found.index, found.index + found[0].length];
    const kind = KINDS[spans.length % 3];
    spans.push({
      id: `s${spans.length}`,
      kind,
      coder: 'Ada',
      fragments: [{ start_utf16: start, end_utf16: end, text: found[0] }],
    });
  }
  return JSON.stringify({ title: 'The long report', date: '2031-05-01', outlet: 'Meridian', text, spans });
}

function shortArticle(number: number): string {
  const text = `Report ${number}\n\n${WORDS.slice(number % 5).join(' ')} (${number}).`;
  const date = `2030-${String(12 - (number % 12)).padStart(2, '0')}-01`;
  return JSON.stringify({ title: `Report ${number}`, date: number === 298 ? '2029-01-01' : date, text });
}
