import type { Page } from '@playwright/test';
import { articleText, expectReading, readArticle, selectedWords, selectWords } from './support/caret.ts';
import { makeCodebook } from './support/codebook.ts';
import { card, cards, expectSaid, introduce, press, saved, status } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* Claim records coded wholly by keyboard: roles, chains, codes, speech, cue, day, values; read back, and undone. */

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: /After Port Maren/ });

/** The article before the first one that is shown, by key. */
async function goToArticle(page: Page): Promise<void> {
  await readArticle(page);
  await page.keyboard.press('k');
  await expect(heading(page)).toBeAttached();
  await readArticle(page);
}

/** Selects words and presses a key; gives what was said. */
async function mark(page: Page, words: string | { words: string; nth: number }, key: string, said: string | RegExp) {
  await selectWords(page, words);
  await press(page, key, said);
}

/** Chooses in the list that a key has opened. */
async function pick(page: Page, typed: string, said: string | RegExp): Promise<void> {
  await expect(page.getByRole('combobox').last()).toBeFocused();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await expectSaid(page, said);
  await expectReading(page);
}

test('an article’s claims are coded by keyboard, read back after a restart, and undone', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await makeCodebook(page);
  await goToArticle(page);

  // “a diplomat … said that Land had told him that Oster …”: relay, claimant, subject, each tagged and linked at once.
  await mark(page, '“would not stand in the way”', '2', /^Tagged claim/);
  await mark(page, { words: 'Land', nth: 1 }, 'b', 'by “Land”');
  await mark(page, 'a diplomat who was at the forum', 'r', 'via “a diplomat who was at the forum”');
  await mark(page, { words: 'Oster', nth: 4 }, 'o', 'about “Oster”');
  await mark(page, { words: 'told', nth: 1 }, 'u', 'The cue is “told”');
  await expect(articleText(page).locator('.an-cue')).toHaveText('told');
  const chained = card(page, /would not stand in the way/);
  await expect(chained).toContainText('3 missing: code, Stance, Certain');
  await press(page, 'q', 'Now quoted');
  await page.keyboard.press('c');
  await pick(page, 'obs', 'Coded as Observers');
  // Values: the first that is required, then those behind it; digits take a choice.
  await page.keyboard.press('i');
  await expect(page.getByRole('group', { name: 'Stance' }).getByRole('button').first()).toBeFocused();
  await press(page, '2', /^Stance: /);
  await expect(page.getByRole('group', { name: 'Certain' }).getByRole('button').first()).toBeFocused();
  await press(page, '2', 'Certain: no');
  await expectReading(page);
  await expect(chained).toContainText('Complete');

  // A venue that is held, one that is proposed; a day counted from the article's own.
  await mark(page, 'the League would pay for a line of observers if both sides wanted one', '2', /^Tagged claim/);
  await mark(page, 'Jon Averell', 'b', 'by “Jon Averell”');
  await mark(page, 'a forum in Kestrel Bay', 'v', 'at “a forum in Kestrel Bay”');
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'held at … choose the past venue' })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('dialog', { name: 'proposed at … choose the proposed venue' })).toBeVisible();
  await pick(page, '', 'proposed at “a forum in Kestrel Bay”');
  for (const now of ['Now quoted', 'Now paraphrased']) await press(page, 'q', now);
  await page.keyboard.press('Shift+D');
  await page.keyboard.type('someday');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '“someday” can’t be read as a day' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('sun');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'Said on 16 March 2031');
  await expectReading(page);
  // Several codes: the first by its digit, the second by name; Space keeps the list open.
  await page.keyboard.press('c');
  await expect(page.getByRole('combobox', { name: 'Code' })).toBeFocused();
  await press(page, '1', 'Coded as Observers');
  await page.keyboard.press('c');
  await page.keyboard.type('front');
  await page.keyboard.press('Shift+Enter');
  await expectSaid(page, 'Coded as Frontiers');
  await page.keyboard.type('envoys');
  await pick(page, '', 'Coded as Envoys');
  const observers = card(page, /would pay for a line of observers/);
  await expect(observers).toContainText('2 missing: Stance, Certain');

  // A third without anything: the keys go from one that lacks something to the next.
  await mark(page, '“a frontier by another name”', '2', /^Tagged claim/);
  await press(page, ';', /^2 missing: Stance, Certain\. “the League would pay/);
  await page.keyboard.press('i');
  await press(page, '1', /^Stance: /);
  await press(page, '1', 'Certain: yes');
  await press(page, ';', '4 missing: claimant, code, Stance, Certain. “a frontier by another name”');
  await press(page, 'Shift+:', /^4 missing/);
  await saved(page);
  await workbench.screenshot('records');

  await workbench.restart();
  const again = workbench.page;
  if (!(await heading(again).isVisible())) await goToArticle(again);
  await expect(cards(again)).toHaveCount(3);
  await expect(card(again, /would not stand in the way/)).toContainText('Complete');
  const pieces = card(again, /would not stand in the way/);
  for (const words of ['Land', 'via', 'a diplomat who was at the forum', 'about', 'Oster', 'Observers'])
    await expect(pieces).toContainText(words);
  await expect(pieces).toContainText('quoted · “told”');
  await expect(pieces).toContainText('Certain:no');
  const second = card(again, /would pay for a line of observers/);
  await expect(second).toContainText('proposed at');
  await expect(second).toContainText('paraphrased · 16 March 2031');
  for (const code of ['Observers', 'Frontiers', 'Envoys']) await expect(second).toContainText(code);

  // Every act is one step back, in the order in which it was done.
  await readArticle(again);
  for (const name of ['Certain', 'Stance'])
    await press(again, 'Control+z', new RegExp(`^Undone: set “${name}” of claim “the League would pay`));
  await press(again, 'Control+z', /^Undone: tag claim “a frontier by another name”/);
  for (const name of ['Envoys', 'Frontiers', 'Observers'])
    await press(again, 'Control+z', new RegExp(`^Undone: code claim .* as “${name}”$`));
  await press(again, 'Control+z', /^Undone: date claim .* 2031-03-16$/);
  await expect(card(again, /would pay for a line of observers/)).toContainText('3 missing: code, Stance, Certain');
  await press(again, 'Control+Shift+z', /^Done again: date claim/);
  await saved(again);
  await expect(status(again)).toContainText('Saved');
});

