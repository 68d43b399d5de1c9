import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotationIndex } from '../../src/main/db/annotation-index.ts';
import { annotationSearch } from '../../src/main/db/annotation-search.ts';
import { articleTable } from '../../src/main/db/articles.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { textSearch } from '../../src/main/db/text-search.ts';
import { textHash } from '../../src/main/db/texts.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 3, brought to version 4: its texts and annotations are found as if written by it. */

const TEXT = 'Vélia repeats its offer.';
const AT = '2031-03-14T08:00:00.000Z';
const HASH = textHash(TEXT);

function oldProject(): string {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 3));
  const { db } = file;
  db.exec(`
    INSERT INTO coder VALUES ('ana', 'Ana', '${AT}');
    INSERT INTO text VALUES ('${HASH}', '${TEXT}');
    INSERT INTO article VALUES
      ('gone', '${HASH}', 'Gone', '', '', '', '', '', 'new', '', 24, 4, '', 'gone', '', ''),
      ('a1', '${HASH}', 'Ships', 'Post', '2031-03-14', 'I', 'u', 'en', 'done', 'f.txt', 24, 4, '${AT}', 'ships', 'post', 'i');
    DELETE FROM article WHERE id = 'gone';
    INSERT INTO change_set VALUES (1, 's1', 'ana', '${AT}', 'tag actor', 'do', NULL, 'done');
    INSERT INTO change VALUES (1, 0, 'annotation', 'n1', NULL, '{}');
  `);
  const add = db.prepare(`INSERT INTO annotation (id, article_id, coder_id, kind, start, "end", pieces, fragments, memo,
    attributes, quote, prefix, suffix, created_at, updated_at) VALUES (?, 'a1', 'ana', 'actor', ?, ?, 1, ?, ?, '{}', ?, ?, ?, '${AT}', '${AT}')`);
  add.run('n1', 0, 5, '[[0,5]]', 'the island', '["Vélia"]', '', ' repeats its offer.');
  add.run('n2', 18, 23, '[[18,23]]', '', '["offer"]', 'Vélia repeats its ', '.');
  file.close();
  return path;
}

const texts = ({ db }: Project, expression: string) =>
  textSearch(db)
    .page(expression, NO_FILTER, textSearch(db).count(expression, NO_FILTER), 0, 10)
    .map(({ id }) => id);

async function annotations({ db }: Project, expression: string): Promise<string[]> {
  await annotationIndex(db).catchUp();
  return annotationSearch(db)
    .page(expression, NO_FILTER, 10, 0, 10)
    .map(({ id }) => id);
}

test('what was there is found', async () => {
  const project = makeSession().open(oldProject());
  expect(articleTable(project.db).get('a1')).toMatchObject({
    title: 'Ships',
    author: 'I',
    status: 'done',
    addedAt: AT,
  });
  expect(texts(project, '"velia"')).toEqual(['a1']);
  expect(texts(project, '"ships" AND "repeats its"')).toEqual(['a1']);
  expect(texts(project, '"gone"')).toEqual([]);
  expect(await annotations(project, '"velia"')).toEqual(['n1']);
  expect(await annotations(project, '"island" OR "offer"')).toEqual(['n1', 'n2']);
  expect(checkProject(project.db)).toMatchObject({ ok: true, articles: 1, annotations: 2 });
});

test('the index survives a copy that numbers its rows anew', () => {
  const path = oldProject();
  const session = makeSession();
  const project = session.open(path);
  const copy = join(temporaryFolder(), 'Copy.parley');
  project.db.prepare('VACUUM INTO ?').run(copy);
  const db = new Database(copy);
  db.exec('VACUUM');
  const row = db.prepare(
    `SELECT a.id FROM article_words w JOIN article a ON a.n = w.rowid WHERE article_words MATCH 'velia'`,
  );
  expect(row.pluck().all()).toEqual(['a1']);
  db.close();
});
