import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importArticleFiles } from '../../src/main/files/import-articles.ts';
import type { Candidate, FileHandle, ImportedArticles } from '../../src/shared/api/contract.ts';
import { type FilesWorld, makeFilesWorld } from './files-support.ts';

let world: FilesWorld;

const TALKS =
  'Talks open in Port Maren\n\nVelia repeated on Friday that it would host talks between the two sides in Port Maren, its minister said.\n';
const STRAITS =
  'The straits stay closed to the warships of all sides until the war ends, the minister told envoys.\r\n';

beforeEach(() => {
  world = makeFilesWorld();
});

afterEach(() => {
  world.close();
});

function write(name: string, content: string | Uint8Array): FileHandle {
  writeFileSync(join(world.folder, name), content);
  return world.handle(name);
}

async function inspect(...files: FileHandle[]): Promise<readonly Candidate[]> {
  return (await world.client.call('articles.inspect', { files, job: 'inspect' })).candidates;
}

async function openProject(): Promise<void> {
  await world.client.call('project.create', { file: world.handle('talks.parley') });
}

function importThese(candidates: readonly Candidate[]): Promise<ImportedArticles> {
  const files = candidates.map(({ file, title, outlet, date, author, url, language }) => ({
    file,
    fields: { title, outlet, date, author, url, language },
  }));
  return world.client.call('articles.import', { files, job: 'import' });
}

async function texts(): Promise<Record<string, string>> {
  const { rows } = await world.client.call('articles.list', {
    offset: 0,
    limit: 100,
    sort: 'added',
    status: null,
    query: '',
  });
  const all: Record<string, string> = {};
  for (const row of rows) all[row.fileName] = (await world.client.call('articles.open', { id: row.id })).text;
  return all;
}

