import { readArticle, selectedWords, selectWords } from './support/caret.ts';
import { card, expectSaid, introduce, openArticle, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('findings are fixed and dismissed from the list, by keyboard; undo brings them back', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, 'After Port Maren, two chairs and many doubts');
  await readArticle(page);
  await selectWords(page, 'the League would pay for a line of observers');
  await press(page, '2', /^Tagged claim/);
  await selectWords(page, 'Jon Averell');
  await press(page, '1', /^Tagged actor/);

  await page.keyboard.press('l');
  const pane = page.getByRole('list', { name: 'Findings of this article' });
  const present = pane.locator('[aria-current="true"]');
  await expect(present).toBeFocused();
  const findings = pane.locator('[data-finding]');
  const count = await findings.count();
  expect(count).toBeGreaterThan(2);

  // Down to the claim without a claimant: its sentence has one actor, F links it.
  const claim = pane.locator('[data-finding]', { hasText: 'Nobody is named as claiming “the League would pay' });
  for (let i = 0; i < count && !(await claim.evaluate((each) => each === document.activeElement)); i++) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(claim).toBeFocused();
  await press(page, 'f', /Jon Averell/);
  await expect(claim).toHaveCount(0);
  await expect(findings).toHaveCount(count - 1);
  await expect(present).toBeFocused();

  // Dismissed with a reason.
  const words = (await present.textContent()) ?? '';
  await page.keyboard.press('d');
  await page.keyboard.type('A saying');
  await page.keyboard.press('Enter');
  await expectSaid(page, /^Dismissed/);
  await expect(findings).toHaveCount(count - 2);
  await expect(page.getByText('1 finding dismissed')).toBeVisible();
  await expect(present).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(findings).toHaveCount(count - 1);
  await expect(pane).toContainText(words.slice(0, 60));

  // Enter goes to the words, L comes back, Escape leaves; the claims are there again.
  const foot = page.getByRole('region', { name: 'Record' }).getByText(/^D\s*dismiss$/);
  await expect(foot).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
  // The list's keys are other ones there: they aren't told any more.
  await expect(foot).toBeHidden();
  await page.keyboard.press('l');
  await expect(present).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
  await expect(card(page, /the League would pay/)).toContainText('Jon Averell');
});

test('what a fix asks is answered in the text, and the next key is for the list again', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, 'After Port Maren, two chairs and many doubts');
  await readArticle(page);
  for (const words of ['Jon Averell', 'Viktor Land']) {
    await selectWords(page, words);
    await press(page, '1', /^Tagged actor/);
  }
  await page.keyboard.press('l');
  const pane = page.getByRole('list', { name: 'Findings of this article' });
  const present = pane.locator('[aria-current="true"]');
  await expect(present).toBeFocused();
  const averell = pane.locator('[data-finding]', { hasText: '“Jon Averell” isn’t linked' });
  await averell.press('f');
  const chooser = page.getByRole('dialog', { name: /Who or what is/ });
  await expect(chooser.getByRole('option', { name: /^Jon Averell/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(averell).toHaveCount(0);
  await expect(present).toBeFocused();
  // In the text D would mark the article done.
  await page.keyboard.press('d');
  await expect(page.getByRole('textbox', { name: 'Why can it be left?' })).toBeFocused();
  await page.keyboard.press('Escape');
  // Another is shown by a click, and by Escape left unanswered: it has the focus. In the text F would add a fragment.
  const land = pane.locator('[data-finding]', { hasText: '“Viktor Land” isn’t linked' });
  await present.press('Home');
  await expect(land).not.toBeFocused();
  await land.click();
  await page.keyboard.press('f');
  await expect(chooser).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(land).toBeFocused();
});

test('the findings of a small corpus are looked for at once, narrowed to a kind, and lead to their words', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, 'After Port Maren, two chairs and many doubts');
  await readArticle(page);
  await selectWords(page, 'the League would pay for a line of observers');
  await press(page, '2', /^Tagged claim/);
  await page.keyboard.press('Alt+3');
  await page.getByRole('tab', { name: 'Findings' }).press('Enter');
  // So few articles are looked through without being asked.
  await expect(page.getByText(/^\d+ findings?$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look through what is coded' })).toBeDisabled();
  await page.getByRole('button', { name: /^Claim without a claimant/ }).press('Enter');
  const grid = page.getByRole('grid', { name: 'Findings' });
  await expect(grid.getByRole('row').nth(1)).toContainText('Nobody is named as claiming');
  await workbench.screenshot('findings-of-the-corpus');
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Findings of this article' })).toBeVisible();

  // One without an annotation: its words are selected, and it is the present one of the findings beside them.
  await page.keyboard.press('Alt+3');
  const quotation = grid.getByRole('row', { name: /^Quotation/ }).last();
  const title = await quotation.getByRole('gridcell').nth(2).innerText();
  const message = await quotation.getByRole('gridcell').nth(1).innerText();
  await quotation.dblclick();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached();
  const present = page.getByRole('list', { name: 'Findings of this article' }).locator('[aria-current="true"]');
  await expect(present).toContainText(message);
  await expect.poll(() => selectedWords(page)).not.toBe('');
});

test('however long the words of a finding are, the columns of the list stay in line', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+3');
  await page.getByRole('tab', { name: 'Findings' }).click();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('gridcell').first()).toBeVisible();
  const heads = await grid
    .getByRole('columnheader')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
  const cells = await grid
    .getByRole('gridcell')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)));
  expect(cells.length).toBeGreaterThan(4 * heads.length);
  expect(cells).toEqual(cells.map((_, n) => Math.round(heads[n % heads.length] ?? 0)));
  expect(await grid.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
});
