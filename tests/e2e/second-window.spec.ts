import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath } from '../../scripts/lib/node.mjs';
import { caretAt, selectWords } from './support/caret.ts';
import { card, dialogNamed, expectHistory, introduce, openArticle, press, saved, status } from './support/desk.ts';
import { ROOT } from './support/places.ts';
import { environment, type Surroundings, untilReady } from './support/running.ts';
import { expect, test } from './support/workbench.ts';

const TAKEN_OVER = 'Parley is open in another tab';

test('one tab at a time: the newest acts, and the other can take back', async ({ workbench }) => {
  const first = workbench.page;
  await introduce(first, 'Ana Quill');
  await openArticle(first, /Straits stay closed/);
  await selectWords(first, 'government');
  await press(first, '1', 'Tagged actor “government”');
  await saved(first);

  const second = await first.context().newPage();
  await second.goto(new URL('/', first.url()).href);
  await untilReady(second);
  const cover = dialogNamed(first, TAKEN_OVER);
  await expect(cover).toBeVisible();
  await expect(cover.getByRole('button', { name: 'Use it here' })).toBeFocused();
  // It is no dialog that one can leave.
  await first.keyboard.press('Escape');
  await expect(cover).toBeVisible();

  // Somebody else codes there now.
  await status(second)
    .getByRole('button', { name: /Ana Quill/ })
    .click();
  await dialogNamed(second, /is coding/)
    .getByRole('textbox')
    .fill('Bob');
  await second.keyboard.press('Enter');
  await expect(status(second)).toContainText('Coder: Bob');
  await openArticle(second, /Straits stay closed/);
  await expectHistory(second, null, null);

  await cover.getByRole('button', { name: 'Use it here' }).click();
  await expect(cover).toBeHidden();
  await expect(dialogNamed(second, TAKEN_OVER)).toBeVisible();
  await expect(status(first)).toContainText('Coder: Bob');
  await expectHistory(first, null, null);
  await selectWords(first, 'government');
  await press(first, '1', 'Tagged actor “government”');
  await expectHistory(first, /^Undo: tag actor “government”/, null);

  // A reload is the newest window, whichever tab it is in; and so is one that comes back.
  await second.reload();
  await untilReady(second);
  await expect(dialogNamed(second, TAKEN_OVER)).toBeHidden();
  await expect(cover).toBeVisible();
  await first.reload();
  await untilReady(first);
  await expect(cover).toBeHidden();
  await first.goto('about:blank');
  await first.goBack();
  await untilReady(first);
  await expect(cover).toBeHidden();
  await openArticle(first, /Straits stay closed/);
  await caretAt(first, 'envoy');
  await press(first, '1', /^Tagged actor “envoy/);
  await second.close();
});

test('a memo that was being typed when another tab took over is kept with “Use it here”', async ({ workbench }) => {
  const first = workbench.page;
  await introduce(first, 'Ana Quill');
  await openArticle(first, /Straits stay closed/);
  await selectWords(first, 'said his government');
  await press(first, '2', /^Tagged claim/);
  await saved(first);
  const second = await first.context().newPage();
  await second.goto(new URL('/', first.url()).href);
  await untilReady(second);
  const cover = dialogNamed(first, TAKEN_OVER);
  await expect(cover).toBeVisible();
  await cover.getByRole('button', { name: 'Use it here' }).click();
  await expect(cover).toBeHidden();

  await card(first, /said his government/)
    .getByRole('button')
    .first()
    .click();
  await first.keyboard.press('m');
  const memo = first.getByRole('textbox', { name: 'Memo' });
  await expect(memo).toBeFocused();
  await first.keyboard.type('Indirect speech.');
  await second.getByRole('button', { name: 'Use it here' }).click();
  await expect(cover).toBeVisible();
  await cover.getByRole('button', { name: 'Use it here' }).click();
  await expect(cover).toBeHidden();
  await expect(memo).toHaveValue('Indirect speech.');
  await saved(first);
  await first.reload();
  await untilReady(first);
  await openArticle(first, /Straits stay closed/);
  await card(first, /said his government/)
    .getByRole('button')
    .first()
    .click();
  await expect(memo).toHaveValue('Indirect speech.');
  await second.close();
});

test('a second start on the same project opens the Parley that runs, not an empty window', async ({ workbench }) => {
  test.skip(workbench.host === 'electron', 'Electron brings its own window to the front');
  const first = workbench.page;
  await introduce(first, 'Ana Quill');
  await openArticle(first, /Straits stay closed/);

  const said = await startAgain(workbench);
  expect(said).toContain('It runs already, with this project');
  const second = await first.context().newPage();
  await second.goto(/http:\S+/.exec(said)?.[0] ?? '');
  await untilReady(second);
  await expect(second).toHaveTitle(/Sample project/);
  await expect(status(second)).toContainText('Coder: Ana Quill');
  await expect(dialogNamed(first, TAKEN_OVER)).toBeVisible();

  // Its note is gone with it, and one that a killed launch left is no hindrance.
  await workbench.restart();
  await workbench.kill();
  expect(readdirSync(join(workbench.dataFolder, 'running'))).toHaveLength(1);
  await workbench.start();
  await expect(workbench.page).toHaveTitle(/Sample project/);
});

/** Starts the program a second time, as a user who forgot the first. @returns what it says before it ends by itself. */
async function startAgain({ home, dataFolder }: Surroundings): Promise<string> {
  const again = spawn(nodePath(), [join(ROOT, 'out', 'main', 'serve.js')], {
    env: environment({ home, dataFolder }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  again.stdout.on('data', (part: Buffer) => {
    said += String(part);
  });
  const [code] = await once(again, 'close');
  expect(code).toBe(0);
  return said;
}
