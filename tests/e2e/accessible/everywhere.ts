import type { Page } from '@playwright/test';
import { dialog, escape, type View } from '../support/audit.ts';
import { projectMenu } from '../support/desk.ts';
import { expect } from '../support/workbench.ts';

const noArticles = (page: Page) => page.getByRole('heading', { name: 'No articles yet' });

/** A table of the Dataset place. */
export const dataset = (table: string): View => ({
  name: `dataset, ${table}`,
  async open(page) {
    await page.keyboard.press('Alt+6');
    await page.getByRole('tab', { name: new RegExp(`^${table}$`, 'i') }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
  },
  close: (page) => page.keyboard.press('Alt+1'),
});

/** The places, from the Code place and back. */
export const places: readonly View[] = [
  { name: 'code', open: () => Promise.resolve() },
  dataset('claims'),
  dataset('spans'),
  dataset('links'),
  dataset('articles'),
  {
    name: 'codebook, empty or not',
    async open(page) {
      await page.keyboard.press('Alt+4');
      await expect(page.getByRole('heading', { level: 1, name: 'Codebook' })).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+1'),
  },
  {
    name: 'search',
    async open(page) {
      await page.keyboard.press('Control+Shift+F');
      await page.getByRole('textbox', { name: 'What to look for' }).fill('velia OR oster');
      await expect(
        page
          .getByRole('tabpanel')
          .getByText(/Port Maren|Nothing found/)
          .first(),
      ).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+1'),
  },
  {
    name: 'search, annotations',
    async open(page) {
      await page.keyboard.press('Control+Shift+F');
      await page.getByRole('tab', { name: /^Annotations/ }).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+1'),
  },
  {
    name: 'search filters',
    async open(page) {
      await page.keyboard.press('Alt+2');
      await page.getByRole('button', { name: 'Filters' }).click();
      await expect(page.getByRole('dialog', { name: /^Only/ })).toBeVisible();
    },
    async close(page) {
      await escape(page);
      await page.keyboard.press('Alt+1');
    },
  },
  {
    name: 'work, queues',
    async open(page) {
      await page.keyboard.press('Alt+3');
      await page.getByRole('tab', { name: 'Queues' }).click();
      await expect(page.getByRole('list', { name: 'Queues' }).or(noArticles(page))).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+1'),
  },
  {
    name: 'work, progress',
    async open(page) {
      await page.keyboard.press('Alt+3');
      await page.getByRole('tab', { name: 'Progress' }).click();
      await expect(page.getByRole('heading', { name: 'By outlet' }).or(noArticles(page))).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+1'),
  },
];

/** Dialogs that tell of the project. */
export const ofTheProject: readonly View[] = [
  dialog('export', 'Export the dataset', async (page) => {
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('region', { name: 'What it will hold' })).toContainText('article');
  }),
  dialog('check', 'Check of the project', async (page) => {
    await projectMenu(page, 'Check the project…');
    await expect(page.getByText('Everything is in order.')).toBeVisible();
  }),
];

/** Dialogs and menus that are the same whatever the project holds. */
export const dialogs: readonly View[] = [
  dialog('keys', 'All keys', (page) => page.keyboard.press('F1')),
  dialog('import', 'Import', (page) => page.keyboard.press('Control+i')),
  dialog('import of coded articles', 'Import', async (page) => {
    await page.keyboard.press('Control+i');
    await page.getByRole('button', { name: 'Articles that are coded already' }).click();
  }),
  dialog('open project', 'Open a project', (page) => page.keyboard.press('Control+o')),
  dialog('new project', 'New project', (page) => projectMenu(page, 'New project…')),
  dialog('coder', /is coding$/, async (page) => {
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /^Coder: / })
      .click();
  }),
  {
    name: 'appearance menu',
    async open(page) {
      await page.getByRole('button', { name: 'Appearance and tagging' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    close: escape,
  },
];
