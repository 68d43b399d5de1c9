import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath } from '../../scripts/lib/node.mjs';
import { parley } from './support/command-line.ts';
import { dialogNamed, introduce, status } from './support/desk.ts';
import { sha256 } from './support/exported.ts';
import { port, writeNews } from './support/news.ts';
import { ROOT } from './support/places.ts';
import { ended, environment } from './support/running.ts';
import { expect, test } from './support/workbench.ts';

test('files that are no articles are named with the reason, and the others are imported', async ({ workbench }) => {
  const { page, home } = workbench;
  await introduce(page, 'Mara Kessel');
  const [good = ''] = writeNews(home, [port]);
  const bad = { 'picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]), 'empty.txt': Buffer.alloc(0) };
  for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(home, name), bytes);
  const gone = join(home, 'gone.txt');
  writeFileSync(gone, 'A headline\n\nThis file is taken away before it can be imported.\n');

  await page.keyboard.press('Control+i');
  const dialog = dialogNamed(page, 'Import');
  const paths = [good, gone, ...Object.keys(bad).map((name) => join(home, name))];
  await workbench.chooseFiles(paths, () => dialog.getByRole('button', { name: 'Choose files…' }).click());
  for (const name of Object.keys(bad)) {
    const row = dialog.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText(`“${name}”`);
    await expect(row.getByRole('checkbox')).toBeDisabled();
  }
  rmSync(gone);
  await dialog.getByRole('button', { name: 'Import 2 articles' }).click();
  await expect(dialog.getByText('1 article imported')).toBeVisible();
  await expect(dialog.getByRole('alert')).toContainText('gone.txt');
  await page.keyboard.press('Escape');
  await expect(status(page)).toContainText('9 articles');
});

test('a damaged project and one from the future are refused by name, and the open one stays', async ({ workbench }) => {
  const { page, home } = workbench;
  await introduce(page, 'Mara Kessel');
  const damaged = join(home, 'Damaged.parley');
  const future = join(home, 'Future.parley');
  parley(workbench, 'sample', damaged);
  copyFileSync(damaged, future);
  truncateSync(damaged, 20_000);
  // The version that a project file has been brought to stands at byte 60 of its header.
  const bytes = readFileSync(future);
  bytes.writeUInt32BE(9999, 60);
  writeFileSync(future, bytes);

  for (const [file, words] of [
    [damaged, /Damaged/],
    [future, /Future.*(newer|later)/],
  ] as const) {
    const before = sha256(readFileSync(file));
    await page.keyboard.press('Control+o');
    const dialog = dialogNamed(page, 'Open a project').first();
    await workbench.chooseFiles([file], () => dialog.getByRole('button', { name: /^Choose/ }).click());
    await expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveTitle('Sample project – Parley');
    expect(sha256(readFileSync(file))).toBe(before);
  }
});

test('a project that another program has open is refused by name', async ({ workbench }) => {
  const { page, home } = workbench;
  await introduce(page, 'Mara Kessel');
  const file = join(home, 'Shared.parley');
  parley(workbench, 'new', file);
  const dataFolder = join(home, 'other-data');
  mkdirSync(dataFolder);
  const other = spawn(nodePath(), [join(ROOT, 'out', 'main', 'serve.js'), file], {
    env: environment({ home, dataFolder }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  await page.keyboard.press('Control+o');
  const dialog = dialogNamed(page, 'Open a project').first();
  await workbench.chooseFiles([file], () => dialog.getByRole('button', { name: /^Choose/ }).click());
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /Shared.*open/ })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveTitle('Sample project – Parley');
  other.kill('SIGTERM');
  await ended(other);
});

test('started on a project that a window has open already, Parley says so in the terminal too', async ({
  workbench,
}) => {
  const { home } = workbench;
  const dataFolder = join(home, 'second-data');
  mkdirSync(dataFolder);
  const held = join(workbench.dataFolder, 'Sample project.parley');
  const again = spawn(nodePath(), [join(ROOT, 'out', 'main', 'serve.js'), held], {
    env: environment({ home, dataFolder }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  again.stdout.on('data', (part: Buffer) => {
    said += String(part);
  });
  await expect(() => {
    expect(said).toMatch(/^Parley is open at http:/);
    expect(said).toContain('“Sample project.parley” is already open in another window of Parley. Go on in that window');
  }).toPass();
  again.kill('SIGTERM');
  await ended(again);
});

test('an export never lands in a folder that holds other things', async ({ workbench }) => {
  const { page, home } = workbench;
  await introduce(page, 'Mara Kessel');
  const folder = join(home, 'letters');
  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.txt'), 'Mine.');
  await page.keyboard.press('Control+e');
  const dialog = dialogNamed(page, 'Export the dataset');
  const main = dialog.getByRole('button', { name: 'Choose a folder and export…' });
  await expect(main).toBeEnabled();
  await workbench.chooseNew(folder, () => main.click());
  await expect(dialog.getByRole('alert')).toContainText('letters');
  expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('Mine.');
});
