import type { Page } from '@playwright/test';
import { foldWords } from '../../../src/shared/text/fold.ts';
import { type Fragment, spanStart, spanText } from '../../../src/shared/text/span.ts';
import type { GoldArticle, GoldClaim } from '../proposals/gold.ts';
import { key, kept, select } from './hands.ts';

/* Sessions of a coder who uses the keyboard alone: each gives the number of claims that it has linked with their speaker. */

/** How long an article's offers are waited for, in milliseconds: a coder reads meanwhile. */
const OFFERS = 2500;

/** The article that is open. */
async function openArticle(page: Page, gold: readonly GoldArticle[]): Promise<GoldArticle> {
  const title = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
  const found = gold.find((article) => foldWords(article.title) === foldWords(title));
  if (!found) throw new Error(`no gold for “${title}”`);
  return found;
}

/** To the next article of the list; false behind the last. */
async function next(page: Page): Promise<boolean> {
  const before = await page.locator('.parley-editor').getAttribute('data-ready');
  await page.keyboard.press('J');
  const other = page.locator(`.parley-editor[data-ready]:not([data-ready="${before}"])`);
  return other.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
}

/** Goes through likely quotations: `Y` takes one that is right, with its speaker; `N` one that isn't. */
export async function byProposals(page: Page, gold: readonly GoldArticle[], goal: number): Promise<number> {
  let linked = 0;
  do {
    const article = await openArticle(page, gold);
    const offer = page.locator('[data-offer]');
    await offer.waitFor({ timeout: OFFERS }).catch(() => undefined);
    while (linked < goal && (await offer.count()) > 0) {
      const shown = (await offer.textContent()) ?? '';
      const quote = (await offer.locator('blockquote').textContent()) ?? '';
      const by = await offer.locator('li').allTextContents();
      const right = isRight(article, quote, by.find((part) => part.startsWith('by'))?.slice(2) ?? '');
      await key(page, right ? 'Y' : 'N');
      if (right) linked++;
      // The next one is another one, or says how many are left.
      await page
        .waitForFunction((last) => document.querySelector('[data-offer]')?.textContent !== last, shown)
        .catch(() => undefined);
    }
  } while (linked < goal && (await next(page)));
  return linked;
}

/** Whether what is offered is a claim that a hand found, by whom the hand says. */
function isRight(article: GoldArticle, quote: string, by: string): boolean {
  const offered = new Set(foldWords(quote).split(/[^\p{L}\p{N}]+/u));
  return article.claims.some(({ claim, speaker }) => {
    const own = new Set(foldWords(spanText(article.text, claim)).split(/[^\p{L}\p{N}]+/u));
    const shared = [...own].filter((word) => offered.has(word)).length;
    const same = shared / (own.size + offered.size - shared) > 0.5;
    return same && (foldWords(by).includes(foldWords(speaker)) || foldWords(speaker).includes(foldWords(by.trim())));
  });
}

/** Tags and links everything by hand: the words of the claim, then its speaker's. */
export async function byHand(page: Page, gold: readonly GoldArticle[], goal: number): Promise<number> {
  let linked = 0;
  do {
    const article = await openArticle(page, gold);
    for (const one of article.claims.toSorted((a, b) => spanStart(a.claim) - spanStart(b.claim))) {
      if (linked === goal) break;
      await claimByHand(page, article, one);
      linked++;
    }
  } while (linked < goal && (await next(page)));
  return linked;
}

async function claimByHand(page: Page, article: GoldArticle, one: GoldClaim): Promise<void> {
  const [first, ...others] = one.claim;
  if (!first) return;
  await select(page, article, first);
  await key(page, '2');
  for (const other of others) {
    await select(page, article, other);
    await key(page, 'F');
  }
  if (isNamed(one.speaker) && (await fromList(page, one.speaker))) return;
  await select(page, article, nearest(article.text, one.speaker, first));
  await key(page, 'B');
}

/** Whether a speaker is called by name: the list of `B` has names, not “a senior official”. */
function isNamed(speaker: string): boolean {
  return /(?:^| )\p{Lu}\S*$/u.test(speaker) && !/ (?:of|for) /.test(speaker);
}

/** Takes the speaker from what `B` offers; false, and the list closed again, when it isn't there. */
async function fromList(page: Page, speaker: string): Promise<boolean> {
  await page.keyboard.press('B');
  const options = await page.getByRole('listbox', { name: 'Candidates' }).locator('bdi').allTextContents();
  const at = options.findIndex((option) => isSameName(foldWords(option), foldWords(speaker)));
  if (at < 0) {
    await key(page, 'Escape');
    return false;
  }
  for (let n = 0; n < at; n++) await page.keyboard.press('ArrowDown');
  await key(page, 'Enter');
  return true;
}

/** With or without title and first name: any mention of the same name is right. */
function isSameName(a: string, b: string): boolean {
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

/** Where a name stands nearest to a claim. */
function nearest(text: string, words: string, to: Fragment): Fragment {
  let best = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - to.start) < Math.abs(best - to.start)) best = at;
  }
  return { start: best, end: best + words.length };
}

/** One quotation under the caret, made a claim with its proposed speaker and venue. Gives the keys that it took. */
export async function oneQuotation(page: Page): Promise<void> {
  await page.keyboard.press('2');
  await page.keyboard.press('2');
  await page.keyboard.press('Y');
  await kept(page);
}
