import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText } from './support/caret.ts';
import { introduce } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('opens on the sample project', async ({ workbench }) => {
  await expect(workbench.page).toHaveTitle(/Sample project/);
  expect(existsSync(join(workbench.dataFolder, 'Sample project.parley'))).toBe(true);
});

test('a text that begins with its title shows that line as the headline', async ({ workbench }) => {
  await introduce(workbench.page, 'Mara Kessel');
  const lines = articleText(workbench.page).locator('p');
  const size = (at: number) => lines.nth(at).evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
  await expect(lines.nth(1)).toBeVisible();
  expect(await size(0)).toBeGreaterThan(1.3 * (await size(1)));
});

test('a reload and a restart show the same project', async ({ workbench }) => {
  await workbench.page.reload();
  await expect(workbench.page).toHaveTitle(/Sample project/);
  await workbench.restart();
  await expect(workbench.page).toHaveTitle(/Sample project/);
});

test('a project that can’t be opened is named, and no other is opened instead', async ({ workbench }) => {
  await workbench.restart(join(workbench.home, 'Gone.parley'));
  await expect(workbench.page.getByText(/Gone\.parley/).first()).toBeVisible();
  await expect(workbench.page).toHaveTitle('Parley');
});

test('a file that is no project is refused by name, whatever it is called', async ({ workbench }) => {
  const letter = join(workbench.home, 'letter.txt');
  writeFileSync(letter, 'Dear colleague');
  await workbench.restart(letter);
  await expect(workbench.page.getByText(/letter\.txt/).first()).toBeVisible();
  await expect(workbench.page).toHaveTitle('Parley');
});

test('after SIGKILL it starts again on the same project', async ({ workbench }) => {
  await workbench.kill();
  await workbench.start();
  await expect(workbench.page).toHaveTitle(/Sample project/);
});

test('the page can leave neither its origin nor its policy', async ({ workbench }) => {
  const { page } = workbench;
  const before = page.url();
  const reached = await page.evaluate(async () => ({
    fetched: await fetch('https://example.invalid/').then(
      () => true,
      () => false,
    ),
    opened: window.open('about:blank') !== null,
    node: 'require' in window || 'process' in window,
  }));
  expect(reached.fetched).toBe(false);
  expect(reached.node).toBe(false);
  if (workbench.host === 'electron') {
    expect(reached.opened).toBe(false);
    await page.evaluate(() => location.assign('https://example.invalid/'));
    expect(page.url()).toBe(before);
  }
});
