import { auditViews, dialog, escape, type View } from '../support/audit.ts';
import { caretAt, readArticle, selectWords } from '../support/caret.ts';
import { press } from '../support/desk.ts';
import { expect, test } from '../support/workbench.ts';

test.describe.configure({ timeout: 300_000 });

const coded: readonly View[] = [
  dialog('article details', 'About this article', (page) => page.getByRole('button', { name: /^Edit title/ }).click()),
  {
    name: 'a claim selected',
    async open(page) {
      await readArticle(page);
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < 12 && (await page.getByRole('toolbar').getByText('by').count()) === 0; i++) {
        await page.keyboard.press('Tab');
      }
      await expect(page.getByRole('textbox', { name: 'Memo' })).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'an actor selected',
    async open(page) {
      await caretAt(page, 'coalition');
      await press(page, '1', 'Tagged actor “coalition”');
      await expect(page.getByRole('region', { name: 'Selected actor' })).toBeVisible();
    },
    close: escape,
  },
  dialog('all mentions', /^Tag all mentions/, async (page) => {
    await readArticle(page);
    await caretAt(page, 'Velia');
    await page.keyboard.press('1');
    await page.keyboard.press('g');
  }),
  {
    name: 'link picker',
    async open(page) {
      await page
        .getByRole('button', { name: /^add addressee/ })
        .first()
        .click();
      await expect(page.getByRole('combobox', { name: /addressee/ })).toBeFocused();
    },
    close: escape,
  },
];

/** What is offered, in the record pane and as ghosts in the text. */
const offered: readonly View[] = [
  {
    name: 'a likely quotation',
    async open(page) {
      await readArticle(page);
      await escape(page);
      await press(page, 'Alt+y', /^Likely quotation, /);
      await expect(page.getByRole('region', { name: /^Offered:/ })).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+y'),
  },
  {
    name: 'a claim that can be completed',
    async open(page) {
      await selectWords(page, 'no chair in Port Maren would stay empty for long');
      await press(page, '2', /^Tagged claim/);
      await expect(page.getByRole('region', { name: 'Offered: Complete this claim' })).toBeVisible();
    },
    close: (page) => press(page, 'Delete', /^Removed claim/),
  },
  {
    name: 'proposals menu',
    async open(page) {
      await page.getByRole('button', { name: 'Proposals', exact: true }).click();
      await expect(page.getByRole('menuitemradio', { name: 'On' })).toBeVisible();
    },
    close: escape,
  },
];

test('what is selected and linked in an article has no accessibility fault', async ({ workbench }) => {
  await auditViews(workbench, coded, 'coding');
});

test('nor has anything that is proposed', async ({ workbench }) => {
  await auditViews(workbench, offered, 'proposed');
});