describe('articles.inspect', () => {
  test('reads a file and guesses its fields', async () => {
    const [candidate] = await inspect(write('2031-03-14-talks.txt', iconv.encode(TALKS, 'utf-16le', { addBOM: true })));
    expect(candidate).toEqual({
      file: world.handle('2031-03-14-talks.txt'),
      fileName: '2031-03-14-talks.txt',
      title: 'Talks open in Port Maren',
      outlet: '',
      date: '2031-03-14',
      author: '',
      url: '',
      language: 'en',
      bytes: TALKS.length * 2 + 2,
      words: 24,
      encoding: 'UTF-16LE',
      excerpt: TALKS,
      duplicateOf: null,
      problem: null,
    });
  });

  test('searches folders, leaves hidden things out, and survives links that go round', async () => {
    mkdirSync(join(world.folder, 'in', 'deep', 'deeper'), { recursive: true });
    mkdirSync(join(world.folder, 'in', '.git'));
    for (const name of ['10.txt', '9.md', 'deep/2.TXT', 'deep/deeper/1.txt']) write(`in/${name}`, `Article ${name}.`);
    for (const name of ['.hidden.txt', '.git/config.txt', 'picture.png', 'deep/notes.docx']) write(`in/${name}`, 'No.');
    symlinkSync(join(world.folder, 'in'), join(world.folder, 'in', 'deep', 'round'));
    symlinkSync(join(world.folder, 'nowhere'), join(world.folder, 'in', 'nowhere'));
    symlinkSync(join(world.folder, 'nowhere.txt'), join(world.folder, 'in', 'nowhere.txt'));

    const found = await inspect(world.handle('in'), world.handle('in', '9.md'));
    expect(found.map((c) => [c.fileName, c.problem?.code ?? null])).toEqual([
      ['9.md', null],
      ['10.txt', null],
      ['2.TXT', null],
      ['1.txt', null],
      ['nowhere.txt', 'file-gone'],
    ]);
  });

  test('each bad file is told by itself, in words that name it', async () => {
    const big = write('big.txt', 'x');
    truncateSync(join(world.folder, 'big.txt'), 200 * 1024 * 1024);
    mkdirSync(join(world.folder, 'no articles'));
    const bad: [FileHandle, string, string][] = [
      [big, 'file-too-large', '“big.txt” has 200 MB; an article may have 20 MB.'],
      [write('empty.txt', ''), 'file-empty', '“empty.txt” is empty'],
      [write('blank.txt', ' \r\n\t\ufeff'), 'file-empty', 'blank.txt'],
      [
        write('word.txt', 'PK\x03\x04word/document.xml'),
        'file-binary',
        '“word.txt” looks like a Word document (.docx)',
      ],
      [write('zeros.txt', Buffer.alloc(64, '\x00\x01')), 'file-binary', 'zeros.txt'],
      [write('half.txt', Buffer.from('\ufeffHalf \ud83d', 'utf16le')), 'file-unreadable', 'half.txt'],
      [world.handle('gone.txt'), 'file-gone', '“gone.txt” isn’t there.'],
      [world.handle('no articles'), 'not-found', '“no articles”'],
    ];
    const good = write('good.txt', TALKS);
    const found = await inspect(...bad.map(([file]) => file), good);
    expect(found).toHaveLength(bad.length + 1);
    expect(found.filter((c) => c.problem === null).map((c) => c.file)).toEqual([good]);
    for (const [file, code, words] of bad) {
      const candidate = found.find((c) => c.file === file);
      expect(candidate).toMatchObject({ title: '', words: 0, encoding: '', problem: { code } });
      expect(candidate?.problem?.message).toContain(words);
      expect(candidate?.problem?.hint).not.toBe('');
    }
    // Its size says which file it is, even where nothing of it can be read.
    const sizes = Object.fromEntries(found.map((c) => [c.fileName, c.bytes]));
    expect(sizes).toMatchObject({ 'big.txt': 200 * 1024 * 1024, 'empty.txt': 0, 'blank.txt': 7, 'zeros.txt': 64 });
    expect(sizes).toMatchObject({ 'gone.txt': 0, 'no articles': 0 });
  });

  test.runIf(process.platform !== 'win32')('a pipe is refused instead of waited for', async () => {
    execFileSync('mkfifo', [join(world.folder, 'pipe.txt')]);
    const [candidate] = await inspect(world.handle('pipe.txt'));
    expect(candidate?.problem?.code).toBe('file-unreadable');
  });

  test('duplicates are recognised in the list and in the project, however they are encoded', async () => {
    const first = write('a.txt', TALKS);
    const again = write('b.txt', Buffer.from(`\ufeff${TALKS}`, 'utf16le'));
    const other = write('c.txt', TALKS.replace('\n', '\r\n'));
    expect((await inspect(first, again, other)).map((c) => c.duplicateOf)).toEqual([null, 'a.txt', null]);

    await openProject();
    await importThese(await inspect(first));
    expect((await inspect(again, other)).map((c) => c.duplicateOf)).toEqual(['Talks open in Port Maren', null]);
    await importThese((await inspect(other)).map((candidate) => ({ ...candidate, title: '' })));
    expect((await inspect(again, other)).map((c) => c.duplicateOf)).toEqual(['Talks open in Port Maren', 'c.txt']);
  });

  test('a file dropped on the window', async () => {
    const base64 = Buffer.from(STRAITS).toString('base64');
    const { file } = await world.client.call('files.hold', { name: 'dropped.txt', base64 });
    expect(await inspect(file)).toMatchObject([{ fileName: 'dropped.txt', encoding: 'UTF-8', problem: null }]);
  });
});

