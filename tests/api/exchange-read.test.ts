import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATASET_TABLES, type DatasetTable } from '../../src/shared/model/dataset.ts';
import type { ReadMapping } from '../../src/shared/model/exchange.ts';
import { makeCore, refusal, type TestCore } from './support/core.ts';

const TEXT = 'Velia will “not wait”, its envoy told Oster in Port Maren.';
const CLAIM = `T1\tContent 11 21\t${TEXT.slice(11, 21)}\n`;
const SPEAKER = `T2\tSource 23 32\t${TEXT.slice(23, 32)}\n`;
const CUE = `T3\tCue 33 37\ttold\n`;
const EVENT = 'E1\tCue:T3 Source:T2 Content:T1\n';

const mapped: ReadMapping = {
  kinds: { Source: 'actor', Content: 'claim' },
  roles: { Source: 'claimant' },
  coder: '',
  coderFrom: 'none',
};

async function project(name = 'Study.parley'): Promise<TestCore> {
  const core = makeCore();
  await core.client.call('coder.set', { name: 'Ana', mode: 'rename' });
  await core.client.call('project.create', { file: core.context.handles.forPath(join(core.folder, name)) });
  return core;
}

/** Files in a folder of the test. @returns the folder's path. */
function folderOf(core: TestCore, files: Record<string, string>, name = 'corpus'): string {
  const folder = join(core.folder, name);
  fs.mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(join(folder, file), text);
  return folder;
}

const FIRST = { offset: 0, limit: 1, sort: 'date', status: null, query: '' } as const;

