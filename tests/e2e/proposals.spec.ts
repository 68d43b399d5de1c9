import type { Page } from '@playwright/test';
import { articleText, caretAt } from './support/caret.ts';
import { cards, expectHistory, expectSaid, introduce, openArticle, press, saved } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* Proposals: a quotation in three keys; likely quotations taken, changed, waved away, taken back; switched off. */

const offer = (page: Page) => page.getByRole('region', { name: /^Offered:/ });
const strip = (page: Page) => page.getByText(/^Likely quotations: /);
const ghosts = (page: Page) => articleText(page).locator('.an-ghost');

test('a quotation is a claim with its speaker, cue and venue in three keys, even in one breath', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Straits stay closed/);
  await expect(offer(page)).toBeVisible();
  await caretAt(page, 'prize');
  // No waiting between them: the third speaks of what the first two have tagged.
  await Promise.all(['2', '2', 'y'].map((key) => page.keyboard.press(key)));
  await expectSaid(page, /^Taken for .*by Foreign Minister Adra Solene.*at Harbour House.*cue said.*is quoted/);
  await saved(page);
  await expect(cards(page)).toHaveCount(1);
  const card = cards(page).first();
  await expect(card).toContainText('The straits are not a prize, and they are not a weapon');
  await expect(card).toContainText('They are a road.');
  await expect(card).toContainText('Foreign Minister Adra Solene');
  await expect(card).toContainText('Harbour House');
  // One act took all of it: one undo takes it back, and it is offered again.
  await press(page, 'Control+z', /^Undone: complete claim/);
  await expect(card).not.toContainText('Harbour House');
  await expect(offer(page)).toContainText('Harbour House');
});

test('likely quotations are taken, changed and waved away one by one', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Straits stay closed/);
  await expect(strip(page)).toHaveText('Likely quotations: 6');
  await expect(offer(page)).toContainText('Straits stay closed to warships');
  await expect(ghosts(page).first()).toHaveClass(/an-ghost-claim/);
  await expect(cards(page)).toHaveCount(0);
  await workbench.screenshot('likely');
  await articleText(page).focus();
  await press(page, 'n', /^Not a claim: .* Next: /);
  await expect(strip(page)).toHaveText('Likely quotations: 5');
  await press(page, 'y', /^Taken: claim “Velia will keep the straits closed.*by Foreign Minister Adra Solene\. Next: /);
  await expect(cards(page)).toHaveCount(1);
  await expect(strip(page)).toHaveText('Likely quotations: 4');

  // Escape leaves its words as they were.
  await press(page, 'w', /^Select the words that you mean/);
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await press(page, 'Escape', 'Its words stay as they were.');
  await expect(offer(page)).toContainText('Take this as a claim');

  // Changed first: the selection is the proposal, one word less at its end.
  await press(page, 'w', /^Select the words that you mean/);
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await press(page, 'y', /^Taken: claim/);
  await expect(cards(page)).toHaveCount(2);
  await expect(page.getByText(/67 % of 3 taken so far/)).toBeVisible();
  await page.getByText(/taken so far/).click();
  await expect(page.getByRole('definition').first()).toBeVisible();
  await saved(page);

  // Each act is one undo, its verdict too.
  await press(page, 'Control+z', /^Undone: take claim/);
  await press(page, 'Control+z', /^Undone: take claim/);
  await expect(cards(page)).toHaveCount(0);
  await press(page, 'Control+z', /^Undone: dismiss a proposal/);
  await expectHistory(page, null, /^Redo: /);
  await page.keyboard.press('Escape');
  await expect(strip(page)).toHaveText('Likely quotations: 6');
});

test('what was waved away stays away after a restart', async ({ workbench }) => {
  await introduce(workbench.page, 'Mara Kessel');
  await openArticle(workbench.page, /Straits stay closed/);
  await expect(strip(workbench.page)).toHaveText('Likely quotations: 6');
  await articleText(workbench.page).focus();
  await press(workbench.page, 'n', /^Not a claim/);
  await saved(workbench.page);
  await workbench.restart();
  await openArticle(workbench.page, /Straits stay closed/);
  await expect(strip(workbench.page)).toHaveText('Likely quotations: 5');
});

test('switched off, nothing is proposed', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Straits stay closed/);
  await expect(offer(page)).toBeVisible();
  await page.getByRole('button', { name: 'Proposals', exact: true }).click();
  await page.getByRole('menuitemradio', { name: /^Off/ }).click();
  await expect(offer(page)).toBeHidden();
  await expect(ghosts(page)).toHaveCount(0);
  await articleText(page).focus();
  await press(page, 'y', 'Nothing is offered here.');
  await openArticle(page, /After Port Maren/);
  await expect(page.getByText('Proposals are off')).toBeVisible();
  await page.getByRole('button', { name: 'Proposals', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'On' }).click();
  await expect(offer(page)).toBeVisible();
});
