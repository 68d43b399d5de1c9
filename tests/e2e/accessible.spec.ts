import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { caretAt, readArticle, selectWords } from './support/caret.ts';
import { makeCodebook } from './support/codebook.ts';
import { parley } from './support/command-line.ts';
import { dialogNamed, introduce, press, projectMenu } from './support/desk.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

test.describe.configure({ timeout: 300_000 });

/** A place or dialog: how to come there from the Code place, and how to leave it. */
interface View {
  readonly name: string;
  open(page: Page): Promise<void>;
  close?(page: Page): Promise<void>;
}

/** Closes what lies over the page, and waits until it is gone: while it fades, keys are still its own. */
async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  // A docked pane has the role too and stays.
  await page.waitForFunction(() => !document.activeElement?.closest('[role="dialog"], [role="menu"]'));
}

function dialog(name: string, title: string | RegExp, open: (page: Page) => Promise<void>): View {
  return {
    name,
    async open(page) {
      await open(page);
      await expect(dialogNamed(page, title)).toBeVisible();
    },
    async close(page) {
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  };
}

const dataset = (table: string): View => ({
  name: `dataset, ${table}`,
  async open(page) {
    await page.keyboard.press('Alt+6');
    await page.getByRole('tab', { name: new RegExp(`^${table}$`, 'i') }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
  },
  close: (page) => page.keyboard.press('Alt+1'),
});

const everywhere: readonly View[] = [
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
      await expect(page.getByRole('list', { name: 'Queues' })).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+1'),
  },
  {
    name: 'work, progress',
    async open(page) {
      await page.keyboard.press('Alt+3');
      await page.getByRole('tab', { name: 'Progress' }).click();
      await expect(page.getByRole('heading', { name: 'By outlet' })).toBeVisible();
    },
    close: (page) => page.keyboard.press('Alt+1'),
  },
  dialog('keys', 'All keys', (page) => page.keyboard.press('F1')),
  dialog('import', 'Import', (page) => page.keyboard.press('Control+i')),
  dialog('import of coded articles', 'Import', async (page) => {
    await page.keyboard.press('Control+i');
    await page.getByRole('button', { name: 'Articles that are coded already' }).click();
  }),
  dialog('export', 'Export the dataset', async (page) => {
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('region', { name: 'What it will hold' })).toContainText('article');
  }),
  dialog('open project', 'Open a project', (page) => page.keyboard.press('Control+o')),
  dialog('new project', 'New project', (page) => projectMenu(page, 'New project…')),
  dialog('check', 'Check of the project', async (page) => {
    await projectMenu(page, 'Check the project…');
    await expect(page.getByText('Everything is in order.')).toBeVisible();
  }),
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

/** Findings, precedents, the palette and the changing of keys. */
const consistency: readonly View[] = [
  {
    name: 'findings',
    async open(page) {
      await page.getByRole('option', { name: /After Port Maren/ }).click();
      await readArticle(page);
      await selectWords(page, { words: 'Port Maren', nth: 1 });
      await press(page, '1', /^Tagged actor/);
      await page.keyboard.press('l');
      await expect(page.getByRole('list', { name: 'Findings of this article' })).toBeVisible();
    },
  },
  {
    name: 'a finding dismissed',
    async open(page) {
      await page.locator('[data-finding][aria-current]').focus();
      await page.keyboard.press('d');
      await expect(page.getByRole('textbox', { name: 'Why can it be left?' })).toBeFocused();
    },
    async close(page) {
      await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
      await page.getByText('1 finding dismissed').click();
    },
  },
  {
    name: 'precedents',
    async open(page) {
      await page.getByRole('button', { name: /^Back to the claims/ }).click();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Tab');
      await page.keyboard.press('p');
      await expect(page.getByRole('heading', { name: 'Coded before' })).toBeVisible();
    },
    close: (page) => page.getByRole('button', { name: /^Back to the claims/ }).click(),
  },
  {
    name: 'palette',
    async open(page) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('port');
      await expect(page.getByRole('group', { name: 'Articles' })).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'changing keys',
    async open(page) {
      await page.keyboard.press('F1');
      await page.getByRole('button', { name: 'Change keys…' }).click();
      await page.getByRole('button', { name: 'J another key' }).press('Enter');
      await page.keyboard.press('k');
      await expect(page.getByText('is “Previous article”')).toBeVisible();
    },
    async close(page) {
      await page.getByRole('button', { name: 'Leave it' }).click();
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
];

/** The second claim of the sample's first article, selected by key. */
async function selectClaim(page: Page): Promise<void> {
  await readArticle(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  for (const said of [/missing/, /missing: .*A settlement/]) await press(page, ';', said);
}

const records: readonly View[] = [
  {
    name: 'a record to be filled',
    async open(page) {
      await selectClaim(page);
      await page.getByRole('button', { name: /^more roles/ }).click();
      await page.keyboard.press('Shift+D');
      await page.keyboard.type('Tuesday');
    },
    close: escape,
  },
  {
    name: 'a value that can’t be kept',
    async open(page) {
      await selectClaim(page);
      await page.keyboard.press('Shift+D');
      await page.keyboard.type('someday');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'codes',
    async open(page) {
      await selectClaim(page);
      await page.keyboard.press('c');
      await expect(page.getByRole('combobox', { name: 'Code' })).toBeFocused();
    },
    close: escape,
  },
  {
    name: 'a record that is filled',
    async open(page) {
      await selectClaim(page);
      await page.keyboard.press('c');
      await page.keyboard.type('observers');
      await page.keyboard.press('Enter');
      await press(page, 'q', /^Now|^Neither/);
      await page.keyboard.press('i');
      await press(page, '1', 'Certain: yes');
      await readArticle(page);
      await page.keyboard.press('v');
      await expect(page.getByRole('combobox', { name: /venue/ })).toBeFocused();
    },
    close: escape,
  },
];

/** A dialog of the code that is chosen in the tree, from its menu. */
const codeDialog = (entry: string, title: RegExp): View =>
  dialog(`codebook, ${entry}`, title, async (page) => {
    await page.getByRole('button', { name: /^What can be done with/ }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).click();
  });

/** Of the sample's codebook. Each leaves the place as it found it. */
const entities: readonly View[] = [
  {
    name: 'chooser of who a mention is',
    async open(page) {
      await readArticle(page);
      await selectWords(page, 'chair');
      await press(page, '1', /agged/);
      await page.keyboard.press('a');
      await page.keyboard.type('e');
      await expect(page.getByRole('listbox', { name: 'Entities' }).getByRole('option').nth(1)).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'entities, list',
    async open(page) {
      await page.keyboard.press('Alt+5');
      await page.getByRole('listbox', { name: 'Entities' }).getByRole('option').first().click();
      await expect(page.getByRole('article').getByRole('textbox', { name: 'Name', exact: true })).toBeVisible();
    },
  },
  dialog('merge entities', /^Merge “/, async (page) => {
    await page.getByRole('button', { name: 'Merge…' }).click();
    await page.getByRole('combobox', { name: 'The same as' }).fill('e');
    await page.getByRole('dialog').getByRole('option').first().click();
    await expect(page.getByRole('region', { name: 'Kept' })).toBeVisible();
  }),
  dialog('split an entity', /^Split “/, async (page) => {
    await page.getByRole('button', { name: 'Split…' }).click();
  }),
  dialog('new entity', 'New entity', async (page) => {
    await page.getByRole('button', { name: 'New…' }).click();
  }),
  {
    name: 'entities, to resolve',
    async open(page) {
      await page.getByRole('tab', { name: 'To resolve' }).click();
      await expect(page.getByRole('grid').getByRole('row').first()).toBeVisible();
    },
  },
  {
    name: 'entities, may be the same',
    async open(page) {
      await page.getByRole('tab', { name: 'May be the same' }).click();
      await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    },
  },
];

const codebook: readonly View[] = [
  {
    name: 'codebook, codes',
    async open(page) {
      await page.keyboard.press('Alt+4');
      await page.getByRole('tab', { name: /^Codes/ }).click();
      await page.getByRole('tree').getByRole('treeitem', { name: 'Conditions' }).click();
      await expect(page.getByRole('region', { name: 'Where it is used' }).getByRole('listitem')).not.toHaveCount(0);
      await expect(page.getByRole('region', { name: 'Examples' }).getByRole('listitem')).not.toHaveCount(0);
    },
  },
  codeDialog('Rename', /^Rename/),
  codeDialog('Move', /^Move/),
  codeDialog('Merge', /^Merge/),
  codeDialog('Split', /^Split/),
  codeDialog('Remove', /^Remove/),
  {
    name: 'codebook, a name that is taken',
    async open(page) {
      await page.getByRole('tree').focus();
      await page.keyboard.press('F2');
      await page.keyboard.type('offer to HOST');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('tree').getByRole('alert')).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'codebook, variables',
    async open(page) {
      await page.getByRole('tab', { name: /^Variables/ }).click();
      await page.getByRole('button', { name: 'Stance' }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'Stance' })).toBeVisible();
    },
  },
  {
    name: 'codebook, log',
    async open(page) {
      await page.getByRole('tab', { name: 'Log' }).click();
      await expect(page.getByRole('list', { name: /^What was done/ })).toBeVisible();
    },
  },
];

const tables: readonly View[] = [
  ...['codes of claims', 'entities', 'codes', 'variables'].map(dataset),
  dialog('columns', 'Columns of claims', async (page) => {
    await page.keyboard.press('Alt+6');
    await page.getByRole('button', { name: 'What the columns mean' }).click();
  }),
];

test('no view or dialog has an accessibility fault: full, light and dark, at 100 % and 200 %', async ({
  workbench,
}) => {
  await calm(workbench.page);
  await audit(workbench, 'who codes', 'full');
  await introduce(workbench.page, 'Mara Kessel');
  await auditAll(workbench, [...everywhere, ...coded], 'full');
});

test('nor has anything that is proposed', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await auditAll(workbench, offered, 'proposed');
});

test('nor has a claim record with all that it can be coded with', async ({ workbench }) => {
  const { page } = workbench;
  await calm(page);
  await introduce(page, 'Mara Kessel');
  await makeCodebook(page);
  await auditAll(workbench, records, 'coded');
});

test('nor have the entities', async ({ workbench }) => {
  const { page } = workbench;
  await calm(page);
  await introduce(page, 'Mara Kessel');
  await auditAll(workbench, entities, 'entities');
});

test('nor has the codebook', async ({ workbench }) => {
  const { page } = workbench;
  await calm(page);
  await introduce(page, 'Mara Kessel');
  await auditAll(workbench, codebook, 'codebook');
});

test('nor have the dataset’s other tables', async ({ workbench }) => {
  await calm(workbench.page);
  await introduce(workbench.page, 'Mara Kessel');
  await auditAll(workbench, tables, 'dataset');
});

test('nor have findings, precedents, the palette and the changing of keys', async ({ workbench }) => {
  await calm(workbench.page);
  await introduce(workbench.page, 'Mara Kessel');
  await auditAll(workbench, consistency, 'consistency');
});

test('nor has an empty project, nor the window without one', async ({ workbench }) => {
  const file = join(workbench.home, 'Empty.parley');
  parley(workbench, 'new', file);
  await workbench.restart(file);
  await calm(workbench.page);
  await introduce(workbench.page, 'Mara Kessel');
  await auditAll(workbench, everywhere, 'empty');
  await workbench.restart(join(workbench.home, 'Gone.parley'));
  await calm(workbench.page);
  await audit(workbench, 'no project', 'empty');
});

async function auditAll(workbench: Workbench, views: readonly View[], kind: string): Promise<void> {
  for (const view of views) {
    await test.step(view.name, async () => {
      await view.open(workbench.page);
      await audit(workbench, view.name, kind);
      await view.close?.(workbench.page);
    });
  }
}

/** Nothing moves while it is looked at. */
function calm(page: Page): Promise<void> {
  return page.emulateMedia({ reducedMotion: 'reduce' });
}

/** Looks at what is shown now: light, dark, and at twice the size. */
async function audit(workbench: Workbench, name: string, kind: string): Promise<void> {
  const { page } = workbench;
  const full = page.viewportSize() ?? { width: 1440, height: 900 };
  const looks = [
    { look: 'light', colorScheme: 'light', viewport: full },
    { look: 'dark', colorScheme: 'dark', viewport: full },
    // A page at 200 % has half the room.
    { look: '200 %', colorScheme: 'light', viewport: { width: full.width / 2, height: full.height / 2 } },
  ] as const;
  for (const { look, colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await workbench.screenshot(`${kind}-${name}-${look}`.replace(/[^a-z0-9]+/gi, '-'));
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    // In the dark only the colours are others.
    if (look === 'dark') axe.withRules(['color-contrast']);
    // An open menu floats over the page, outside of its regions, and is no part of it.
    else if (await page.getByRole('menu').isVisible()) axe.disableRules(['region']);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
    expect.soft(found, `${name}, ${kind}, ${look}`).toEqual([]);
  }
  await page.setViewportSize(full);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
