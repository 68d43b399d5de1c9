import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleText, selectedWords } from './support/caret.ts';
import { parley } from './support/command-line.ts';
import { introduce, openArticle, press } from './support/desk.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

/*
 * A long article is laid out in part. The caret and the selection have to move in it as if all of it were.
 */

const WORDS = 'Velia told the assembly of Oster that the port would open again before winter came'.split(' ');
const HEBREW = 'שרת החוץ אנה קוויל אמרה בוועידה בקפה אלבה כי הנמל ייפתח לפני החורף'.split(' ');
const PARAGRAPHS = 120;

/** What is pressed, from each place. */
const KEYS: readonly (readonly string[])[] = [
  ['ArrowDown'],
  ['ArrowUp'],
  ['ArrowRight'],
  ['ArrowLeft'],
  ['Control+ArrowRight'],
  ['Control+ArrowLeft'],
  ['Shift+ArrowDown', 'Shift+ArrowDown'],
  ['Shift+Control+ArrowDown'],
  ['Control+ArrowUp'],
  ['PageDown', 'PageDown'],
  ['PageUp'],
  ['Shift+PageDown'],
  ['Control+End', 'ArrowUp'],
  ['Control+Home', 'ArrowDown'],
  ['Shift+Control+End'],
  ['Shift+Control+Home'],
  ['Control+a'],
];

test('the caret moves through a long article as if all of it were laid out', async ({ workbench }) => {
  test.slow();
  const page = await openLong(workbench);
  const places = await borders(page);
  // Heights come to rest in idle time, and then what is far is left alone.
  await expect.poll(() => asleep(page)).toBeGreaterThan(PARAGRAPHS / 2);
  const partly = await walk(page, places);
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('.article > * { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(all);
  });
  expect(await asleep(page)).toBe(0);
  expect(partly).toEqual(await walk(page, places));
});

test('selections by mouse and keys don’t notice where a section ends', async ({ workbench }) => {
  const page = await openLong(workbench);
  const last = (await borders(page)).find((index) => ![index, index + 1].some(isHebrew)) ?? 0;
  const paragraph = (index: number) => articleText(page).locator('p').nth(index);
  const above = (await paragraph(last).textContent()) ?? '';
  const below = (await paragraph(last + 1).textContent()) ?? '';
  await paragraph(last).scrollIntoViewIfNeeded();

  // Three clicks: the paragraph, no more of it and no less.
  await paragraph(last).click({ clickCount: 3 });
  expect((await selectedWords(page)).trim()).toBe(above);
  await press(page, '2', /^Tagged claim/);
  await expect(paragraph(last).locator('mark').first()).toBeVisible();
  await expect(paragraph(last + 1).locator('mark')).toHaveCount(0);
  await paragraph(last + 1).click({ clickCount: 3 });
  expect((await selectedWords(page)).trim()).toBe(below);

  // From the end of one section over the beginning of the next.
  await paragraph(last + 1).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  for (let word = 0; word < 2; word++) await page.keyboard.press('Control+ArrowLeft');
  for (let word = 0; word < 4; word++) await page.keyboard.press('Shift+Control+ArrowRight');
  const end = above.split(' ').slice(-2).join(' ');
  expect((await selectedWords(page)).replace(/\s+/g, ' ').trim()).toMatch(new RegExp(`^${end} ${below.split(' ')[0]}`));
  await press(page, '1', /^Tagged actor/);
  await expect(paragraph(last).locator('mark.an-actor')).toHaveText([end]);
  await expect(
    paragraph(last + 1)
      .locator('mark.an-actor')
      .first(),
  ).toBeVisible();
});

