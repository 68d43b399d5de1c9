import Database from 'better-sqlite3';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { APPLICATION_ID } from '../../src/main/db/header.ts';
import { newestVersion } from '../../src/main/db/migrate.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile, openFile } from '../../src/main/db/open.ts';
import { makeProject, makeSession, temporaryFolder } from './support/project.ts';
import { fill } from './support/records.ts';

const birth = { projectId: 'p1', createdAt: '2031-03-14T08:00:00.000Z' };

function refusal(work: () => unknown): { code: unknown; message: string; hint: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'hint' in error) {
      return { code: error.code, message: error.message, hint: error.hint };
    }
    throw error;
  }
  throw new Error('nothing was refused');
}

function kept(name: string, bytes: string | Buffer): { path: string; folder: string } {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, folder };
}

describe('a new project file', () => {
  test('is what the facts on trust ask for', () => {
    const path = join(temporaryFolder(), 'Study.parley');
    const file = createFile(path, birth);
    const read = (name: string) => file.db.pragma(name, { simple: true });
    expect(read('application_id')).toBe(APPLICATION_ID);
    expect(read('user_version')).toBe(newestVersion(migrations));
    expect(read('page_size')).toBe(4096);
    expect(read('journal_mode')).toBe('wal');
    expect(read('synchronous')).toBe(2);
    expect(read('foreign_keys')).toBe(1);
    expect(read('trusted_schema')).toBe(0);
    const loose = file.db
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict")
      .pluck()
      .all();
    expect(loose.filter((name) => !/^sqlite_|_words(?:$|_)/.test(String(name)))).toEqual([]);
    file.close();
  });

  test('leaves nothing beside it when it is closed', () => {
    const folder = temporaryFolder();
    const file = createFile(join(folder, 'Study.parley'), birth);
    expect(readdirSync(folder)).toContain('Study.parley-lock');
    file.close();
    expect(readdirSync(folder)).toEqual(['Study.parley']);
    const header = readFileSync(join(folder, 'Study.parley'));
    expect(header.toString('latin1', 68, 72)).toBe('Prly');
  });

  test('is never written over a file that is there, whatever it is', () => {
    const path = join(temporaryFolder(), 'Study.parley');
    writeFileSync(path, 'my thesis');
    expect(refusal(() => createFile(path, birth))).toMatchObject({ code: 'already-exists' });
    expect(readFileSync(path, 'utf8')).toBe('my thesis');
  });

  test('is not left half-made when the disk is full', () => {
    const folder = temporaryFolder();
    const full = [
      {
        version: 1,
        up: (db: Database.Database) => {
          db.pragma('max_page_count = 3');
          migrations[0]?.up(db, () => undefined);
        },
      },
    ];
    const { code, message } = refusal(() => createFile(join(folder, 'Study.parley'), birth, full));
    expect(code).toBe('disk-full');
    expect(message).toContain('Study.parley');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('needs a folder', () => {
    const path = join(temporaryFolder(), 'gone', 'Study.parley');
    expect(refusal(() => createFile(path, birth))).toMatchObject({ code: 'file-gone' });
  });
});

describe('opening refuses, and changes nothing', () => {
  test.each([
    ['an empty file', ''],
    ['a text', 'Velia repeats its offer.'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a long file of another kind', 'x'.repeat(10_000)],
  ])('%s', (_what, bytes) => {
    const { path, folder } = kept('Study.parley', bytes);
    const { code, message } = refusal(() => openFile(path));
    expect(code).toBe('not-a-project');
    expect(message).toContain('“Study.parley”');
    expect(readdirSync(folder)).toEqual(['Study.parley']);
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
  });

  test('the database of another program', () => {
    const path = join(temporaryFolder(), 'other.db');
    const db = new Database(path);
    db.exec('CREATE TABLE documents (id INTEGER)');
    db.close();
    const before = readFileSync(path);
    expect(refusal(() => openFile(path))).toMatchObject({ code: 'not-a-project' });
    expect(readFileSync(path)).toEqual(before);
  });

  test('a folder and a file that is gone', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'Study.parley'));
    expect(refusal(() => openFile(join(folder, 'Study.parley'))).code).toBe('not-a-project');
    expect(refusal(() => openFile(join(folder, 'gone.parley'))).code).toBe('file-gone');
    expect(refusal(() => openFile(join(folder, 'no', 'folder.parley'))).code).toBe('file-gone');
  });

  test('a project from the future, naming both versions', () => {
    const path = join(temporaryFolder(), 'Study.parley');
    createFile(path, birth).close();
    const db = new Database(path);
    db.pragma('user_version = 700');
    db.close();
    const { code, message } = refusal(() => openFile(path));
    expect(code).toBe('project-from-future');
    expect(message).toMatch(new RegExp(`\\b700\\b.*\\b${newestVersion(migrations)}\\b`));
  });

  test('a project from the future whose version stands in its log alone', () => {
    const folder = temporaryFolder();
    createFile(join(folder, 'Study.parley'), birth).close();
    const db = new Database(join(folder, 'Study.parley'));
    db.pragma('wal_autocheckpoint = 0');
    db.pragma('user_version = 700');
    for (const ending of ['', '-wal'])
      copyFileSync(join(folder, `Study.parley${ending}`), join(folder, `Copy.parley${ending}`));
    db.close();
    expect(refusal(() => openFile(join(folder, 'Copy.parley')))).toMatchObject({ code: 'project-from-future' });
  });

  test.each([50, 100, 4096, 20_000])('a project cut off after %i bytes', (bytes) => {
    const { session, project } = makeProject();
    fill(project);
    session.close();
    truncateSync(project.path, bytes);
    expect(refusal(() => openFile(project.path)).code).toBe(bytes < 100 ? 'not-a-project' : 'project-damaged');
    expect(statSync(project.path).size).toBe(bytes);
  });

  test('a damaged project after an unclean stop', () => {
    const { session, project } = makeProject();
    fill(project);
    session.close();
    const bytes = readFileSync(project.path);
    bytes.fill(0xaa, 4096 * 2, 4096 * 6);
    writeFileSync(project.path, bytes);
    writeFileSync(`${project.path}-lock`, '');
    expect(refusal(() => openFile(project.path))).toMatchObject({ code: 'project-damaged' });
  });

  test('a project that is open already', () => {
    const { project } = makeProject();
    const { code, message } = refusal(() => openFile(project.path));
    expect(code).toBe('project-locked');
    expect(message).toContain('“Study.parley”');
    expect(existsSync(`${project.path}-lock`)).toBe(true);
    expect(project.commit('', []).label).toBe('');
  });

  test('the same project under another name', () => {
    const folder = temporaryFolder();
    makeProject(join(folder, 'Study.parley'));
    symlinkSync(join(folder, 'Study.parley'), join(folder, 'Alias.parley'));
    expect(refusal(() => openFile(join(folder, 'Alias.parley'))).code).toBe('project-locked');
  });
});

