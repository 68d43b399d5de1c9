import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { variableTable } from '../../src/main/db/variables.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 2 with values, brought to version 3: they are found as if written by it. */

const TEXT = 'Velia repeats its offer.';
const AT = '2031-03-14T08:00:00.000Z';
const TYPES = { form: 'short-text', quoted: 'boolean', open: 'boolean', weight: 'integer', note: 'long-text' };
const VALUES = { form: 'said “so”', quoted: true, open: false, weight: -3, note: `ä${'long '.repeat(100)}` };

test('values are counted and found', () => {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 2));
  const { db } = file;
  db.exec(`
    INSERT INTO coder VALUES ('ana', 'Ana', '${AT}');
    INSERT INTO text VALUES ('${textHash(TEXT)}', '${TEXT}');
    INSERT INTO article VALUES ('a1', '${textHash(TEXT)}', 'T', '', '', '', '', '', 'new', '', 24, 4, '', 't', '', '');
  `);
  const define =
    db.prepare(`INSERT INTO variable (id, kind, name, definition, type, options, initial, required, position,
    retired, created_at, updated_at) VALUES (?, 'claim', ?, '', ?, '[]', 'null', 0, ?, 0, '${AT}', '${AT}')`);
  for (const [n, [name, type]] of Object.entries(TYPES).entries()) define.run(name, name, type, n);
  const add = db.prepare(`INSERT INTO annotation (id, article_id, coder_id, kind, start, "end", pieces, fragments, memo,
    attributes, quote, prefix, suffix, created_at, updated_at, coding)
    VALUES (?, 'a1', 'ana', 'claim', 0, 5, 1, '[[0,5]]', '', '{}', '["Velia"]', '', ' repeats its offer.', '${AT}', '${AT}', ?)`);
  const coding = { codes: [], values: VALUES, reporting: '', cue: [], utteredOn: '' };
  add.run('n1', JSON.stringify(coding));
  add.run('n2', null);
  file.close();

  const project = makeSession().open(path);
  const rows = project.db.prepare('SELECT variable_id, value FROM annotation_value ORDER BY 1').raw().all();
  const annotations = annotationTable(project.db);
  const before = annotations.get('n1');
  expect(before?.values).toEqual(VALUES);
  expect(annotations.withValue('quoted').map(({ id }) => id)).toEqual(['n1']);
  expect(variableTable(project.db).valueCounts('form')).toEqual(new Map([['"said “so”"', 1]]));
  // Writing the record again finds the same keys.
  if (before) annotations.update(before);
  expect(project.db.prepare('SELECT variable_id, value FROM annotation_value ORDER BY 1').raw().all()).toEqual(rows);
  expect(rows).toHaveLength(5);
  expect(checkProject(project.db).ok).toBe(true);
});
