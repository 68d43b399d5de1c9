import { join } from 'node:path';
import { expect, test } from '../e2e/support/workbench.ts';

const PICTURES = join(import.meta.dirname, '../../resources/pictures');

test('the README’s pictures', async ({ workbench }) => {
  const { page } = workbench;
  const keep = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
  await page.getByLabel('Your name').fill('Mara Kessel');
  await page.getByRole('button', { name: 'Start coding' }).click();
  await page.getByText('Velia repeats offer').first().click();
  await page.getByRole('heading', { level: 1, name: /Velia repeats/ }).waitFor();
  await page.getByText('“A settlement is possible').first().click();
  await page.mouse.move(700, 20);
  // The chosen claim's card has come into sight, its beginning first.
  const card = page.locator('[data-card]').filter({ hasText: 'A settlement is possible' });
  const list = page.getByRole('list', { name: 'Claims of this article' });
  const top = async (what: typeof card) => (await what.boundingBox())?.y ?? 0;
  await expect.poll(async () => Math.abs((await top(card)) - (await top(list)))).toBeLessThan(8);
  await keep('code-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keep('code-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page
    .getByRole('link', { name: 'Dataset' })
    .or(page.getByRole('button', { name: 'Dataset' }))
    .first()
    .click();
  await page.getByRole('tab', { name: 'Claims', exact: true }).waitFor();
  await page.getByText('President Orla Wend').first().waitFor();
  await keep('dataset-light');
  await page.getByRole('button', { name: 'Codebook' }).first().click();
  await page
    .getByRole('treeitem', { name: /Conditions/ })
    .first()
    .click();
  await page.mouse.move(700, 20);
  await keep('codebook-light');
});
