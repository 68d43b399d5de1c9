import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parley } from './support/command-line.ts';
import { dialogNamed, introduce, status } from './support/desk.ts';
import { checkCoding, checkOffsets, type Package, readBrat, readPackage, type Row } from './support/exported.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

test.describe.configure({ timeout: 120_000 });

test('everything that is coded is in the dataset, goes out, and comes back in', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+6');
  await seeTables(workbench);

  const first = await exportAs(workbench, /^Data package/, 'package');
  const tables = readPackage(first);
  checkOffsets(tables);
  checkCoding(tables);
  checkClaims(tables);

  // JSON Lines say the same, and brat but for what it names.
  await page.getByRole('button', { name: 'Export in another format' }).click();
  const lines = await writeAs(workbench, /^JSON Lines/, 'lines');
  const claims = readFileSync(join(lines, 'articles.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { claims: { id: string; codes: { path: string }[] }[] }).claims);
  const codes = new Map(tables.claims.map((row) => [row['claim_id'], row['codes']]));
  for (const claim of claims) expect(claim.codes.map(({ path }) => path).join('; ')).toBe(codes.get(claim.id));
  await page.getByRole('button', { name: 'Export in another format' }).click();
  await page.getByRole('radio', { name: /^brat/ }).check();
  await expect(page.getByText('Roles filled by an entity itself')).toBeVisible();
  const brat = [...readBrat(await writeAs(workbench, /^brat/, 'brat')).values()].flat();
  expect(brat.filter((line) => /^T\d+\tCue /.test(line))).toHaveLength(
    tables.claims.filter((row) => row['cue']).length,
  );
  expect(brat.filter((line) => line.includes('ParleyCode:'))).toHaveLength(tables.claim_codes.length);
  expect(brat.filter((line) => line.includes('ParleyEntity:'))).toHaveLength(
    tables.spans.filter((row) => row['entity_id']).length,
  );

  // Into a project that has nothing yet: all of it is there again, and a second time changes nothing.
  const file = join(workbench.home, 'Again.parley');
  parley(workbench, 'new', file);
  await workbench.restart(file);
  await importPackage(workbench, first, /8 articles, 42 annotations and \d+ links imported/);
  await expect(status(workbench.page)).toContainText('42 annotations');
  const again = readPackage(await exportAs(workbench, /^Data package/, 'again'));
  checkCoding(again);
  expect(comparable(again)).toEqual(comparable(tables));
  await workbench.page.keyboard.press('Escape');
  await importPackage(workbench, first, /0 articles, 0 annotations and 0 links imported/);
  await expect(status(workbench.page)).toContainText('42 annotations');
});

async function seeTables(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toContainText('Orla Wend');
  await workbench.screenshot('dataset-claims');
  await page.getByRole('button', { name: 'What the columns mean' }).click();
  const dialog = dialogNamed(page, 'Columns of claims');
  await dialog.getByLabel('Find a column').fill('stance');
  await expect(dialog.getByRole('term')).toHaveText([/^var_stance/]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Codes', exact: true }).click();
  await expect(grid.getByRole('row', { name: /Settlement > Neutral status/ })).toBeVisible();
  await page.getByRole('button', { name: 'What the columns mean' }).click();
  await expect(dialogNamed(page, 'Columns of codes')).toContainText('What is coded with it.');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Entities' }).click();
  await expect(grid.getByRole('row', { name: /Selim Darra/ }).first()).toContainText('Salim Darra; سليم درّة');
  await workbench.screenshot('dataset-entities');
  await page.getByRole('tab', { name: 'Variables' }).click();
  await expect(grid.getByRole('row', { name: /Stance/ })).toContainText('var_stance');
  await page.getByRole('button', { name: 'Show in the codebook' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Codebook' })).toBeVisible();
  await page.keyboard.press('Alt+6');
}

/** What the sample says of a claim with a chain of relays and of one that is addressed to an entity. */
function checkClaims({ claims }: Package): void {
  const boot = claims.find((row) => row['claim']?.startsWith('“no foreign boot'));
  expect(boot).toMatchObject({
    claimant_entities: 'Lund',
    addressee_entities: 'Northern League',
    relays: 'a senior official who travelled with the minister; Oster',
    relay_entities: 'Oster',
    codes: 'War > Foreign troops',
    reporting: 'reported',
    cue: 'told',
    var_stance: 'opposes',
    var_form: 'refusal',
    var_conditional: '',
  });
  const silence = claims.find((row) => row['claim']?.startsWith('“Neutrality is not silence'));
  expect(silence).toMatchObject({
    addressees: '',
    addressee_ids: '',
    addressee_entities: 'National Assembly of Lund',
    uttered_on: '2031-03-11',
    var_strength: '5',
  });
}

async function exportAs(workbench: Workbench, format: RegExp, name: string): Promise<string> {
  await workbench.page.keyboard.press('Control+e');
  return writeAs(workbench, format, name);
}

async function writeAs(workbench: Workbench, format: RegExp, name: string): Promise<string> {
  const { page } = workbench;
  await page.getByRole('radio', { name: format }).check();
  const folder = join(workbench.home, name);
  const main = page.getByRole('button', { name: 'Choose a folder and export…' });
  await expect(main).toBeEnabled();
  await workbench.chooseNew(folder, () => main.click());
  await expect(dialogNamed(page, 'The dataset is written')).toBeVisible();
  return folder;
}

async function importPackage(workbench: Workbench, folder: string, said: RegExp): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Control+i');
  const dialog = dialogNamed(page, 'Import');
  await dialog.getByRole('button', { name: 'Articles that are coded already' }).click();
  await dialog.getByLabel('Format').selectOption({ label: 'Data package' });
  await workbench.chooseFolder(folder, () => dialog.getByRole('button', { name: 'Choose the folder…' }).click());
  await dialog.getByRole('button', { name: /^Import( \d+ article|$)/ }).click();
  await expect(dialog.getByText(said)).toBeVisible();
  await page.keyboard.press('Escape');
}

/** The rows without the ids that an import gives, in an order of their own. */
function comparable(tables: Package): Record<string, readonly string[]> {
  const given = new Set(['article_id', 'span_id', 'claim_id', 'link_id', 'target_id', 'examples']);
  const strip = (row: Row): string =>
    JSON.stringify(Object.entries(row).filter(([name]) => !given.has(name) && !name.endsWith('_ids')));
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, (rows as Row[]).map(strip).sort()]));
}
