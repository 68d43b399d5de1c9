import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newestVersion } from '../../src/main/db/migrate.ts';
import { type Migration, migrations } from '../../src/main/db/migrations/all.ts';
import { createFile, openFile } from '../../src/main/db/open.ts';
import { temporaryFolder } from './support/project.ts';

/** The steps as they were when version 1 was the newest: what is tested with them holds for every later one. */
const released = migrations.slice(0, 1);

const birth = { projectId: 'p1', createdAt: '2031-03-14T08:00:00.000Z' };

/** A step as later ones will be: a table is rebuilt, with its rows. */
const next: Migration = {
  version: newestVersion(released) + 1,
  up(db) {
    db.exec(`
      CREATE TABLE coder_next (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at TEXT NOT NULL, role TEXT NOT NULL) STRICT, WITHOUT ROWID;
      INSERT INTO coder_next SELECT id, name, created_at, 'coder' FROM coder;
      DROP TABLE coder;
      ALTER TABLE coder_next RENAME TO coder;
    `);
  },
};

function oldFile(): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'Study.parley');
  const file = createFile(path, birth, released);
  file.db.exec(`
    INSERT INTO coder VALUES ('ana', 'Ana', '2031-03-14T08:00:00.000Z');
    INSERT INTO text VALUES ('h', 'Velia repeats its offer.');
    INSERT INTO article VALUES ('a1', 'h', 'T', '', '', '', '', '', 'new', '', 24, 4, '', 't', '', '');
    INSERT INTO annotation VALUES ('n1', 'a1', 'ana', 'actor', 0, 5, 1, '[[0,5]]', '', '{}', '["Velia"]', '', '', '', '');
  `);
  file.close();
  return { folder, path };
}

test('the steps are numbered from 1 without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
});

describe('an older project', () => {
  test('is brought up with its rows, after a copy was made and checked', () => {
    const { folder, path } = oldFile();
    const file = openFile(path, [...released, next]);
    expect(file.db.pragma('user_version', { simple: true })).toBe(next.version);
    expect(file.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(file.db.prepare('SELECT * FROM coder').all()).toEqual([
      { id: 'ana', name: 'Ana', created_at: '2031-03-14T08:00:00.000Z', role: 'coder' },
    ]);
    file.close();
    expect(readdirSync(folder).sort()).toEqual(['Study.parley', 'Study.version-1.parley']);

    const backup = openFile(join(folder, 'Study.version-1.parley'), released);
    expect(backup.db.prepare('SELECT name, count(*) AS n FROM coder, annotation').get()).toEqual({ name: 'Ana', n: 1 });
    backup.close();
  });

  test('is copied under another name when that copy is there already', () => {
    const { folder, path } = oldFile();
    createFile(join(folder, 'Study.version-1.parley'), birth, released).close();
    openFile(path, [...released, next]).close();
    expect(readdirSync(folder)).toContain('Study.version-1-2.parley');
  });

  test.each<[string, Migration['up']]>([
    ['fails', (db) => db.exec('DROP TABLE link; SELECT nonsense')],
    ['loses what is referred to', (db) => db.exec('DELETE FROM coder')],
  ])('stays as it was when a step %s', (_what, up) => {
    const { folder, path } = oldFile();
    expect(() => openFile(path, [...released, { version: next.version, up }])).toThrow();
    expect(readdirSync(folder).sort()).toEqual(['Study.parley', 'Study.version-1.parley']);
    const file = openFile(path, released);
    expect(file.db.pragma('user_version', { simple: true })).toBe(1);
    expect(file.db.prepare('SELECT count(*) FROM link').pluck().get()).toBe(0);
    expect(file.db.prepare('SELECT count(*) FROM annotation JOIN coder ON coder.id = coder_id').pluck().get()).toBe(1);
    file.close();
  });

  test('is not copied when there is nothing to do', () => {
    const { folder, path } = oldFile();
    openFile(path, released).close();
    expect(readdirSync(folder)).toEqual(['Study.parley']);
    const plain = new Database(path, { readonly: true });
    expect(plain.pragma('integrity_check', { simple: true })).toBe('ok');
    plain.close();
  });
});