describe('opening', () => {
  test('works again after a clean close, and after one that left its lock file', () => {
    const { session, project } = makeProject();
    fill(project);
    session.close();
    writeFileSync(`${project.path}-lock`, '');
    const again = makeSession().open(project.path);
    expect(again.info()).toMatchObject({ name: 'Study', articles: 1, annotations: 2, claims: 1 });
  });

  test('lets other connections of this process read', () => {
    const { project } = makeProject();
    fill(project);
    const reader = new Database(project.path, { readonly: true });
    reader.exec('BEGIN');
    const count = () => reader.prepare('SELECT count(*) FROM link').pluck().get();
    expect(count()).toBe(1);
    project.undo();
    expect(count()).toBe(1);
    reader.exec('COMMIT');
    expect(count()).toBe(0);
    reader.close();
  });

  test('keeps what was open when another can’t be opened', () => {
    const { session, project } = makeProject();
    const path = join(temporaryFolder(), 'other.parley');
    writeFileSync(path, 'no');
    expect(refusal(() => session.open(path)).code).toBe('not-a-project');
    expect(session.project).toBe(project);
    fill(project);
    expect(project.info().articles).toBe(1);
    expect(session.open(project.path)).toBe(project);
  });

  test('closes the one that was open before', () => {
    const { session, project } = makeProject();
    const second = session.create(join(temporaryFolder(), 'Second.parley'));
    expect(session.project).toBe(second);
    expect(existsSync(`${project.path}-lock`)).toBe(false);
    expect(openFile(project.path).close()).toBeUndefined();
    session.close();
    expect(refusal(() => session.need()).code).toBe('no-project');
  });

  test('a read-only file is made readable and writable by whoever may', () => {
    const { session, project } = makeProject();
    session.close();
    chmodSync(project.path, 0o444);
    const mayAnyway = process.getuid?.() === 0;
    if (mayAnyway) expect(makeSession().open(project.path).info().articles).toBe(0);
    else expect(refusal(() => openFile(project.path)).code).toBe('read-only');
  });
});
