import type { Page, Route } from '@playwright/test';
import { readArticle, selectWords } from './support/caret.ts';
import { dialogNamed, expectSaid, introduce, press } from './support/desk.ts';
import { hold } from './support/held.ts';
import { expect, test } from './support/workbench.ts';

/* Whoever knows the way types faster than lists come: what is typed goes where it was meant to, and Enter takes what was typed. */

test('what is typed right behind the key for the search is looked for', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('peace');
    await expect(page.getByRole('textbox', { name: 'What to look for' })).toHaveValue('peace');
    await page.keyboard.press('Alt+1');
  }
});

test('Enter in the palette opens the article whose title was typed, not one that fewer letters had found', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  for (const title of ['After Port Maren', 'Hale: draft', 'After Port Maren']) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${title}`));
  }
});

test('Enter in the chooser of entities and in that of roles takes who was typed', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await readArticle(page);
  await selectWords(page, 'coalition');
  await press(page, '1', 'Tagged actor “coalition”');
  await page.keyboard.press('a');
  await page.keyboard.type('averel');
  await page.keyboard.press('Enter');
  await expectSaid(page, /is Jon Averell$/);

  await selectWords(page, 'no chair in Port Maren would stay empty for long');
  await press(page, '2', /^Tagged claim/);
  await page.keyboard.press('t');
  await page.keyboard.type('roth');
  await page.keyboard.press('Enter');
  await expectSaid(page, /Edda Roth/);
});

/** Presses Enter in the chooser of a fresh mention while its candidates are held up. @returns lets the answer come. */
async function enterBeforeCandidates(page: Page, answer: (route: Route) => Promise<void>): Promise<() => void> {
  await introduce(page, 'Mara Kessel');
  await readArticle(page);
  await selectWords(page, 'coalition');
  const { held, release } = hold();
  await page.route('**/api/entities.propose', async (route) => {
    await held;
    await answer(route);
  });
  await press(page, '1', 'Tagged actor “coalition”');
  await page.keyboard.press('a');
  await expect(dialogNamed(page, /^Who or what is/)).toBeVisible();
  await page.keyboard.press('Enter');
  return release;
}

test('Enter in the chooser before the candidates are there takes the likeliest, and the next keys go where they are meant to', async ({
  workbench,
}) => {
  test.skip(workbench.host === 'electron', 'the answer is held up by the network');
  const { page } = workbench;
  const release = await enterBeforeCandidates(page, (route) => route.continue());
  await page.keyboard.press('Control+k');
  await page.keyboard.type('other mentions');
  const palette = dialogNamed(page, 'Commands and places');
  await expect(palette.getByRole('combobox')).toHaveValue('other mentions');
  release();
  await expectSaid(page, /^New in the list: “coalition”/);
  await expect(palette.getByRole('combobox')).toHaveValue('other mentions');
});

test('when who it may be can’t be looked up, Enter before that links nothing and says so', async ({ workbench }) => {
  test.skip(workbench.host === 'electron', 'a core that doesn’t answer is played by the network');
  const { page } = workbench;
  const release = await enterBeforeCandidates(page, (route) =>
    route.fulfill({ status: 500, json: { code: 'internal', message: 'It failed.', hint: 'Try again.' } }),
  );
  release();
  await expectSaid(page, 'Who or what it may be couldn’t be looked up: A asks again.');
  await expect(page.getByRole('region', { name: 'Selected actor' })).not.toContainText('is coalition');
});
