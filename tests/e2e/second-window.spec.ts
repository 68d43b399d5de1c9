import { caretAt, selectWords } from './support/caret.ts';
import { card, dialogNamed, expectHistory, introduce, openArticle, press, saved, status } from './support/desk.ts';
import { untilReady } from './support/running.ts';
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
