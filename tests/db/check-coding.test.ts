import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import type { Change } from '../../src/shared/change/change.ts';
import { makeCode, makeEntity, makeVariable } from '../api/support/codebook.ts';
import { makeProject } from './support/project.ts';
import { creations, fill, makeAnnotation, TEXT } from './support/records.ts';

/** A project whose claim is coded in every way, after something that Parley never does was done to its file. */
function checkAfter(harm: string): ReturnType<typeof checkProject> {
  const { session, project } = makeProject();
  fill(project);
  const made = [
    ['code', makeCode('arms')],
    ['variable', makeVariable('stance', { name: 'Stance', type: 'category', options: ['for'] })],
    ['entity', makeEntity('velia', { name: 'Velia' })],
  ] as const;
  project.commit(
    'make a codebook',
    made.map(([record, after]) => ({ record, id: after.id, before: null, after }) as Change),
  );
  const said = TEXT.indexOf('said');
  const coded = makeAnnotation('coded', 'where both sides sit', {
    kind: 'claim',
    codes: ['arms'],
    values: { stance: 'for' },
    cue: [{ start: said, end: said + 4 }],
    utteredOn: '2031-03-11',
  });
  const actor = makeAnnotation('velia-1', 'Velia', { entityId: 'velia' });
  project.commit('tag', creations(['annotation', coded], ['annotation', actor]));
  session.close();
  const db = new Database(project.path);
  db.pragma('foreign_keys = OFF');
  db.exec(harm);
  const report = checkProject(db);
  db.close();
  return report;
}

test('finds nothing where all is as it was coded', () => {
  expect(checkAfter('').problems).toEqual([]);
});

const set = (field: string, value: string) =>
  `UPDATE annotation SET coding = json_set(coding, '$.${field}', json('${value}')) WHERE id = 'coded'`;

test.each([
  ['DELETE FROM code', 'has a code that is missing from the codebook'],
  ['DELETE FROM variable', 'has a value of a variable that is missing from the codebook'],
  ["UPDATE variable SET kind = 'actor'", 'has a value of “Stance”, which is of kind actor'],
  ["UPDATE variable SET options = '[]'", 'has a value that “Stance” can’t have'],
  ["UPDATE entity SET kind = 'venue'", 'refers to “Velia”, which is of kind venue'],
  ['DELETE FROM entity', 'refers to an entity that is missing'],
  [set('codes', '["arms","arms"]'), 'has one code twice'],
  [set('codes', '[]'), '1 annotation isn’t filed under the codes and values that it has'],
  [set('values', '{}'), '1 annotation isn’t filed under the codes and values that it has'],
  [set('cue', '[[0,9999]]'), 'has a cue that can’t be: it reaches outside the text'],
  [set('utteredOn', '"2031-02-31"'), 'was made on “2031-02-31”, which isn’t a day'],
  ["UPDATE annotation SET kind = 'actor' WHERE id = 'coded'", 'is coded as only a claim can be'],
  [set('values', '{"stance":"against"}'), '1 annotation isn’t filed under the codes and values that it has'],
  ["UPDATE mention SET key = 'v' WHERE annotation_id = 'velia-1'", '1 mention isn’t filed under its words'],
  ["UPDATE mention SET entity_id = NULL WHERE annotation_id = 'velia-1'", '1 mention isn’t filed under its words'],
  ['DELETE FROM mention', '2 mentions aren’t filed under their words and their entities'],
  ["INSERT INTO mention SELECT 'x', article_id, coder_id, kind, key, NULL FROM mention LIMIT 1", '1 mention isn’t'],
  ["DELETE FROM entity_name WHERE entity_id = 'velia'", '1 entity isn’t filed under its names'],
  ["INSERT INTO entity_key VALUES ('~nobody', 'velia')", '1 entity isn’t filed under its names'],
  ["UPDATE entity SET name_key = 'x'", '1 entity isn’t filed under its names'],
  ['DELETE FROM article_words', '1 article can’t be found by its words'],
  ["UPDATE code SET parent_id = 'arms'", 'The code “arms” stands under itself'],
  ["UPDATE entity SET parent_id = 'velia'", '“Velia” is part of itself'],
])('after %s says that something %s', (harm, message) => {
  const found = checkAfter(harm).problems.filter(({ what }) => what === 'coding' || what === 'index');
  expect(found.map((problem) => problem.message).join('\n')).toContain(message);
});
