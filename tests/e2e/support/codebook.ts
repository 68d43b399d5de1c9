import type { Page } from '@playwright/test';
import { expectSaid } from './desk.ts';

/**
 * Makes a codebook in an empty one and goes back to the Code place: three codes, stance and form, and a required yes or no.
 */
export async function makeCodebook(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await page.getByRole('button', { name: /^(Start a|New) code$/ }).click();
  for (const name of ['Observers', 'Talks', 'Frontiers']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expectSaid(page, `Added ${name}`);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  const starter = page.getByRole('button', { name: 'Start with stance and form' });
  await starter
    .or(page.getByRole('heading', { level: 2, name: 'Stance' }))
    .first()
    .waitFor();
  if (await starter.isVisible()) await starter.click();
  await page.getByRole('button', { name: 'New variable of claims' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Conditional');
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ value: 'boolean' });
  await page.getByRole('checkbox', { name: 'Required' }).check();
  await page.getByRole('button', { name: 'Add the variable' }).click();
  await expectSaid(page, 'Added Conditional');
  await page.keyboard.press('Alt+1');
}
