import { expect, type Page } from '@playwright/test';
import { paragraphs } from '../../../src/shared/text/paragraphs.ts';

/*
 * The caret in the article, moved as hands on a keyboard move it: arrows, by word where it is far, with Shift to select.
 * Words are found by what the screen shows, paragraph by paragraph.
 */

/** A place in the shown text: the paragraph, and UTF-16 units within it. */
interface Spot {
  readonly paragraph: number;
  readonly offset: number;
}

interface Caret extends Spot {
  /** The text of its paragraph. */
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** The words meant, and which of their places: 0 for the first one. */
export interface Words {
  readonly words: string;
  readonly nth?: number;
}

/** The article's text, which takes the keys. */
export const articleText = (page: Page) => page.getByRole('textbox', { name: 'Article text' });

/** Puts the keyboard into the article. */
export async function readArticle(page: Page): Promise<void> {
  await articleText(page).focus();
}

/** Moves the caret into the middle of words, or to their start. */
export async function caretAt(page: Page, what: string | Words, where: 'inside' | 'start' | 'end' = 'inside') {
  const { start, end } = await find(page, what);
  const at = where === 'start' ? start : where === 'end' ? end : { ...start, offset: start.offset + 1 };
  await go(page, at, false);
}

/** Selects words, from their start to their end. */
export async function selectWords(page: Page, what: string | Words): Promise<void> {
  const { start, end } = await find(page, what);
  await go(page, start, false);
  await go(page, end, true);
}

/** The words that the browser shows as selected. */
export function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()));
}

/** The text of each paragraph as the screen has it. */
export function shownParagraphs(page: Page): Promise<string[]> {
  return articleText(page).evaluate((root) => [...root.querySelectorAll('p')].map((p) => p.textContent ?? ''));
}

/** What is selected, in UTF-16 units of the article's text; a bare caret is empty. */
export async function selectedRange(page: Page, text: string): Promise<{ start: number; end: number }> {
  const ends = await articleText(page).evaluate((root) => {
    const selection = getSelection();
    const all = [...root.querySelectorAll('p')];
    if (!selection || selection.rangeCount === 0) return null;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const spot = (node: Node, offset: number) => {
      const own = (node instanceof Element ? node : node.parentElement)?.closest('p');
      if (!own) return { paragraph: 0, offset: 0 };
      const range = document.createRange();
      range.selectNodeContents(own);
      range.setEnd(node, offset);
      return { paragraph: all.indexOf(own), offset: range.toString().length };
    };
    return [spot(startContainer, startOffset), spot(endContainer, endOffset)] as const;
  });
  const all = paragraphs(text);
  const [start = 0, end = 0] = (ends ?? []).map(({ paragraph, offset }) => (all[paragraph]?.start ?? 0) + offset);
  return { start, end };
}

async function find(page: Page, what: string | Words): Promise<{ start: Spot; end: Spot }> {
  const { words, nth = 0 } = typeof what === 'string' ? { words: what } : what;
  const paragraphs = await shownParagraphs(page);
  let left = nth;
  for (const [paragraph, text] of paragraphs.entries()) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (left-- === 0) return { start: { paragraph, offset: at }, end: { paragraph, offset: at + words.length } };
    }
  }
  throw new Error(`“${words}” isn’t in the article`);
}

async function go(page: Page, to: Spot, selecting: boolean): Promise<void> {
  await readArticle(page);
  const shift = selecting ? 'Shift+' : '';
  let tries = 0;
  for (let here = await head(page); !same(here, to); here = await head(page)) {
    if (++tries > 300)
      throw new Error(`the caret doesn’t reach ${JSON.stringify(to)}; it is at ${JSON.stringify(here)}`);
    const { key, times } = step(here, to);
    for (let i = 0; i < times; i++) await page.keyboard.press(`${shift}${key}`);
  }
}

/** The key that brings the caret nearer, and how often it may be pressed before looking again. */
function step(here: Caret, to: Spot): { key: string; times: number } {
  const below = to.paragraph - here.paragraph;
  if (below < -1) return { key: 'ArrowUp', times: -below - 1 };
  if (below > 1) return { key: 'ArrowDown', times: below - 1 };
  const forward = below > 0 || (below === 0 && to.offset > here.offset);
  const arrow = forward === here.rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  if (below !== 0) return { key: `Control+${arrow}`, times: 1 };
  const between = here.text.slice(Math.min(here.offset, to.offset), Math.max(here.offset, to.offset));
  const words = between.split(/\s+/).length;
  if (words > 3) return { key: `Control+${arrow}`, times: words - 2 };
  return { key: arrow, times: [...new Intl.Segmenter().segment(between)].length };
}

function same(a: Spot, b: Spot): boolean {
  return a.paragraph === b.paragraph && a.offset === b.offset;
}

/** Where the caret, or the moving end of the selection, is. */
function head(page: Page): Promise<Caret> {
  return articleText(page).evaluate((root) => {
    const selection = getSelection();
    const paragraphs = [...root.querySelectorAll('p')];
    const node = selection?.focusNode;
    if (!selection || !node || !root.contains(node)) return { paragraph: 0, offset: -1, text: '', rightToLeft: false };
    const inside = node === root ? paragraphs[selection.focusOffset] : (node as Node).parentElement?.closest('p');
    const own = inside ?? (node instanceof Element ? node.closest('p') : null);
    const paragraph = own ? paragraphs.indexOf(own) : 0;
    const text = own?.textContent ?? '';
    if (!own || node === root) return { paragraph, offset: 0, text, rightToLeft: false };
    const range = document.createRange();
    range.selectNodeContents(own);
    range.setEnd(node, selection.focusOffset);
    const rightToLeft = getComputedStyle(own).direction === 'rtl';
    return { paragraph, offset: range.toString().length, text, rightToLeft };
  });
}

/** Checks that the caret is in the article. */
export async function expectReading(page: Page): Promise<void> {
  await expect(articleText(page)).toBeFocused();
}
