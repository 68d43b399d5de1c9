import type { Page } from '@playwright/test';
import { growth } from '../../../src/shared/text/segments.ts';
import { type Fragment, sameSpan } from '../../../src/shared/text/span.ts';
import { caretAt, selectWords, type Words } from '../../e2e/support/caret.ts';
import type { GoldArticle } from '../proposals/gold.ts';

/* What a coder does in the text by keyboard. */

/** Waits until all is on the disk: not a key. */
export async function kept(page: Page): Promise<void> {
  await page.locator('[data-saved="yes"]').waitFor();
}

export async function key(page: Page, combination: string): Promise<void> {
  await page.keyboard.press(combination);
  await kept(page);
}

/** Selects a range of the article's text. */
export async function select(page: Page, { text }: GoldArticle, range: Fragment): Promise<void> {
  await selectWords(page, placed(text, range));
}

/**
 * Tags words as a claim in as few keys as there are: from a caret inside of them, when they are what a tag grows to, or
 * else by selecting them.
 */
export async function tagClaim(page: Page, article: GoldArticle, range: Fragment): Promise<void> {
  const presses = pressesFor(article.text, range);
  if (presses === null) {
    await select(page, article, range);
    await key(page, '2');
    return;
  }
  const word = /[\p{L}\p{N}]+/u.exec(article.text.slice(range.start, range.end));
  const start = range.start + (word?.index ?? 0);
  await caretAt(page, placed(article.text, { start, end: start + (word?.[0].length ?? 1) }), 'start');
  for (let n = 0; n < presses; n++) await key(page, '2');
}

/** How often the tagging key is pressed on the first word until the tag covers the range; null when it never does. */
export function pressesFor(text: string, range: Fragment): number | null {
  const before = text.lastIndexOf('\n', range.start) + 1;
  const behind = text.indexOf('\n', range.end);
  const paragraph = { start: before, end: behind < 0 ? text.length : behind };
  const first = range.start + (/[\p{L}\p{N}]/u.exec(text.slice(range.start, range.end))?.index ?? 0);
  const rungs = growth(text, paragraph, { start: first, end: first }, 'en');
  const at = rungs.findIndex((rung) => sameSpan([rung], [range]));
  return at < 0 ? null : at + 1;
}

/** Words by how often they stood before. */
function placed(text: string, range: Fragment): Words {
  const words = text.slice(range.start, range.end);
  let nth = 0;
  for (let at = text.indexOf(words); at >= 0 && at < range.start; at = text.indexOf(words, at + 1)) nth++;
  return { words, nth };
}
