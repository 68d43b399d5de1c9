import { expect, test } from 'vitest';
import { applyToEntities, emptyEntities, withNames } from '../../../src/renderer/store/entities.ts';
import { makeEntity } from '../../api/support/codebook.ts';

test('names follow change sets, and only those of entities', () => {
  const velia = makeEntity('velia', { name: 'Velia' });
  const known = withNames({ ...emptyEntities, total: 1 }, [
    { id: 'velia', kind: 'actor', category: 'person', name: 'Velia' },
  ]);
  expect(withNames(known, [velia])).toBe(known);
  expect(applyToEntities(known, [])).toBe(known);
  const renamed = { ...velia, name: 'The Velian state' };
  const after = applyToEntities(known, [
    { record: 'entity', id: 'velia', before: velia, after: renamed },
    { record: 'entity', id: 'hale', before: null, after: makeEntity('hale', { name: 'Hale' }) },
  ]);
  expect([...after.names.values()].map(({ name }) => name)).toEqual(['The Velian state', 'Hale']);
  expect(after.total).toBe(2);
  const gone = applyToEntities(after, [{ record: 'entity', id: 'hale', before: makeEntity('hale'), after: null }]);
  expect(gone.total).toBe(1);
  expect(gone.names.has('hale')).toBe(false);
});
