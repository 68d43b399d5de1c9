import type { Page } from '@playwright/test';
import { expectSaid, introduce, saved, status } from './support/desk.ts';
import { untilReady } from './support/running.ts';
import { expect, test } from './support/workbench.ts';

/* A form that is kept by its button waits, as it was left, for whoever comes back to it. */

const form = (page: Page) => page.getByRole('region', { name: 'The chosen variable' });
const field = (page: Page, name: string) => form(page).getByRole('textbox', { name, exact: true });
const variable = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Variables' }).getByRole('button', { name });

async function toVariables(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await page.getByRole('tab', { name: /^Variables/ }).click();
}

test('a variable’s form that was changed is there again when one comes back, and goes when it is kept', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Ana Quill');
  await toVariables(page);
  await variable(page, /^Stance/).click();
  await field(page, 'Definition').fill('For or against what is proposed.');
  await form(page).getByRole('checkbox', { name: 'Required' }).check();
  await expect(status(page)).not.toContainText('Saved');

  // Another tab, another place, another variable.
  await page.getByRole('tab', { name: /^Codes/ }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('“Stance” isn’t kept yet');
  await expect(status(page)).not.toContainText('Saved');
  await page.keyboard.press('Alt+6');
  await toVariables(page);
  await expect(field(page, 'Definition')).toHaveValue('For or against what is proposed.');
  await expect(form(page).getByRole('checkbox', { name: 'Required' })).toBeChecked();
  await variable(page, /^Form/).click();
  await expect(form(page).getByRole('heading', { name: 'Form' })).toBeVisible();
  await expect(variable(page, /^Stance.*changed, not kept/)).toBeVisible();
  await expect(variable(page, /^Form.*changed, not kept/)).toHaveCount(0);

  // A new one too.
  await page.getByRole('button', { name: 'New variable of claims' }).click();
  await field(page, 'Name').fill('Certainty');
  await page.getByRole('tab', { name: 'Log' }).click();
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await expect(field(page, 'Name')).toHaveValue('Certainty');
  await form(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(status(page)).not.toContainText('Saved');

  // What is done with the variable meanwhile leaves it; its button keeps it.
  await variable(page, /^Stance/).click();
  await form(page).getByRole('button', { name: 'Retire' }).click();
  await expectSaid(page, 'Retired');
  await expect(field(page, 'Definition')).toHaveValue('For or against what is proposed.');
  await form(page).getByRole('button', { name: 'Keep the changes' }).click();
  await expectSaid(page, 'Kept Stance');
  await saved(page);
  await expect(variable(page, /changed, not kept/)).toHaveCount(0);
  await page.getByRole('tab', { name: /^Codes/ }).click();
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await expect(field(page, 'Definition')).toHaveValue('For or against what is proposed.');
  await expect(form(page).getByRole('button', { name: 'Keep the changes' })).toBeDisabled();
});

test('what a whole number begins with is never cut to one', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Ana Quill');
  await toVariables(page);
  await variable(page, /^Strength/).click();
  const begins = field(page, 'A new claim begins with');
  const keep = form(page).getByRole('button', { name: 'Keep the changes' });
  await begins.pressSequentially('1.5');
  await expect(begins).toHaveValue('1.5');
  await expect(form(page)).toContainText('“1.5” isn’t a whole number.');
  await expect(keep).toBeDisabled();
  await begins.fill('-2');
  await keep.click();
  await expectSaid(page, 'Kept Strength');
  await variable(page, /^Form/).click();
  await variable(page, /^Strength/).click();
  await expect(begins).toHaveValue('-2');
});

test('whoever closes the browser’s tab over a form that isn’t kept is asked, and otherwise nobody is', async ({
  workbench,
}) => {
  test.skip(workbench.host === 'electron', 'Electron’s window is asked about below');
  const { page } = workbench;
  await introduce(page, 'Ana Quill');
  const asked: string[] = [];
  let answer: 'accept' | 'dismiss' = 'dismiss';
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog[answer]();
  });
  await toVariables(page);
  await variable(page, /^Stance/).click();
  await page.reload();
  await untilReady(page);
  expect(asked).toEqual([]);

  await toVariables(page);
  await variable(page, /^Stance/).click();
  await field(page, 'Definition').fill('For or against.');
  await page.keyboard.press('Alt+1');
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await toVariables(page);
  await expect(field(page, 'Definition')).toHaveValue('For or against.');
  answer = 'accept';
  await page.reload();
  await untilReady(page);
  await expect.poll(() => asked).toEqual(['beforeunload', 'beforeunload']);
});

test('whoever closes Electron’s window over a form that isn’t kept is asked, and otherwise nobody is', async ({
  workbench,
}) => {
  test.skip(workbench.host !== 'electron', 'a browser asks by itself');
  const page = () => workbench.page;
  const definition = () => field(page(), 'Definition');
  await introduce(page(), 'Ana Quill');
  await toVariables(page());
  await variable(page(), /^Stance/).click();
  const before = await definition().inputValue();
  await definition().fill('For or against.');
  await page().keyboard.press('Alt+1');
  await expect(page().getByRole('listbox', { name: 'Articles' })).toBeVisible();
  expect(await workbench.close('stay')).toBe('Close Parley, and lose what you changed in a variable?');
  await toVariables(page());
  await expect(definition()).toHaveValue('For or against.');
  // Asked each time; what is lost was never kept.
  expect(await workbench.close('stay')).toMatch(/^Close Parley/);
  expect(await workbench.close('leave')).toBeNull();

  await workbench.start();
  await toVariables(page());
  await variable(page(), /^Stance/).click();
  await expect(definition()).toHaveValue(before);
  await definition().fill('For or against.');
  await form(page()).getByRole('button', { name: 'Keep the changes' }).click();
  await expectSaid(page(), 'Kept Stance');
  await saved(page());
  // There is nothing to be asked: the window goes, whatever would have been answered.
  expect(await workbench.close('stay')).toBeNull();
  await workbench.start();
  await toVariables(page());
  await variable(page(), /^Stance/).click();
  await expect(definition()).toHaveValue('For or against.');
});