describe('articles.import', () => {
  test('keeps each text exactly, in one undo', async () => {
    await openProject();
    const legacy = 'Le ministre a déclaré : « Nous resterons. »\r\nLa réunion était très importante pour la région.';
    const files = [
      write('a.txt', TALKS),
      write('b.txt', `\ufeff${STRAITS}`),
      write('c.txt', iconv.encode(legacy, 'windows-1252')),
    ];
    const result = await importThese(await inspect(...files));
    expect(result).toMatchObject({ added: 3, duplicates: [], problems: [], applied: { label: 'import 3 articles' } });
    expect(await texts()).toEqual({ 'a.txt': TALKS, 'b.txt': STRAITS, 'c.txt': legacy });
    const first = await world.client.call('articles.open', { id: result.firstId ?? '' });
    expect(first.article).toMatchObject({
      title: 'Talks open in Port Maren',
      fileName: 'a.txt',
      status: 'new',
      words: 24,
      language: 'en',
    });

    await world.client.call('history.undo', {});
    expect(await texts()).toEqual({});
    await world.client.call('history.redo', {});
    expect(Object.keys(await texts())).toHaveLength(3);
  });

  test('takes the fields that the analyst gave', async () => {
    await openProject();
    const fields = {
      title: 'My title',
      outlet: 'Harbour Post',
      date: '2031-03-14',
      author: '',
      url: '',
      language: 'tr',
    };
    const { firstId } = await world.client.call('articles.import', {
      files: [{ file: write('a.txt', TALKS), fields }],
      job: 'import',
    });
    expect((await world.client.call('articles.open', { id: firstId ?? '' })).article).toMatchObject(fields);
  });

  test('a file that vanished or changed since is told, the others are kept', async () => {
    await openProject();
    const candidates = await inspect(write('a.txt', TALKS), write('b.txt', STRAITS), write('c.txt', 'Talks go on.'));
    rmSync(join(world.folder, 'a.txt'));
    write('c.txt', 'Talks end.');
    const result = await importThese(candidates);
    expect(result.added).toBe(1);
    expect(result.problems.map((p) => [p.fileName, p.error.code])).toEqual([
      ['a.txt', 'file-gone'],
      ['c.txt', 'conflict'],
    ]);
    expect(await texts()).toEqual({ 'b.txt': STRAITS });
  });

  test('duplicates are left out and named; with nothing new, nothing happens', async () => {
    await openProject();
    const result = await importThese(await inspect(write('a.txt', TALKS), write('b.txt', TALKS)));
    expect(result).toMatchObject({ added: 1, duplicates: ['b.txt'], applied: { label: 'import 1 article' } });
    const again = await importThese(await inspect(world.handle('a.txt')));
    expect(again).toMatchObject({
      added: 0,
      duplicates: ['a.txt'],
      firstId: null,
      applied: { label: '', changes: [] },
    });
    expect(again.applied.history.undo).toBe('import 1 article');
  });

  test('an article that was removed can be imported again', async () => {
    await openProject();
    const candidates = await inspect(write('a.txt', TALKS));
    const { firstId } = await importThese(candidates);
    await world.client.call('articles.remove', { ids: [firstId ?? ''] });
    expect((await importThese(await inspect(world.handle('a.txt')))).added).toBe(1);
    expect(await texts()).toEqual({ 'a.txt': TALKS });
  });

  test('tells its progress; cancelled, it has kept nothing', async () => {
    world.close();
    world = makeFilesWorld((event, core) => {
      if (event.job === 'import' && event.what === 'Reading articles') core.context.jobs.cancel('import');
    });
    await openProject();
    const candidates = await inspect(write('a.txt', TALKS), write('b.txt', STRAITS));
    expect(world.events.filter((event) => event.job === 'inspect').at(-1)).toMatchObject({ done: 2, total: 2 });
    await expect(importThese(candidates)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await texts()).toEqual({});
    expect((await world.client.call('project.info', {})).history.undo).toBeNull();
  });

  test('when another project is opened meanwhile, neither gets the articles', async () => {
    world.close();
    let other: Promise<unknown> | undefined;
    world = makeFilesWorld((event, core) => {
      if (event.job === 'import' && !other) {
        other = core.dispatch('project.create', { file: world.handle('other.parley') });
      }
    });
    await openProject();
    const candidates = await inspect(write('a.txt', TALKS));
    await expect(importThese(candidates)).rejects.toMatchObject({ code: 'conflict' });
    await other;
    expect(await texts()).toEqual({});
  });

  test('needs an open project', async () => {
    await expect(importThese(await inspect(write('a.txt', TALKS)))).rejects.toMatchObject({ code: 'no-project' });
  });
});

describe('importArticleFiles', () => {
  test('searches folders and guesses, for the command line', async () => {
    await openProject();
    mkdirSync(join(world.folder, 'in', 'deep'), { recursive: true });
    write('in/a.txt', TALKS);
    write('in/deep/b.md', STRAITS);
    write('in/bad.txt', '');
    const { context } = world.core;
    const result = await context.jobs.run('cli', (report) => importArticleFiles(context, [world.handle('in')], report));
    expect(result).toMatchObject({ added: 2, problems: [{ fileName: 'bad.txt', error: { code: 'file-empty' } }] });
    const { article } = await world.client.call('articles.open', { id: result.firstId ?? '' });
    expect(article).toMatchObject({ title: 'Talks open in Port Maren', language: 'en' });
  });
});
