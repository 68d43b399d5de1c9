import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { linkTable } from '../../src/main/db/links.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 1, with rows as that version wrote them, brought to version 2. */

const TEXT = 'Velia repeats its offer.';
const AT = '2031-03-14T08:00:00.000Z';

const CLAIM = {
  id: 'n2',
  articleId: 'a1',
  kind: 'claim',
  coderId: 'ana',
  fragments: [{ start: 6, end: 23 }],
  memo: 'as before',
  attributes: {},
  createdAt: AT,
  updatedAt: AT,
};
const LINK = { id: 'l1', articleId: 'a1', claimId: 'n2', role: 'claimant', targetId: 'n1', position: 0 };

function oldProject(): string {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 1));
  const { db } = file;
  db.exec(`
    INSERT INTO coder VALUES ('ana', 'Ana', '${AT}');
    INSERT INTO text VALUES ('${textHash(TEXT)}', '${TEXT}');
    INSERT INTO article VALUES ('a1', '${textHash(TEXT)}', 'T', '', '', '', '', '', 'new', '', 24, 4, '', 't', '', '');
    INSERT INTO annotation VALUES
      ('n1', 'a1', 'ana', 'actor', 0, 5, 1, '[[0,5]]', '', '{}', '["Velia"]', '', ' repeats its offer.', '${AT}', '${AT}'),
      ('n2', 'a1', 'ana', 'claim', 6, 23, 1, '[[6,23]]', 'as before', '{}', '["repeats its offer"]', 'Velia ', '.', '${AT}', '${AT}');
    INSERT INTO link VALUES ('l1', 'a1', 'n2', 'claimant', 'n1', 0);
    INSERT INTO change_set VALUES
      (1, 's1', 'ana', '${AT}', 'tag claim', 'do', NULL, 'done'), (2, 's2', 'ana', '${AT}', 'link claimant', 'do', NULL, 'done');
  `);
  const add = db.prepare('INSERT INTO change VALUES (?, 0, ?, ?, NULL, ?)');
  add.run(1, 'annotation', 'n2', JSON.stringify(CLAIM));
  add.run(2, 'link', 'l1', JSON.stringify(LINK));
  file.close();
  return path;
}

test('everything is there, uncoded, and sound', () => {
  const project = makeSession().open(oldProject());
  const bare = { entityId: null, codes: [], values: {}, reporting: '', cue: [], utteredOn: '' };
  expect(annotationTable(project.db).get('n2')).toEqual({ ...CLAIM, ...bare });
  expect(linkTable(project.db).ofClaim('n2')).toEqual([{ ...LINK, targetIs: 'annotation' }]);
  expect(checkProject(project.db)).toMatchObject({ ok: true, annotations: 2, links: 1 });
});

test('what was done before can be undone and done again', () => {
  const project = makeSession().open(oldProject());
  expect(project.undo().label).toBe('link claimant');
  expect(project.undo().label).toBe('tag claim');
  expect(annotationTable(project.db).get('n2')).toBeNull();
  expect(project.redo().label).toBe('tag claim');
  expect(project.redo().label).toBe('link claimant');
  expect(checkProject(project.db).ok).toBe(true);
});
