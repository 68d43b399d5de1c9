import type { Locator, Page } from '@playwright/test';
import { articleText, caretAt, expectReading, readArticle, selectWords } from './support/caret.ts';
import { card, dialogNamed, expectSaid, introduce, openArticle, press, projectMenu } from './support/desk.ts';
import { tabTo } from './support/hands.ts';
import { expect, test } from './support/workbench.ts';

/* Where the keyboard is after something was done, refused or left: never nowhere. */

const names = (page: Page) => page.getByRole('listbox', { name: 'Entities' });
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

/** Escape leaves a dialog that was opened by pressing something, which then has the focus again. */
async function leaves(page: Page, opener: Locator, title: string | RegExp): Promise<void> {
  await expect(opener).toBeEnabled();
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(dialogNamed(page, title)).toBeVisible();
  await expect(dialogNamed(page, title).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
}

test('a list over the text stays, with what was typed, while another window is looked into', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Velia repeats offer/);
  const claim = card(page, /a charge that the League denies/);
  for (const [key, title] of [
    ['b', /^by … choose/],
    ['c', 'Codes of this claim'],
  ] as const) {
    await claim.getByRole('button', { name: /a charge that the League denies/ }).click();
    await readArticle(page);
    await page.keyboard.press(key);
    await page.keyboard.type('e');
    const field = dialogNamed(page, title).getByRole('combobox');
    await expect(field).toBeFocused();
    // As a browser tells it: the field is left for nothing, and is still what has the focus in its page.
    await field.evaluate((input) => input.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    await expect(field).toHaveValue('e');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expectReading(page);
    // To go elsewhere in the window leaves it.
    await page.keyboard.press(key);
    await expect(field).toBeFocused();
    await page.getByRole('button', { name: 'Filters' }).first().focus();
    await expect(dialogNamed(page, title)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Filters' }).first()).toBeFocused();
  }
});

test('Escape in a dialog leads back to what opened it: project, article, coder', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await leaves(page, page.getByRole('contentinfo').getByRole('button', { name: /^Coder: / }), /is coding$/);
  await leaves(page, page.getByRole('button', { name: /^Edit title/ }), 'About this article');
  await leaves(page, page.getByRole('button', { name: 'Filters' }).first(), 'Only articles …');
  const menu = page.getByRole('banner').locator('[aria-haspopup="menu"]').first();
  for (const [entry, title] of [
    ['New project…', 'New project'],
    ['Check the project…', 'Check of the project'],
  ] as const) {
    await projectMenu(page, entry);
    await expect(dialogNamed(page, title)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(menu).toBeFocused();
  }
  // Those that a key opens, from wherever it was pressed.
  for (const [key, title] of [
    ['Control+k', 'Commands'],
    ['F1', 'All keys'],
    ['e', 'About this article'],
  ] as const) {
    await readArticle(page);
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectReading(page);
  }
});

test('Escape in a dialog leads back to what opened it: entities', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+5');
  await names(page)
    .getByRole('option', { name: /Adra Sol/ })
    .click();
  const details = page.getByRole('article');
  await leaves(page, details.getByRole('button', { name: 'Merge…' }), /^Merge “/);
  await leaves(page, details.getByRole('button', { name: 'Split…' }), /^Split “/);
  await leaves(page, details.getByRole('button', { name: 'Remove…' }), /^Remove “/);
  await leaves(page, details.getByRole('button', { name: /^(Choose|Change)…$/ }), /part of/);
  await leaves(page, page.getByRole('button', { name: 'New…' }), 'New entity');
});

test('Escape in a dialog leads back to what opened it: codebook and dataset', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+4');
  await page.getByRole('treeitem', { name: 'Conditions' }).click();
  const menu = page.getByRole('button', { name: /^What can be done with/ });
  for (const entry of ['Rename', 'Move', 'Merge', 'Split', 'Remove']) {
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).press('Enter');
    await expect(dialogNamed(page, new RegExp(`^${entry}`))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(menu).toBeFocused();
  }
  await page.keyboard.press('Alt+6');
  await leaves(page, page.getByRole('button', { name: 'Columns' }), /columns/i);
});

test('who comes to a place by a key is at its tabs, not at a button that imports; an open menu moves nothing', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  for (const [key, tab] of [
    ['Alt+4', /^Codes/],
    ['Alt+5', /^List/],
    ['Alt+3', /^Queues/],
  ] as const) {
    await readArticle(page);
    await page.keyboard.press(key);
    await expect(page.getByRole('tab', { name: tab })).toBeFocused();
    await page.keyboard.press('Alt+1');
  }
  await page.keyboard.press('Alt+4');
  const opener = page.getByRole('button', { name: 'Export', exact: true });
  const before = await opener.boundingBox();
  await opener.click();
  await expect(page.getByRole('menuitem', { name: /^REFI/ })).toBeVisible();
  expect(await opener.boundingBox()).toEqual(before);
});

