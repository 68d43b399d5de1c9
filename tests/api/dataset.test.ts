import { parse } from 'csv-parse/sync';
import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATASET_TABLES, type DatasetTable } from '../../src/shared/model/dataset.ts';
import { makeCore, type TestCore } from './support/core.ts';

/** All rows, a page of the size at a time. */
async function allPages(core: TestCore, table: DatasetTable, size: number) {
  const rows = [];
  for (let offset = 0; ; offset += size) {
    const page = await core.client.call('dataset.rows', { table, offset, limit: size });
    rows.push(...page.rows);
    if (offset + size >= page.total) return { ...page, rows };
    expect(page.rows).toHaveLength(size);
  }
}

async function sampleOfTwoCoders(): Promise<TestCore> {
  const core = makeCore();
  await core.client.call('project.openSample', { fresh: false });
  await core.client.call('coder.set', { name: 'Bo', mode: 'switch' });
  const { rows } = await core.client.call('articles.list', {
    offset: 0,
    limit: 9,
    sort: 'title',
    status: null,
    query: '',
  });
  for (const { id, length } of rows) {
    const fragments = [
      { start: 0, end: 5 },
      { start: 8, end: Math.min(length, 14) },
    ];
    await core.client.call('annotations.add', {
      articleId: id,
      kind: 'claim',
      fragments,
      memo: '=1+1, "quoted"\nline',
    });
  }
  return core;
}

describe('dataset.rows', () => {
  it.each(DATASET_TABLES)('shows %s cell for cell as they are exported, at any size of page', async (table) => {
    const core = await sampleOfTwoCoders();
    const out = join(core.folder, 'dataset');
    const folder = core.context.handles.forPath(out);
    await core.client.call('exchange.write', { format: 'data-package', folder, options: {}, job: 'write' });
    const [header, ...exported] = parse(fs.readFileSync(join(out, `${table}.csv`), 'utf8')) as string[][];
    expect(exported.length).toBeGreaterThan(5);
    for (const size of [1, 3, 7, 1000]) {
      const { columns, rows, total } = await allPages(core, table, size);
      expect(columns.map((column) => column.name)).toEqual(header);
      expect(total).toBe(exported.length);
      expect(rows.map((row) => row.cells.map((cell) => String(cell ?? '')))).toEqual(exported);
    }
  });

  it('leads every row back to its words', async () => {
    const core = await sampleOfTwoCoders();
    const { rows, columns } = await core.client.call('dataset.rows', { table: 'spans', offset: 0, limit: 1000 });
    const quote = columns.findIndex((column) => column.name === 'quote');
    for (const { articleId, annotationId, cells } of rows) {
      const open = await core.client.call('articles.open', { id: articleId ?? '' });
      const annotation = open.annotations.find((one) => one.id === annotationId);
      const words = annotation?.fragments.map(({ start, end }) => open.text.slice(start, end));
      expect(words?.every((part) => String(cells[quote]).includes(part))).toBe(true);
    }
  });

  it('follows every change', async () => {
    const core = await sampleOfTwoCoders();
    const total = async () => (await core.client.call('dataset.rows', { table: 'claims', offset: 0, limit: 1 })).total;
    const before = await total();
    await core.client.call('history.undo', {});
    expect(await total()).toBe(before - 1);
    const last = await core.client.call('dataset.rows', { table: 'claims', offset: before - 1, limit: 5 });
    expect(last.rows).toEqual([]);
    await core.client.call('history.redo', {});
    const page = await core.client.call('dataset.rows', { table: 'claims', offset: before - 1, limit: 5 });
    expect(page.rows).toHaveLength(1);
  });

  it('has columns and no rows in an empty project', async () => {
    const core = makeCore();
    await core.client.call('project.create', { file: core.context.handles.forPath(join(core.folder, 'New.parley')) });
    for (const table of DATASET_TABLES) {
      const page = await core.client.call('dataset.rows', { table, offset: 0, limit: 10 });
      expect(page).toMatchObject({ total: 0, rows: [] });
      expect(page.columns.length).toBeGreaterThan(3);
    }
  });
});
