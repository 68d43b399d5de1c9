import type { Page } from '@playwright/test';
import { articleText, caretAt, expectReading } from './support/caret.ts';
import { makeCodebook } from './support/codebook.ts';
import { expectSaid, introduce, press, saved } from './support/desk.ts';
import { tabTo } from './support/hands.ts';
import { expect, test } from './support/workbench.ts';

/* What is refused is said, changes nothing, and leaves the keyboard where it can go on. */

test('letters typed behind a refused key do nothing, and keys act again after a pause', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await expectReading(page);
  await page.keyboard.press('Control+Home');
  const before = await articleText(page).locator('mark').count();
  for (const key of ['Shift+D', 'm', 'i', 'b', 'c']) {
    await page.keyboard.press(key);
    await page.keyboard.type('sunday 2');
    await expectSaid(page, 'Nothing was opened to type into: these letters did nothing.');
    await expectReading(page);
    // Whatever is no letter ends it at once.
    await press(page, 'Escape', /^Nothing is selected/);
  }
  await expect(articleText(page).locator('mark')).toHaveCount(before);
  await caretAt(page, 'coalition');
  await press(page, '1', 'Tagged actor “coalition”');
  // And so does a pause.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+D');
  await page.waitForTimeout(900);
  await press(page, '3', 'Tagged venue “Velia”');
});

test('a code’s name that can’t be is said while it is typed, and nothing of it is lost', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await makeCodebook(page);
  await page.keyboard.press('Alt+4');
  await page.getByRole('tab', { name: /^Codes/ }).focus();
  await page.keyboard.press('Enter');
  const tree = page.getByRole('tree', { name: 'Codes' });
  await tabTo(page, tree);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Name of the new code' });
  await expect(field).toBeFocused();
  const long = 'long '.repeat(41).trim();
  await page.keyboard.insertText(long);
  await expect(page.getByRole('alert').filter({ hasText: 'This name has 204 characters' })).toBeVisible();
  await expect(field).toHaveValue(long);
  await press(page, 'Enter', /^This name has 204 characters; a code’s name may have 200\.$/);
  await expect(field).toHaveValue(long);
  for (let press = 0; press < 5; press++) await page.keyboard.press('Backspace');
  await expect(page.getByRole('alert').filter({ hasText: 'This name has' })).toHaveCount(0);
  await press(page, 'Enter', /^Added long/);
  await expect(field).toBeFocused();
  await page.keyboard.type('Envoys');
  await press(page, 'Enter', /^There is a code “Envoys” at the top already/);
  await page.keyboard.press('Shift+Tab');
  await expectSaid(page, /^There is a code “Envoys” at the top already.* No code was added\.$/);
});

test('what had the focus and is gone leaves it to its neighbour', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await makeCodebook(page);
  // Switching places.
  for (const place of ['Alt+4', 'Alt+5', 'Alt+6', 'Alt+3', 'Alt+2', 'Alt+4']) {
    await page.keyboard.press(place);
    await expectFocus(page);
  }
  await page.keyboard.press('Alt+1');
  await expectReading(page);

  // A form that is drawn anew by what was kept in it, and buttons that go with their line or can’t be pressed any more.
  await page.keyboard.press('Alt+4');
  await page.getByRole('tab', { name: /^Variables/ }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'The chosen variable' });
  await tabTo(page, page.getByRole('button', { name: /^Stance/ }));
  await page.keyboard.press('Enter');
  await expect(form.getByRole('heading', { name: 'Stance' })).toBeVisible();
  const up = form.getByRole('button', { name: /^Move .* up$/ });
  await tabTo(page, up.nth(1));
  await page.keyboard.press('Enter');
  await expectFocus(page);
  await expect(form.locator(':focus')).toHaveCount(1);
  await tabTo(page, form.getByRole('button', { name: /^Without the choice/ }).last());
  await page.keyboard.press('Enter');
  await expectFocus(page);
  await expect(form.locator(':focus')).toHaveCount(1);
  await tabTo(page, form.getByRole('button', { name: 'Retire' }));
  await press(page, 'Enter', 'Retired');
  await expectFocus(page);
  await expect(form.locator(':focus')).toHaveCount(1);
  await tabTo(page, form.getByRole('button', { name: 'Remove…' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /^Remove/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Stance/ })).toHaveCount(0);
  await expectFocus(page);
  await saved(page);

  // A message that is put away gives the focus back to where it was.
  await page.keyboard.press('Alt+1');
  await expectReading(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+D');
  const dismiss = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' });
  await dismiss.last().focus();
  for (let left = await dismiss.count(); left > 0; left--) {
    await expect(dismiss).toHaveCount(left);
    await expect(dismiss.locator(':scope:focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
  await expectReading(page);
});

/** Something has the focus, within a moment. */
async function expectFocus(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body))
    .toBe(true);
}