test('after a merge, a split and a removal of entities the keyboard is at the entity that is shown', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+5');
  await page.getByRole('button', { name: 'New…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Adra Solen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('article', { name: 'Adra Solen' })).toBeVisible();
  await expectFocusIn(page, page.getByRole('main'));

  await page.getByRole('button', { name: 'Merge…' }).press('Enter');
  const merging = dialogNamed(page, /^Merge “/);
  const same = merging.getByRole('combobox', { name: 'The same as' });
  await expect(same).toBeFocused();
  await page.keyboard.type('Adra Solène');
  await expect(merging.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(merging.getByRole('region', { name: 'Kept' })).toBeVisible();
  await tabTo(page, merging.getByRole('button', { name: /^Merge into/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFocusIn(page, page.getByRole('main'));
  // Undo is one key from there.
  await press(page, 'Control+z', /^Undone: merge/);
  await expectFocusIn(page, page.getByRole('main'));

  // From the pairs that look alike.
  await page.getByRole('tab', { name: 'May be the same' }).press('Enter');
  await page.getByRole('button', { name: 'Compare…' }).press('Enter');
  await tabTo(page, merging.getByRole('button', { name: /^Merge into/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFocusIn(page, page.getByRole('main'));

  await page.getByRole('button', { name: 'Remove…' }).press('Enter');
  const removing = dialogNamed(page, /^Remove “/);
  await tabTo(page, removing.getByRole('button', { name: /^Remove/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectSaid(page, /^Removed /);
  await expectFocusIn(page, page.getByRole('main'));
});

test('a pane that goes when the window gets narrower gives the keyboard to the text, where keys go on', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Velia repeats offer/);
  const wide = page.viewportSize() ?? { width: 1440, height: 900 };
  const panes = [
    card(page, /a charge that the League denies/).getByRole('button', { name: /a charge that the League denies/ }),
    page.getByRole('listbox', { name: 'Articles' }),
    page.getByRole('textbox', { name: /^Filter articles/ }),
  ];
  for (const [at, control] of panes.entries()) {
    await caretAt(page, ['coalition', 'interview', 'counterpart'][at] ?? '');
    await control.focus();
    if (at > 0) await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 620, height: 500 });
    await expect(control).toBeHidden();
    await expectReading(page);
    await press(page, '1', /^Tagged actor “(?:coalition|interview|counterpart)”$/);
    await page.setViewportSize(wide);
    await expectReading(page);
  }
});

test('a pane that is slow to go gives the keyboard to the text all the same', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /Velia repeats offer/);
  await caretAt(page, 'coalition');
  const list = page.getByRole('listbox', { name: 'Articles' });
  await list.focus();
  // As on a screen that draws many frames a second: it counts how long it takes, not in how many of them.
  await page.getByRole('region', { name: 'Articles', exact: true }).evaluate((pane) => {
    pane.style.transitionDuration = '1500ms';
  });
  await page.setViewportSize({ width: 620, height: 500 });
  await expect(list).toBeHidden();
  await expectReading(page);
  await press(page, '1', 'Tagged actor “coalition”');
});

test('a filter that is set keeps the keyboard where it was set; one that is taken away, beside it', async ({
  workbench,
}) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const filters = page.getByRole('button', { name: /^Filters/ }).first();
  const panel = dialogNamed(page, /^Only articles/);
  await filters.press('Enter');
  const actors = panel.getByRole('button', { name: /actor/i });
  await actors.press('Space');
  await expect(actors).toHaveAttribute('aria-pressed', 'true');
  await expect(actors).toBeFocused();
  const outlet = panel.getByRole('checkbox').first();
  await outlet.press('Space');
  await expect(outlet).toBeChecked();
  await expect(outlet).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(filters).toBeFocused();
  // Chip by chip; behind the last one the keyboard is still in the pane.
  const chips = page.getByRole('list', { name: 'Filters that are set' }).getByRole('button');
  await expect(chips).toHaveCount(2);
  await chips.first().press('Enter');
  await expect(chips).toHaveCount(1);
  await expect(chips.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chips).toHaveCount(0);
  await expectFocusIn(page, page.getByRole('region', { name: 'Articles', exact: true }));
  // A status leaves fewer articles, or none.
  const done = page.getByRole('group', { name: 'Status' }).getByRole('button', { name: /^done/i });
  await done.press('Space');
  await expect(done).toHaveAttribute('aria-pressed', 'true');
  await expect(done).toBeFocused();
  // Enter in the field goes on to the article that is left.
  await done.press('Space');
  await page.getByRole('textbox', { name: /^Filter articles/ }).focus();
  await page.keyboard.type('Velia repeats');
  await page.keyboard.press('Enter');
  await expectReading(page);
});

test('what is refused leaves the keyboard where it was, and its message can be put away', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await openArticle(page, /After Port Maren/);
  await readArticle(page);
  await selectWords(page, 'chairs');
  await press(page, '1', /^Tagged/);
  await page.keyboard.press('a');
  await page.keyboard.type('Adra Solene');
  const chooser = page.getByRole('dialog', { name: /^Who or what is/ });
  await expect(chooser.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const refusal = messages(page).getByText(/^There is an actor called “Adra Solène” already/);
  await expect(refusal).toBeVisible();
  await expectReading(page);
  // Put away by key, the text has it again, with its caret.
  await messages(page).getByRole('button', { name: 'Dismiss' }).last().focus();
  await page.keyboard.press('Enter');
  await expect(refusal).toHaveCount(0);
  await expectReading(page);
  await caretAt(page, 'doubts');
  await press(page, '1', 'Tagged actor “doubts”');

  // A name that is taken: the field has it still, with what was typed.
  await page.keyboard.press('Alt+5');
  await page.getByRole('button', { name: 'New…' }).press('Enter');
  const name = dialogNamed(page, 'New entity').getByRole('textbox', { name: 'Name' });
  await name.fill('Adra Solène');
  await page.keyboard.press('Enter');
  await expect(messages(page).getByText(/^There is an actor called/)).toBeVisible();
  await expectFocusIn(page, dialogNamed(page, 'New entity'));
  await expect(name).toHaveValue('Adra Solène');
  await expect(articleText(page)).toHaveCount(0);
});

/** What has the focus is, within a moment, in there. */
async function expectFocusIn(page: Page, place: Locator): Promise<void> {
  await expect(place.locator(':focus')).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
}