test('the rest of a long article is there as soon as something asks for it', async ({ workbench }) => {
  const page = await openLong(workbench);
  const text = articleText(page);
  const shown = () => text.locator('p').count();
  // Nothing is done in idle time from here on: the rest doesn’t come by itself.
  await page.evaluate(() => {
    window.requestIdleCallback = () => 0;
  });
  const again = async (): Promise<number> => {
    await openArticle(page, 'A short report');
    await openArticle(page, 'The long report');
    await expect(text.locator('p').first()).toBeVisible();
    await frames(page);
    const height = await text.evaluate((root) => root.parentElement?.offsetHeight ?? 0);
    expect(await shown()).toBeLessThan(PARAGRAPHS);
    return height;
  };

  const height = await again();
  await text.focus();
  await page.keyboard.press('Control+End');
  expect(await shown()).toBe(PARAGRAPHS);
  expect(await selection(page)).toMatch(new RegExp(`^${PARAGRAPHS - 1}:[1-9]`));
  // There was room for it.
  const whole = await text.evaluate((root) => root.parentElement?.offsetHeight ?? 0);
  expect(Math.abs(whole - height)).toBeLessThan(height / 5);

  await again();
  await text.focus();
  await page.keyboard.press('Control+a');
  expect(await selection(page)).toMatch(new RegExp(`^0:0 – ${PARAGRAPHS - 1}:[1-9]`));

  await again();
  await text.locator('p').first().click();
  expect(await shown()).toBe(PARAGRAPHS);

  await again();
  await text.locator('p').first().hover();
  await page.mouse.wheel(0, 1e6);
  await expect(text.locator('p').last()).toBeInViewport();

  // What was searched for is selected and in sight.
  await openArticle(page, 'A short report');
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('textbox', { name: 'What to look for' }).fill('Finis');
  await expect(page.getByRole('listbox', { name: 'Places in the texts' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => selectedWords(page)).toBe('Finis');
  await expect(text.locator('p').last()).toBeInViewport();
});

/** A long article and a short one; the long one is open. */
async function openLong(workbench: Workbench): Promise<Page> {
  const file = join(workbench.home, 'Long.parley');
  const source = join(workbench.home, 'articles.jsonl');
  const text = Array.from({ length: PARAGRAPHS }, (_, i) => paragraphOf(i)).join('\n\n') + ' Finis';
  const articles = [
    { title: 'The long report', date: '2031-05-01', outlet: 'Meridian', text },
    { title: 'A short report', date: '2031-05-02', outlet: 'Meridian', text: paragraphOf(1) },
  ];
  writeFileSync(source, articles.map((article) => JSON.stringify(article)).join('\n'));
  parley(workbench, 'new', file);
  parley(workbench, 'import', file, source, '--format', 'jsonl');
  await workbench.restart(file);
  await introduce(workbench.page, 'Mara Kessel');
  const { page } = workbench;
  await openArticle(page, 'The long report');
  await expect(articleText(page).locator('p')).toHaveCount(PARAGRAPHS);
  return page;
}

const isHebrew = (number: number): boolean => number % 6 === 4;

/** Paragraphs of every length, one in six from right to left; some of their words are numbered. */
function paragraphOf(number: number): string {
  const words = isHebrew(number) ? HEBREW : WORDS;
  const length = 20 + ((number * 37) % 120);
  return Array.from({ length }, (_, i) => `${words[(i + number) % words.length]}${i % 9 === 0 ? number : ''}`).join(
    ' ',
  );
}

/** The last paragraph of each section but the last one. */
function borders(page: Page): Promise<number[]> {
  return articleText(page).evaluate((root) => {
    let paragraphs = 0;
    const ends = [...root.children].map((section) => (paragraphs += section.children.length) - 1);
    return ends.slice(0, -1);
  });
}

/** How many paragraphs aren't laid out. */
function asleep(page: Page): Promise<number> {
  return articleText(page).evaluate(
    (root) => [...root.querySelectorAll('p')].filter((p) => !p.checkVisibility({ contentVisibilityAuto: true })).length,
  );
}

/** Where each of the keys leads to, from the ends of sections, seen and scrolled away from. */
async function walk(page: Page, borderParagraphs: readonly number[]): Promise<Record<string, string>> {
  const middle = borderParagraphs[borderParagraphs.length >> 1] ?? 0;
  const places = [
    [middle, 'end', 'it'],
    [middle, 'end', 'the top'],
    [middle + 1, 'start', 'the end'],
  ] as const;
  const out: Record<string, string> = {};
  for (const [paragraph, where, scrolledTo] of places) {
    for (const keys of KEYS) {
      await caretTo(page, paragraph, where);
      if (scrolledTo !== 'it') await scrollTo(page, scrolledTo);
      for (const key of keys) await page.keyboard.press(key);
      out[`${keys.join(' ')} from the ${where} of ${paragraph}, scrolled to ${scrolledTo}`] = await selection(page);
    }
  }
  return out;
}

async function caretTo(page: Page, paragraph: number, where: 'start' | 'end'): Promise<void> {
  await articleText(page).evaluate(
    async (root, [index, side]) => {
      const element = root.querySelectorAll('p')[index as number];
      root.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'center' });
      // The editor puts its caret back when the focus comes.
      await new Promise((resolve) => setTimeout(resolve));
      const text = element?.firstChild;
      if (text) getSelection()?.collapse(text, side === 'end' ? (text.nodeValue?.length ?? 0) : 0);
    },
    [paragraph, where] as const,
  );
  await frames(page);
}

async function scrollTo(page: Page, to: 'the top' | 'the end'): Promise<void> {
  await articleText(page).evaluate(
    (root, top) => root.scrollIntoView({ block: top ? 'start' : 'end' }),
    to === 'the top',
  );
  await frames(page);
}

/** Both ends of the selection, as paragraph and offset. */
function selection(page: Page): Promise<string> {
  return articleText(page).evaluate((root) => {
    const paragraphs = [...root.querySelectorAll('p')];
    const place = (node: Node | null | undefined, offset: number): string => {
      const own = (node instanceof Element ? node : node?.parentElement)?.closest('p');
      if (!node || !own) return `outside, ${offset}`;
      const before = document.createRange();
      before.selectNodeContents(own);
      before.setEnd(node, offset);
      return `${paragraphs.indexOf(own)}:${before.toString().length}`;
    };
    const now = getSelection();
    return `${place(now?.anchorNode, now?.anchorOffset ?? 0)} – ${place(now?.focusNode, now?.focusOffset ?? 0)}`;
  });
}

/** Until what was scrolled to has been drawn. */
function frames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let n = 0; n < 3; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
