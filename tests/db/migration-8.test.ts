import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotationIndex } from '../../src/main/db/annotation-index.ts';
import { annotationSearch } from '../../src/main/db/annotation-search.ts';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { changedArticles } from '../../src/main/db/changed-articles.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { codebookLog } from '../../src/main/db/codebook-log.ts';
import { historyTable } from '../../src/main/db/history.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile, openFile } from '../../src/main/db/open.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of each earlier schema version, brought to version 8: its history is the very same, and can be taken back. */

const TEXT = 'Velia repeats its offer.';
const AT = '2031-03-14T08:00:00.000Z';
const HASH = textHash(TEXT);

/** An annotation as the history of version 1 holds it. */
const tagged = (id: string, kind: string, start: number, end: number): string =>
  JSON.stringify({
    id,
    articleId: 'a1',
    kind,
    coderId: 'ana',
    fragments: [{ start, end }],
    memo: '',
    attributes: {},
    createdAt: AT,
    updatedAt: AT,
  });
const LINK = JSON.stringify({
  id: 'l1',
  articleId: 'a1',
  claimId: 'n2',
  role: 'claimant',
  targetId: 'n1',
  position: 0,
});

/** Every change that stood in the file: act, number, what it was of, before, after. */
const CHANGES = [
  [1, 0, 'annotation', 'n2', null, tagged('n2', 'claim', 0, 23)],
  [1, 1, 'annotation', 'n1', null, tagged('n1', 'actor', 0, 5)],
  [1, 2, 'link', 'l1', null, LINK],
  [2, 0, 'annotation', 'n3', null, tagged('n3', 'venue', 18, 23)],
] as const;

/** A claim, an actor that is its claimant, all in one act; and a venue that was tagged and taken back. */
function oldProject(version: number): string {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, version));
  const { db } = file;
  db.exec(`
    INSERT INTO coder VALUES ('ana', 'Ana', '${AT}');
    INSERT INTO text VALUES ('${HASH}', '${TEXT}');
    INSERT INTO article (id, text_hash, title, outlet, date, author, url, language, status, file_name, length, words,
      added_at, title_key, outlet_key, author_key)
      VALUES ('a1', '${HASH}', 'Ships', '', '', '', '', '', 'new', '', 24, 4, '${AT}', 'ships', '', '');
    INSERT INTO annotation (id, article_id, coder_id, kind, start, "end", pieces, fragments, memo, attributes, quote,
      prefix, suffix, created_at, updated_at) VALUES
      ('n1', 'a1', 'ana', 'actor', 0, 5, 1, '[[0,5]]', '', '{}', '["Velia"]', '', ' repeats its offer.', '${AT}', '${AT}'),
      ('n2', 'a1', 'ana', 'claim', 0, 23, 1, '[[0,23]]', '', '{}', '["Velia repeats its offer"]', '', '.', '${AT}', '${AT}');
    INSERT INTO link (id, article_id, claim_id, role, target_id, position) VALUES ('l1', 'a1', 'n2', 'claimant', 'n1', 0);
    INSERT INTO change_set VALUES
      (1, 's1', 'ana', '${AT}', 'tag claim “Velia repeats its offer”', 'do', NULL, 'done'),
      (2, 's2', 'ana', '${AT}', 'tag venue “offer”', 'do', NULL, 'undone'),
      (3, 's3', 'ana', '${AT}', 'tag venue “offer”', 'undo', 2, NULL);
  `);
  if (version >= 5) {
    db.exec(
      `INSERT INTO mention (annotation_id, article_id, coder_id, kind, key) VALUES ('n1', 'a1', 'ana', 'actor', 'velia')`,
    );
  }
  const add = db.prepare('INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)');
  for (const row of CHANGES) add.run(...row);
  file.close();
  return path;
}

test.each([1, 2, 3, 4, 5, 6, 7])('the history of a project of version %i is the same', (version) => {
  const { db, close } = openFile(oldProject(version));
  const rows = db.prepare('SELECT * FROM act_change ORDER BY "set", n').raw().all();
  expect(rows).toEqual(CHANGES);
  const acts = db
    .prepare('SELECT seq, id, author_id, at, label, kind, target, state FROM change_set ORDER BY seq')
    .raw();
  expect(acts.all()).toEqual([
    [1, 's1', 'ana', AT, 'tag claim “Velia repeats its offer”', 'do', null, 'done'],
    [2, 's2', 'ana', AT, 'tag venue “offer”', 'do', null, 'undone'],
    [3, 's3', 'ana', AT, 'tag venue “offer”', 'undo', 2, null],
  ]);
  expect(() => db.exec('DELETE FROM change')).toThrow(/only added to/);
  expect(() => db.exec("UPDATE change_set SET after = '{}'")).toThrow(/only added to/);
  expect(() => db.exec('DELETE FROM change_set')).toThrow(/only added to/);
  close();
});

test.each([1, 2, 3, 4, 5, 6, 7])('what a project of version %i did is taken back and done again', async (version) => {
  const session = makeSession();
  const project = session.open(oldProject(version));
  const { db } = project;
  const ids = (): string[] =>
    annotationTable(db)
      .ofArticle('a1')
      .map(({ id }) => id);
  const count = async (): Promise<number> => {
    await annotationIndex(db).catchUp();
    return annotationSearch(db).count('"offer"', NO_FILTER);
  };
  expect(ids()).toEqual(['n2', 'n1']);
  expect(await count()).toBe(1);
  expect(project.redo().label).toBe('tag venue “offer”');
  expect(ids()).toEqual(['n2', 'n1', 'n3']);
  expect(await count()).toBe(2);
  project.undo();
  expect(project.undo().label).toBe('tag claim “Velia repeats its offer”');
  expect(ids()).toEqual([]);
  expect(await count()).toBe(0);
  expect(changedArticles(db).since(5).articles).toEqual(new Set(['a1']));
  project.redo();
  expect(ids()).toEqual(['n2', 'n1']);
  expect(project.info().history).toMatchObject({ undo: 'tag claim “Velia repeats its offer”' });
  expect(checkProject(db)).toMatchObject({ ok: true, annotations: 2, links: 1 });
});

test('what was done to the codebook stays in its log, whether it came first in its act or later', () => {
  const path = oldProject(7);
  const file = openFile(path, migrations.slice(0, 7));
  file.db.exec(`
    INSERT INTO change_set VALUES (4, 's4', 'ana', '${AT}', 'add a code', 'do', NULL, 'done'),
      (5, 's5', 'ana', '${AT}', 'take it out of claims', 'do', NULL, 'done'), (6, 's6', 'ana', '${AT}', 'add a code', 'undo', 4, NULL);
    INSERT INTO change VALUES (4, 0, 'code', 'c1', NULL, '{}'), (5, 0, 'annotation', 'n2', '{}', '{}'), (5, 1, 'code', 'c2', '{}', NULL);
  `);
  file.close();
  const { db, close } = openFile(path);
  const log = codebookLog(db);
  expect(log.acts(100, 10).map(({ seq, isUndone }) => [seq, isUndone])).toEqual([
    [6, 0],
    [5, 0],
    [4, 1],
  ]);
  expect(log.changes(4).map(({ id }) => id)).toEqual(['c1']);
  expect(log.changes(5).map(({ id }) => id)).toEqual(['c2']);
  expect(log.annotations(5)).toBe(1);
  expect([...historyTable(db).pagesBack(5)].flat().map(({ id }) => id)).toEqual(['c2', 'n2']);
  close();
});