/** Rows in an order of their own: an article that comes again stands last. */
function inOrder(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

function read(core: TestCore, format: string, paths: string[], mapping = mapped) {
  const files = paths.map((path) => core.context.handles.forPath(path));
  return core.client.call('exchange.read', { format, files, mapping, options: {}, job: 'read' });
}

/** The columns of a table, or all of them where none is named. */
async function cells(core: TestCore, table: DatasetTable, ...columns: string[]) {
  const page = await core.client.call('dataset.rows', { table, offset: 0, limit: 1000 });
  const names = columns.length > 0 ? columns : page.columns.map(({ name }) => name);
  const at = names.map((name) => page.columns.findIndex((column) => column.name === name));
  return page.rows.map((row) => at.map((index) => row.cells[index]));
}

describe('exchange.read', () => {
  it('says what came, as the act that can be undone', async () => {
    const core = await project();
    const texts = folderOf(core, { 'b.txt': `${TEXT} B` }, 'texts');
    expect((await read(core, 'brat', [texts])).applied.label).toBe('import 1 article from brat standoff');
    const spans = folderOf(core, { 'a.txt': TEXT, 'a.ann': CLAIM + SPEAKER + CUE }, 'spans');
    const first = await read(core, 'brat', [spans]);
    expect(first.applied.label).toBe('import 1 article with 2 annotations from brat standoff');
    const linked = folderOf(core, { 'a.txt': TEXT, 'a.ann': CLAIM + SPEAKER + CUE + EVENT }, 'linked');
    expect((await read(core, 'brat', [linked])).applied.label).toBe('import 1 link from brat standoff');
    expect((await read(core, 'brat', [linked])).applied.label).toBe('');
  });

  it('takes of files that were dropped together those of the format', async () => {
    const core = await project();
    const dropped = { 'a.txt': TEXT, 'a.ann': CLAIM + SPEAKER, 'notes.csv': 'a,b\n' };
    const files = [];
    for (const [name, text] of Object.entries(dropped)) {
      files.push((await core.client.call('files.hold', { name, base64: Buffer.from(text).toString('base64') })).file);
    }
    const order = { format: 'brat', mapping: mapped, options: {} };
    const found = await core.client.call('exchange.inspect', { ...order, files });
    expect(found).toMatchObject({ articles: 1, annotations: 2 });
    const other = core.client.call('exchange.inspect', { ...order, files: files.slice(2) });
    expect(await refusal(other)).toMatchObject({ message: 'There is no .ann or .txt file in “notes.csv”.' });
  });

  it('guesses of a bare text what a plain file shows, the language too', async () => {
    const core = await project();
    const text = `Velia says no\n\n14 March 2031\n\n${'The minister said that nobody would go to the talks in the port. '.repeat(3)}\n`;
    await read(core, 'brat', [folderOf(core, { 'a.txt': text, 'a.ann': '' })]);
    expect(await cells(core, 'articles', 'title', 'date', 'language')).toEqual([['Velia says no', '2031-03-14', 'en']]);
    // One field that is given says that the others are empty on purpose.
    const line = JSON.stringify({ title: 'Given', text: `${text} `, spans: [] });
    await read(core, 'jsonl', [folderOf(core, { 'a.jsonl': line }, 'lines')]);
    expect(await cells(core, 'articles', 'title', 'date', 'language')).toContainEqual(['Given', '', '']);
    // Nor is anything made up where a format carries all fields, and none was filled in.
    const own = JSON.stringify({ title: '', status: 'new', text: `${text}  `, spans: [] });
    await read(core, 'jsonl', [folderOf(core, { 'b.jsonl': own }, 'own')]);
    expect(await cells(core, 'articles', 'title', 'date', 'language')).toContainEqual(['', '', '']);
  });

  it('brings articles, layers and claims, all in one undo', async () => {
    const core = await project();
    const folder = folderOf(core, { 'a.txt': TEXT, 'a.ann': CLAIM + SPEAKER + CUE + EVENT });
    const result = await read(core, 'brat', [folder]);
    expect(result).toMatchObject({ articles: 1, annotations: 2, links: 1, coders: ['Ana'], existing: [], repeated: 0 });
    expect(result.losses).toContainEqual(expect.objectContaining({ what: expect.stringContaining('Cue'), count: 1 }));
    expect(await cells(core, 'claims', 'claim', 'claimants', 'coder')).toEqual([['“not wait”', 'its envoy', 'Ana']]);
    const list = await core.client.call('articles.list', {
      offset: 0,
      limit: 9,
      sort: 'added',
      status: null,
      query: '',
    });
    expect(list.rows.map((row) => [row.fileName, row.status])).toEqual([['a.txt', 'in-progress']]);
    expect(await core.client.call('project.check', {})).toMatchObject({ ok: true });

    await core.client.call('history.undo', {});
    expect(await core.client.call('project.info', {})).toMatchObject({ articles: 0, annotations: 0, coders: [] });
    await core.client.call('history.redo', {});
    expect(await core.client.call('project.info', {})).toMatchObject({ articles: 1, annotations: 2 });
  });

  it('shows first what it would bring, keeping nothing', async () => {
    const core = await project();
    const folder = folderOf(core, { 'a.txt': TEXT, 'a.ann': CLAIM + SPEAKER + CUE + EVENT });
    const files = [core.context.handles.forPath(folder)];
    const report = await core.client.call('exchange.inspect', { format: 'brat', files, mapping: mapped, options: {} });
    expect(report).toMatchObject({ articles: 1, annotations: 2, links: 1, coders: ['Ana'] });
    expect(report.types).toContainEqual({ name: 'Cue', count: 1, kind: null });
    expect(report.types).toContainEqual({ name: 'Content', count: 1, kind: 'claim' });
    expect(await core.client.call('project.info', {})).toMatchObject({ articles: 0, annotations: 0 });
  });

  it('says before it writes whom a name in other letters is taken for, and how much of theirs there is', async () => {
    const core = await project();
    const folder = folderOf(core, { 'a.txt': TEXT, 'a.ann': CLAIM + SPEAKER });
    await read(core, 'brat', [folder]);
    const files = [core.context.handles.forPath(folder)];
    const order = { format: 'brat', files, mapping: { ...mapped, coder: 'ANA' }, options: {} };
    const said = { what: 'Coder’s name “ANA”', count: 2, detail: expect.stringContaining('“Ana”') };
    expect((await core.client.call('exchange.inspect', order)).losses).toContainEqual(said);
    const result = await core.client.call('exchange.read', { ...order, job: 'read' });
    expect(result.losses).toContainEqual(said);
    expect(result).toMatchObject({ repeated: 2, coders: ['Ana'] });
    const own = { ...order, mapping: { ...mapped, coder: 'Ana' } };
    expect((await core.client.call('exchange.inspect', own)).losses).toEqual([]);
  });

  it('knows the text again and doubles nothing', async () => {
    const core = await project();
    const folder = folderOf(core, { 'a.txt': TEXT, 'a.ann': CLAIM + SPEAKER + CUE + EVENT });
    await read(core, 'brat', [folder]);
    const again = await read(core, 'brat', [folder]);
    expect(again).toMatchObject({ articles: 0, annotations: 0, links: 0, repeated: 2 });
    expect(again.existing).toHaveLength(1);
    expect(again.applied).toMatchObject({ changes: [], notice: expect.stringContaining('1 article was here already') });

    const other = await read(core, 'brat', [folder], { ...mapped, coder: 'Bo' });
    expect(other).toMatchObject({ articles: 0, annotations: 2, links: 1, coders: ['Bo'] });
    expect(await cells(core, 'claims', 'coder', 'claimants')).toEqual(
      expect.arrayContaining([
        ['Ana', 'its envoy'],
        ['Bo', 'its envoy'],
      ]),
    );
  });

  it('makes a layer of each coder’s file', async () => {
    const core = await project();
    const folder = folderOf(core, { 'a_b.txt': TEXT, 'a_b_Bo.ann': CLAIM, 'a_b_Cyd.ann': CLAIM + SPEAKER });
    const result = await read(core, 'brat', [folder], { ...mapped, coderFrom: 'suffix' });
    expect(result).toMatchObject({ articles: 1, annotations: 3 });
    expect((await cells(core, 'spans', 'coder', 'kind')).sort()).toEqual([
      ['Bo', 'claim'],
      ['Cyd', 'actor'],
      ['Cyd', 'claim'],
    ]);
  });

  it('takes all or nothing: one broken file stops the whole folder', async () => {
    const core = await project();
    const files = { 'a.txt': TEXT, 'a.ann': CLAIM, 'b.txt': TEXT, 'b.ann': 'T1\tContent 11 21\tother word\n' };
    const error = await refusal(read(core, 'brat', [folderOf(core, files)]));
    expect(error).toMatchObject({ code: 'bad-format', message: expect.stringContaining('b.ann') });
    expect(await core.client.call('project.info', {})).toMatchObject({ articles: 0, annotations: 0, coders: [] });
  });

  it('names files that are gone, not there, or not text', async () => {
    const core = await project();
    const folder = folderOf(core, { 'a.txt': TEXT, 'a.ann': CLAIM });
    const handle = core.context.handles.forPath(folder);
    fs.rmSync(folder, { recursive: true });
    const input = { format: 'brat', files: [handle], mapping: mapped, options: {} };
    expect(await refusal(core.client.call('exchange.inspect', input))).toMatchObject({ code: 'file-gone' });
    expect(await refusal(read(core, 'brat', [folderOf(core, { 'x.doc': 'x' }, 'docs')]))).toMatchObject({
      code: 'bad-format',
      message: expect.stringContaining('docs'),
    });
    const binary = folderOf(core, { 'a.ann': '' }, 'binary');
    fs.writeFileSync(join(binary, 'a.txt'), new Uint8Array([0xff, 0xfe, 0xfa]));
    expect(await refusal(read(core, 'brat', [binary]))).toMatchObject({
      code: 'bad-format',
      message: expect.stringContaining('a.txt'),
    });
  });

  it.runIf(process.platform === 'linux')('refuses what has no end or is waited for', async () => {
    const core = await project();
    const input = { format: 'jsonl', mapping: mapped, options: {} };
    const files = [core.context.handles.forPath('/dev/zero')];
    expect(await refusal(core.client.call('exchange.inspect', { ...input, files }))).toMatchObject({
      code: 'file-unreadable',
      message: '“zero” isn’t a file.',
    });
  });

  it('reads files that were dropped on the window', async () => {
    const core = await project();
    const hold = (name: string, text: string) =>
      core.client.call('files.hold', { name, base64: Buffer.from(text).toString('base64') });
    const held = [await hold('a.txt', TEXT), await hold('a.ann', CLAIM)].map(({ file }) => file);
    const input = { format: 'brat', files: held, mapping: mapped, options: {}, job: 'read' };
    expect(await core.client.call('exchange.read', input)).toMatchObject({ articles: 1, annotations: 1 });
  });

  it('finds a package’s tables from its description alone, and never outside its folder', async () => {
    const core = makeCore();
    await core.client.call('project.openSample', { fresh: false });
    const out = join(core.folder, 'dataset');
    const folder = core.context.handles.forPath(out);
    await core.client.call('exchange.write', { format: 'data-package', folder, options: {}, job: 'write' });
    const before = await Promise.all(
      (['claims', 'spans', 'links'] as const).map((table) => cells(core, table, 'words', 'quote', 'claim', 'coder')),
    );

    await core.client.call('project.create', { file: core.context.handles.forPath(join(core.folder, 'Copy.parley')) });
    const result = await read(core, 'data-package', [join(out, 'datapackage.json')]);
    expect(result).toMatchObject({ articles: 8, coders: ['Sample coder'], losses: [] });
    const after = await Promise.all(
      (['claims', 'spans', 'links'] as const).map((table) => cells(core, table, 'words', 'quote', 'claim', 'coder')),
    );
    expect(after).toEqual(before);

    const description = join(out, 'datapackage.json');
    fs.renameSync(join(out, 'spans.csv'), join(core.folder, 'spans.csv'));
    fs.writeFileSync(description, fs.readFileSync(description, 'utf8').replaceAll('"spans.csv"', '"../spans.csv"'));
    expect(await refusal(read(core, 'data-package', [description]))).toMatchObject({ code: 'bad-format' });
  });

  it('keeps the ids of a package, so that its tables are the same when they are written again', async () => {
    const core = makeCore({ realIds: true });
    await core.client.call('project.openSample', { fresh: false });
    const out = join(core.folder, 'dataset');
    const folder = core.context.handles.forPath(out);
    await core.client.call('exchange.write', { format: 'data-package', folder, options: {}, job: 'write' });
    const whole = () => Promise.all(DATASET_TABLES.map((table) => cells(core, table)));
    const before = await whole();

    await core.client.call('project.create', { file: core.context.handles.forPath(join(core.folder, 'Copy.parley')) });
    const result = await read(core, 'data-package', [out]);
    expect(await whole()).toEqual(before);

    // What was taken away comes back as itself, and each act can be undone behind the other.
    const { id } = (await core.client.call('articles.list', FIRST)).rows[0] ?? { id: '' };
    await core.client.call('articles.remove', { ids: [id] });
    const without = await whole();
    expect(await read(core, 'data-package', [out])).toMatchObject({ articles: 1, repeated: expect.any(Number) });
    expect((await whole()).map(inOrder)).toEqual(before.map(inOrder));
    await core.client.call('history.undo', {});
    expect(await whole()).toEqual(without);
    await core.client.call('history.undo', {});
    expect(await whole()).toEqual(before);
    await core.client.call('history.undo', {});
    expect(await core.client.call('project.info', {})).toMatchObject({ articles: 0, annotations: 0 });
    expect(result.losses).toEqual([]);
  });

  it('gives a new id where another record has that of the files', async () => {
    const core = makeCore({ realIds: true });
    await core.client.call('project.openSample', { fresh: false });
    const out = join(core.folder, 'dataset');
    const folder = core.context.handles.forPath(out);
    await core.client.call('exchange.write', { format: 'jsonl', folder, options: {}, job: 'write' });
    const lines = join(out, 'articles.jsonl');
    const others = fs
      .readFileSync(lines, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string };
        return JSON.stringify({ id, text: `${text} Corrected.` });
      });
    fs.writeFileSync(lines, others.join('\n'));
    const before = await cells(core, 'articles', 'article_id');
    expect(await read(core, 'jsonl', [lines])).toMatchObject({ articles: 8 });
    const after = (await cells(core, 'articles', 'article_id')).map(String);
    expect(new Set(after).size).toBe(16);
    expect(after).toEqual(expect.arrayContaining(before.map(String)));
  });
});
