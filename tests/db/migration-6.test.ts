import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entityTable } from '../../src/main/db/entities.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 5 with entities, brought to version 6: nobody is told apart from anybody, and can be. */

const AT = '2031-03-14T08:00:00.000Z';

test('entities are told apart from none; their records are the very same as in the history', () => {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 5));
  file.db.exec(`
    INSERT INTO entity (id, kind, category, name, aliases, country, party, parent_id, note, created_at, updated_at, name_key)
      VALUES ('e1', 'actor', 'person', 'Adra Solène', '["Solène"]', '', '', NULL, '', '${AT}', '${AT}', 'adra solene');
  `);
  file.close();

  const { db } = makeSession().open(path);
  const entities = entityTable(db);
  const solene = entities.get('e1');
  expect(solene).toEqual({
    id: 'e1',
    kind: 'actor',
    category: 'person',
    name: 'Adra Solène',
    aliases: ['Solène'],
    country: '',
    party: '',
    parentId: null,
    note: '',
    createdAt: AT,
    updatedAt: AT,
  });
  expect(Object.keys(solene ?? {})).not.toContain('apartFrom');
  if (solene) entities.update({ ...solene, apartFrom: ['e2', 'e3'] });
  expect(entities.get('e1')?.apartFrom).toEqual(['e2', 'e3']);
  expect(entities.toldApartFrom(['e3', 'e4']).map(({ id }) => id)).toEqual(['e1']);
  expect(entities.toldApartFrom(['e1'])).toEqual([]);
});
