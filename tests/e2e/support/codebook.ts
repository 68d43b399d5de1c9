import type { Page } from '@playwright/test';
import { expectSaid } from './desk.ts';

/** Adds three codes and a required yes or no to the sample's codebook, and goes back to the Code place. */
export async function makeCodebook(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await page.getByRole('button', { name: /^(Start a|New) code$/ }).click();
  for (const name of ['Observers', 'Envoys', 'Frontiers']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expectSaid(page, `Added ${name}`);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('button', { name: 'New variable of claims' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Certain');
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ value: 'boolean' });
  await page.getByRole('checkbox', { name: 'Required' }).check();
  await page.getByRole('button', { name: 'Add the variable' }).click();
  await expectSaid(page, 'Added Certain');
  await page.keyboard.press('Alt+1');
}
