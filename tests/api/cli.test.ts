import Database from 'better-sqlite3';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/main/cli/commands.ts';
import { createSession } from '../../src/main/db/session.ts';
import { formats } from '../../src/shared/formats/registry.ts';
import { type BuiltCli, buildCli, type Run } from './cli-build.ts';

let cli: BuiltCli;

beforeAll(async () => {
  cli = await buildCli();
}, 120_000);

afterAll(() => cli?.remove());

beforeEach(() => {
  fs.rmSync(cli.folder, { recursive: true, force: true });
  fs.mkdirSync(cli.folder);
});

function put(files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(join(cli.folder, name, '..'), { recursive: true });
    fs.writeFileSync(join(cli.folder, name), content);
  }
}

/** Runs a command line that has to succeed, and gives its JSON. */
async function json(...argv: string[]) {
  const { code, out, err } = await cli.run(...argv, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

/** The one line on which an error stands. */
function line({ out, err }: Run): string {
  expect(out).toBe('');
  expect(err.trimEnd()).not.toContain('\n');
  return err.trimEnd();
}

/** The line that says why a command line isn’t understood. */
async function usage(...argv: string[]): Promise<string> {
  const run = await cli.run(...argv);
  expect(run.code).toBe(2);
  return line(run);
}

const TEXT = 'Velia will “not wait”, its envoy told Oster in Port Maren.\n';
const BO = `T1\tContent 11 21\t“not wait”\nT2\tSource 23 32\tits envoy\nT3\tCue 33 37\ttold\nE1\tCue:T3 Source:T2 Content:T1\n`;
const CYD = `T1\tContent 0 5;11 21\tVelia “not wait”\n#1\tAnnotatorNotes T1\tchecked\n`;
const MAP = ['--map', 'Source=actor', '--map', 'Content=claim', '--role', 'Source=claimant'];

describe('parley as a process', () => {
  it('makes a project, imports articles, checks and exports it', async () => {
    put({ 'news/2031-03-14-talks.txt': TEXT, 'news/more/b.md': '# Talks go on\n\nOster waits.\n', 'news/c.pdf': 'x' });
    expect(await cli.run('new', 'talks.parley')).toEqual({ code: 0, out: 'Made talks.parley.\n', err: '' });
    expect(await json('import', 'talks.parley', 'news')).toEqual({
      added: 2,
      duplicates: [],
      problems: [],
      annotated: 0,
    });
    expect(await json('import', 'talks.parley', 'news/more/b.md')).toEqual({
      added: 0,
      duplicates: ['b.md'],
      problems: [],
      annotated: 0,
    });
    expect(await json('check', 'talks.parley')).toMatchObject({ ok: true, articles: 2, problems: [] });
    const exported = await json('export', 'talks.parley', '--format', 'data-package', '--out', 'data set');
    expect(exported.location).toBe(fs.realpathSync(join(cli.folder, 'data set')));
    const again = await cli.run('export', 'talks.parley', '--format', 'data-package', '--out', 'data set');
    expect(again.out).toMatch(/It replaced the export of \d{4}-\d\d-\d\d \d\d:\d\d UTC\./);
    expect(fs.readdirSync(join(cli.folder, 'data set'))).toEqual(
      expect.arrayContaining(['articles.csv', 'datapackage.json']),
    );
    expect(fs.readdirSync(cli.folder).sort()).toEqual(['data set', 'news', 'talks.parley']);
  });

  it('shows a codebook, reads one and writes one', async () => {
    put({ 'in.csv': 'parent,name,definition\n,War,Fighting\nWar,Truce,Arms rest\n', 'twice.csv': 'name\nA\na\n' });
    await cli.run('new', 'talks.parley');
    expect((await cli.run('codebook', 'talks.parley')).out).toBe('No codes yet.\nNo variables yet.\n');
    expect((await json('codebook', 'talks.parley', '--import', 'in.csv', '--dry-run')).added).toHaveLength(2);
    expect((await cli.run('codebook', 'talks.parley')).out).toContain('No codes yet.');
    expect((await cli.run('codebook', 'talks.parley', '--import', 'in.csv')).out).toContain(
      'Added 2: War, War › Truce.',
    );
    const again = await cli.run('codebook', 'talks.parley', '--import', 'in.csv');
    expect(again.out).toContain('2 are there already, the same.');
    expect((await cli.run('codebook', 'talks.parley')).out).toBe('Codes (2):\n  War\n    Truce\nNo variables yet.\n');
    const written = await cli.run('codebook', 'talks.parley', '--export', 'out.qdc');
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('Wrote 2 codes to ') });
    expect(fs.readFileSync(join(cli.folder, 'out.qdc'), 'utf8')).toContain('name="Truce"');
    const there = await cli.run('codebook', 'talks.parley', '--export', 'out.qdc');
    expect(there).toMatchObject({ code: 1, err: expect.stringContaining('“out.qdc” is there already.') });
    expect(await usage('codebook', 'talks.parley', '--dry-run')).toContain('It goes with --import FILE.');
    expect((await cli.run('codebook', 'talks.parley', '--export', 'out.qdc', '--replace')).code).toBe(0);
    const refused = await cli.run('codebook', 'talks.parley', '--import', 'twice.csv');
    expect(refused.err).toContain('The code “a” is there twice: in lines 2 and 3.');
    expect(await usage('codebook', 'talks.parley', '--export', 'out.txt')).toContain('says no format');
    expect(await usage('codebook', 'talks.parley', '--export', 'a.csv', '--import', 'b.csv')).toContain('together');
  });

  it('copies the sample project, whose data package comes back whole', async () => {
    const made = await json('sample', 's.parley');
    expect(made).toMatchObject({ articles: 8, file: join(fs.realpathSync(cli.folder), 's.parley') });
    await json('export', 's.parley', '--format', 'data-package', '--out', 'one');
    await json('new', 'copy.parley');
    const read = await json('import', 'copy.parley', 'one', '--format', 'data-package');
    expect(read).toMatchObject({ articles: 8, annotations: made.annotations, losses: [] });
    expect(await json('check', 'copy.parley')).toMatchObject({ ok: true, annotations: made.annotations });
  });

  it('takes brat with a file a coder, and writes it back so', async () => {
    put({ 'corpus/talk_1.txt': TEXT, 'corpus/talk_1_Bo.ann': BO, 'corpus/talk_1_Cyd.ann': CYD });
    await json('new', 't.parley');
    const read = await json('import', 't.parley', 'corpus', '--format', 'brat', '--coder-from', 'suffix', ...MAP);
    expect(read).toMatchObject({ articles: 1, annotations: 3, links: 1, coders: ['Bo', 'Cyd'] });
    expect(read.losses).toContainEqual(expect.objectContaining({ what: 'Type “Cue”', count: 1 }));
    await json('export', 't.parley', '--format', 'brat', '--out', 'back');
    const names = fs.readdirSync(join(cli.folder, 'back'));
    expect(names).toEqual(expect.arrayContaining(['talk_1.txt', 'talk_1_Bo.ann', 'talk_1_Cyd.ann']));
    expect(fs.readFileSync(join(cli.folder, 'back/talk_1.txt'), 'utf8')).toBe(TEXT);

    await json('new', 'u.parley');
    const again = await json('import', 'u.parley', 'back', '--format', 'brat', '--coder-from', 'suffix');
    expect(again).toMatchObject({ articles: 1, annotations: 3, links: 1, coders: ['Bo', 'Cyd'] });
    await json('export', 'u.parley', '--format', 'brat', '--out', 'back2');
    for (const name of names.filter((one) => one !== 'parley-export.json')) {
      expect(fs.readFileSync(join(cli.folder, 'back2', name), 'utf8')).toBe(
        fs.readFileSync(join(cli.folder, 'back', name), 'utf8'),
      );
    }
  });

  it('says how annotations beside plain texts are read', async () => {
    put({
      'c/talk_1.txt': TEXT,
      'c/talk_1_Bo_B.ann': BO,
      'c/sub/b.txt': `${TEXT}b`,
      'c/sub/b.ann': CYD,
      'c/d.txt': 'Oster.',
    });
    await json('new', 't.parley');
    const { code, out } = await cli.run('import', 't.parley', 'c');
    expect(code).toBe(0);
    expect(out).toBe(
      'Imported 3 articles.\n2 texts have annotations beside them (.ann): to read these too, add --format brat.\n',
    );
    expect(await json('import', 't.parley', 'c/talk_1.txt')).toMatchObject({ added: 0, annotated: 1 });
    expect(await json('import', 't.parley', 'c/d.txt')).toMatchObject({ annotated: 0 });
  });

  it('names what it doesn’t keep and who is said to have coded', async () => {
    put({ 'corpus/a.txt': TEXT, 'corpus/a.ann': BO });
    await json('new', 't.parley');
    const { code, out } = await cli.run('import', 't.parley', 'corpus', '--format', 'brat', '--coder', 'Ines', ...MAP);
    expect(code).toBe(0);
    expect(out).toMatch(/^Imported 1 article, 2 annotations, 1 link by Ines from brat/);
    expect(out).not.toContain('--coder');
    expect(out).toMatch(/Not kept:\n.*1 {2}Type “Cue”/);
    const exported = await cli.run('export', 't.parley', '--format', 'brat', '--out', 'back');
    expect(exported.out).toMatch(/Not carried by this format:/);
    expect(await json('import', 't.parley', 'corpus', '--format', 'brat', ...MAP)).toMatchObject({
      coders: ['Unnamed coder'],
    });
  });

  it('tells to whom was given what names no coder, when nobody said so', async () => {
    put({ 'corpus/a_Bo.ann': BO, 'corpus/a.txt': TEXT, 'one/b.txt': `${TEXT}b`, 'one/b.ann': BO });
    await json('new', 't.parley');
    const unnamed = await cli.run('import', 't.parley', 'one', '--format', 'brat', ...MAP);
    expect(unnamed.out).toContain('What names no coder was given to “Unnamed coder”: --coder NAME');
    const named = await cli.run('import', 't.parley', 'corpus', '--format', 'brat', '--coder-from', 'suffix', ...MAP);
    expect(named.out).toMatch(/ by Bo from brat/);
    expect(named.out).not.toContain('--coder');
  });

  it('writes no folder where none can be, or under the name of a file', async () => {
    await json('sample', 's.parley');
    put({ taken: 'a file' });
    for (const name of ['x.jsonl', 'deep/claims.csv', 'x.JSON/']) {
      expect(await usage('export', 's.parley', '--format', 'jsonl', '--out', name)).toContain('name of a folder');
    }
    const under = await cli.run('export', 's.parley', '--format', 'jsonl', '--out', 'taken/x', '--json');
    expect(JSON.parse(line(under)).code).not.toBe('internal');
    expect(fs.readdirSync(cli.folder).sort()).toEqual(['s.parley', 'taken']);
  });

  it.runIf(process.platform === 'linux')('says that a folder can’t be made where the system makes none', async () => {
    await json('sample', 's.parley');
    const refused = await cli.run('export', 's.parley', '--format', 'jsonl', '--out', '/proc/parley/x', '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(line(refused))).toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('“/proc/parley/x” can’t be made'),
    });
  });

  it('keeps the good files and fails for the bad ones, by name', async () => {
    put({
      'a.txt': TEXT,
      'empty.txt': '',
      'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    });
    await json('new', 't.parley');
    const mixed = await cli.run('import', 't.parley', 'a.txt', 'empty.txt', 'picture.txt', 'gone.txt');
    expect(mixed.code).toBe(1);
    expect(mixed.out).toBe('Imported 1 article.\n');
    expect(mixed.err.trimEnd().split('\n')).toEqual([
      expect.stringContaining('empty.txt'),
      expect.stringContaining('gone.txt'),
      expect.stringContaining('picture.txt'),
    ]);
    const one = await cli.run('import', 't.parley', 'empty.txt');
    expect(one.code).toBe(1);
    expect(line(one)).toContain('empty.txt');
    const asJson = await cli.run('import', 't.parley', 'empty.txt', '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out)).toMatchObject({ added: 0, problems: [{ fileName: 'empty.txt' }] });
    expect(Object.keys(JSON.parse(line({ ...asJson, out: '' })))).toEqual(['code', 'message', 'hint']);
    expect(JSON.parse(asJson.err).code).toBe('file-empty');
    expect(await json('check', 't.parley')).toMatchObject({ ok: true, articles: 1 });
  });

  it('says how an index that doesn’t fit is put right, and does it', async () => {
    await json('sample', 's.parley');
    const db = new Database(join(cli.folder, 's.parley'));
    db.exec('DELETE FROM annotation_code');
    db.close();
    const broken = await cli.run('check', 's.parley', '--json');
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out)).toMatchObject({ ok: false, problems: [{ what: 'index' }] });
    expect(JSON.parse(broken.err).hint).toContain('--repair-index');
    expect(await json('check', 's.parley', '--repair-index')).toMatchObject({ ok: true });
    expect(await json('check', 's.parley')).toMatchObject({ ok: true });
  });

  it('leaves a project as it was when annotated files are broken', async () => {
    put({ 'c/a.txt': TEXT, 'c/a.ann': BO, 'c/b.txt': TEXT, 'c/b.ann': 'T1\tContent 11 21\tsomething else\n' });
    await json('new', 't.parley');
    const broken = await cli.run('import', 't.parley', 'c', '--format', 'brat', ...MAP, '--json');
    expect(broken.code).toBe(1);
    expect(JSON.parse(line(broken))).toMatchObject({ code: 'bad-format', message: expect.stringContaining('b.ann') });
    expect(await json('check', 't.parley')).toMatchObject({ articles: 0, annotations: 0 });
  });

  it.each([
    ['data-package', 9],
    ['jsonl', 9],
    ['brat', 0],
  ])('carries codes, variables and entities from project to project: %s', async (format, examples) => {
    await json('sample', 's.parley');
    await json('export', 's.parley', '--format', format, '--out', 'out');
    await json('new', 't.parley');
    const book = { codes: 15, variables: 6, entities: 23 };
    const first = await json('import', 't.parley', 'out', '--format', format);
    expect(first).toMatchObject({ articles: 8, annotations: 42, book });
    expect(await json('check', 't.parley')).toMatchObject({ ok: true, annotations: 42 });
    const again = await json('import', 't.parley', 'out', '--format', format);
    expect(again).toMatchObject({
      annotations: 0,
      repeated: 42,
      book: { codes: 0, variables: 0, entities: 0 },
      losses: [],
    });
    await json('export', 't.parley', '--format', 'jsonl', '--out', 'back');
    const found = JSON.parse(fs.readFileSync(join(cli.folder, 'back', 'codebook.json'), 'utf8'));
    expect(found.codes.flatMap((code: { examples: string[] }) => code.examples)).toHaveLength(examples);
  });

  it('refuses what it must not touch', async () => {
    put({ 'there.parley': 'not ours', 'full/thesis.doc': 'mine' });
    const code = async (...argv: string[]) => {
      const run = await cli.run(...argv, '--json');
      expect(run.code).toBe(1);
      return JSON.parse(line(run)).code;
    };
    expect(await code('new', 'there.parley')).toBe('already-exists');
    expect(await code('sample', 'there.parley')).toBe('already-exists');
    expect(await code('check', 'there.parley')).toBe('not-a-project');
    expect(await code('check', 'gone.parley')).toBe('file-gone');
    await json('sample', 's.parley');
    expect(await code('export', 's.parley', '--format', 'jsonl', '--out', 'full')).toBe('already-exists');
    expect(await code('export', 's.parley', '--format', 'bart', '--out', 'new')).toBe('bad-input');
    expect(await code('export', 's.parley', '--format', 'data-package', '--out', 'new', '--option', 'flavour=x')).toBe(
      'bad-input',
    );
    expect(fs.readFileSync(join(cli.folder, 'there.parley'), 'utf8')).toBe('not ours');
    expect(fs.readdirSync(cli.folder).sort()).toEqual(['full', 's.parley', 'there.parley']);

    const session = createSession({ authorId: () => 'me', now: () => '2031-03-14T09:00:00.000Z', newId: () => 'x' });
    session.open(join(cli.folder, 's.parley'));
    expect(await code('check', 's.parley')).toBe('project-locked');
    session.close();
    expect(await json('check', 's.parley')).toMatchObject({ ok: true });
  });

  it('leaves nothing behind when it is interrupted', async () => {
    put(Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`c/${i}.txt`, `${i} ${TEXT}`])));
    await json('new', 't.parley');
    await json('import', 't.parley', 'c');
    fs.rmSync(join(cli.folder, 'c'), { recursive: true });
    const isWriting = () => fs.readdirSync(cli.folder).some((name) => name.startsWith('out.unfinished-export-'));
    const argv = ['export', 't.parley', '--format', 'brat', '--out', 'out', '--json'];
    const run = await cli.interrupt('SIGTERM', isWriting, ...argv);
    expect(run.code).toBe(1);
    expect(JSON.parse(line(run)).code).toBe('cancelled');
    expect(fs.readdirSync(cli.folder)).toEqual(['t.parley']);
  });

  it('does its work although nobody reads what it says', async () => {
    expect(await cli.unread('sample', 's.parley')).toEqual({ code: 0, out: '', err: '' });
    expect(await json('check', 's.parley')).toMatchObject({ ok: true, articles: 8 });
  });

  it('finds what is wrong with a project', async () => {
    await json('sample', 's.parley');
    const session = createSession({ authorId: () => 'me', now: () => '2031-03-14T09:00:00.000Z', newId: () => 'x' });
    const { db } = session.open(join(cli.folder, 's.parley'));
    db.exec(
      'UPDATE annotation SET start = start + 1, "end" = "end" + 1 WHERE id = (SELECT min(id) FROM annotation WHERE pieces = 1)',
    );
    session.close();
    const run = await cli.run('check', 's.parley', '--json');
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({ ok: false, problems: [{ what: 'anchor' }] });
    expect(JSON.parse(run.err)).toMatchObject({ message: '1 problem found in s.parley.' });
  });

  it('understands its command line or says why not, with exit code 2', async () => {
    expect(await usage('improt', 'a')).toContain('Did you mean “import”?');
    expect(await usage('export', 's.parley', '--formt', 'brat')).toContain('Did you mean --format?');
    expect(await usage('export', 's.parley')).toContain('needs --format');
    expect(await usage('import', 's.parley', 'c', '--format', 'brat', '--map', 'A=acter')).toContain(
      'Did you mean A=actor?',
    );
    expect(await usage('import', 's.parley', 'c', '--format', 'brat', '--role', 'A')).toContain('NAME=VALUE');
    expect(await usage('import', 's.parley', 'c', '--format', 'brat', '--coder-from', 'x')).toContain('suffix');
    expect(await usage('import', 's.parley', 'c', '--map', 'A=actor')).toContain('--format');
  });

  it('tells its formats, version and help', async () => {
    expect(await json('formats')).toEqual({ formats: formats.map((format) => format.info) });
    const listed = await cli.run('formats');
    for (const { info } of formats) expect(listed.out).toContain(info.id);
    expect((await cli.run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const helps = await Promise.all(commands.map((command) => cli.run(command.name, '--help')));
    for (const [index, help] of helps.entries()) {
      expect(help.code).toBe(0);
      expect(help.out).toContain(commands[index]?.summary);
    }
  });
});