test('what fills a record is seen, pressed and taken away by mouse too', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await makeCodebook(page);
  await goToArticle(page);
  await mark(page, '“would not stand in the way”', '2', /^Tagged claim/);
  for (const words of ['a diplomat', 'Viktor Land']) await mark(page, words, 'r', `via “${words}”`);
  await mark(page, { words: 'told', nth: 1 }, 'u', 'The cue is “told”');
  const one = card(page, /would not stand in the way/);
  await one.getByRole('button', { name: 'Put “Viktor Land” one place earlier in the chain' }).click();
  await expectSaid(page, 'Moved');
  await expect(one).toContainText(/Viktor Land.*›.*a diplomat/s);
  await one.getByRole('button', { name: 'quoted', exact: true }).click();
  await expectSaid(page, 'Now quoted');
  await one.getByRole('button', { name: 'quoted', exact: true }).click();
  await expectSaid(page, 'Neither quoted, paraphrased nor reported');
  await one.getByRole('button', { name: 'add code C' }).click();
  await page.getByRole('option', { name: 'Envoys', exact: true }).click();
  await expectSaid(page, 'Coded as Envoys');
  await one.getByRole('button', { name: 'Take the code Envoys away' }).click();
  await expectSaid(page, 'No longer coded as Envoys');
  await one.getByRole('button', { name: 'Take the cue “told” out of the claim' }).click();
  await expectSaid(page, 'No cue any more');
  await expect(articleText(page).locator('.an-cue')).toHaveCount(0);
  // The card is drawn after the text, and moves when it loses a row: pressed meanwhile, the button would slip away.
  await expect(one.getByRole('button', { name: 'Take the cue “told” out of the claim' })).toHaveCount(0);
  // Whoever has no words in the article: an entity of the list, by its name.
  await one.getByRole('button', { name: 'add claimant B' }).click();
  await expect(page.getByRole('combobox', { name: /choose the claimant/ })).toBeFocused();
  await page.keyboard.type('orla');
  await page.getByRole('option', { name: /^Orla Wend entity/ }).waitFor();
  await page.keyboard.press('Enter');
  await expectSaid(page, 'by “Orla Wend”');
  await expect(one.getByTitle(/^Show “Orla Wend” in the list of entities/)).toBeVisible();
  await press(page, 'Control+z', /^Undone: link claimant “Orla Wend”/);
  await one.getByRole('button', { name: /^more roles/ }).click();
  await one.getByRole('button', { name: /^add subject/ }).click();
  await expect(page.getByRole('combobox', { name: /choose the subject/ })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await selectedWords(page)).toBe('');
  await saved(page);
});

test('pressing a card beside its parts selects the claim, and keys then mean it', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const second = page.getByRole('list', { name: 'Claims of this article' }).getByRole('article').nth(1);
  await expect(second.locator('[aria-current]')).toHaveCount(0);
  await second.getByText('Complete', { exact: true }).click();
  await expect(second.locator('[aria-current="true"]')).toBeVisible();
  await page.keyboard.press('m');
  await expect(second.getByRole('textbox', { name: 'Memo' })).toBeFocused();
});
