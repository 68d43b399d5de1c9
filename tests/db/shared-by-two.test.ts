import { describe, expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import type { Change, RecordName, Records } from '../../src/shared/change/change.ts';
import { makeCode, makeEntity, makeVariable } from '../api/support/codebook.ts';
import { makeProject } from './support/project.ts';
import { creations, fill, makeAnnotation } from './support/records.ts';

/** A project of Ana's and Bob's, who share its codebook and its entities. */
function shared(): { project: Project; as(id: 'ana' | 'bob'): Project } {
  let author = 'ana';
  const { project } = makeProject(undefined, () => author);
  fill(project);
  const as = (id: string): Project => {
    author = id;
    return project;
  };
  as('bob').commit('be there', creations(['coder', { id: 'bob', name: 'Bob', createdAt: '2031-03-14T08:00:00.000Z' }]));
  as('ana');
  return { project, as };
}

function change<N extends RecordName>(record: N, before: Records[N] | null, after: Records[N] | null): Change {
  return { record, id: (after ?? before)?.id, before, after } as Change;
}

const refused = expect.objectContaining({ code: 'conflict', message: expect.stringContaining('since') });

function claimOf(coderId: string, id: string, values: Record<string, string>) {
  return makeAnnotation(id, 'where both sides sit', { kind: 'claim', coderId, values });
}

describe('what one coder takes back of what all share', () => {
  test('a variable isn’t taken from under another’s values', () => {
    const { project, as } = shared();
    project.commit('add the variable “Form”', [change('variable', null, makeVariable('form'))]);
    as('bob').commit('tag', creations(['annotation', claimOf('bob', 'b', { form: 'speech' })]));
    expect(() => as('ana').undo()).toThrow(refused);
    as('bob').undo();
    expect(as('ana').undo().label).toBe('add the variable “Form”');
    expect(checkProject(project.db).problems).toEqual([]);
  });

  test('nor removed again from under them', () => {
    const { project, as } = shared();
    const form = makeVariable('form');
    project.commit('add the variable “Form”', [change('variable', null, form)]);
    project.commit('remove the variable “Form”', [change('variable', form, null)]);
    project.undo();
    as('bob').commit('tag', creations(['annotation', claimOf('bob', 'b', { form: 'speech' })]));
    expect(() => as('ana').redo()).toThrow(refused);
  });

  test.each([
    ['a choice', { type: 'category', options: ['for'] }, { type: 'category', options: ['for', 'against'] }, 'against'],
    ['a type', { type: 'integer' }, { type: 'short-text' }, 'many'],
    ['a length', { type: 'short-text' }, { type: 'long-text' }, 'long '.repeat(200)],
  ] as const)('%s stays while another’s values need it', (_what, was, is, value) => {
    const { project, as } = shared();
    const [before, after] = [was, is].map((fields) => makeVariable('v', fields as Partial<Records['variable']>));
    if (!before || !after) throw new Error('two states');
    project.commit('add', [change('variable', null, before)]);
    project.commit('edit', [change('variable', before, after)]);
    as('bob').commit('tag', creations(['annotation', claimOf('bob', 'b', { v: value })]));
    expect(() => as('ana').undo()).toThrow(refused);
    as('bob').undo();
    expect(as('ana').undo().label).toBe('edit');
  });

  test('codes never stand under each other in a circle', () => {
    const { project, as } = shared();
    const [arms, talks] = [makeCode('arms'), makeCode('talks')];
    project.commit('add', [change('code', null, arms), change('code', null, talks)]);
    project.commit('move', [change('code', arms, { ...arms, parentId: 'talks' })]);
    project.undo();
    as('bob').commit('move', [change('code', talks, { ...talks, parentId: 'arms' })]);
    expect(() => as('ana').redo()).toThrow(refused);
    expect(project.db.prepare('SELECT id, parent_id FROM code ORDER BY id').raw().all()).toEqual([
      ['arms', null],
      ['talks', 'arms'],
    ]);
  });

  test('entities aren’t part of each other in a circle', () => {
    const { project, as } = shared();
    const [party, wing] = [makeEntity('party'), makeEntity('wing')];
    project.commit('add', [change('entity', null, party), change('entity', null, wing)]);
    project.commit('edit', [change('entity', party, { ...party, parentId: 'wing' })]);
    project.undo();
    as('bob').commit('edit', [change('entity', wing, { ...wing, parentId: 'party' })]);
    expect(() => as('ana').redo()).toThrow(refused);
  });

  test('no two codes of a level, and no two variables of a kind, have one name', () => {
    const { project, as } = shared();
    const [code, variable] = [makeCode('c', { name: 'Talks' }), makeVariable('v', { name: 'Form' })];
    project.commit('add', [change('code', null, code), change('variable', null, variable)]);
    project.commit('rename the code', [change('code', code, { ...code, name: 'Negotiations' })]);
    as('bob').commit('add', [change('code', null, makeCode('d', { name: 'talks' }))]);
    expect(() => as('ana').undo()).toThrow(refused);
    as('bob').undo();
    as('ana').undo();
    project.commit('rename the variable', [change('variable', variable, { ...variable, name: 'Genre' })]);
    as('bob').commit('add', [change('variable', null, makeVariable('w', { name: 'FORM' }))]);
    expect(() => as('ana').undo()).toThrow(refused);
  });

  test('what nobody else has touched is taken back as ever', () => {
    const { project, as } = shared();
    const code = makeCode('c', { name: 'Talks' });
    project.commit('add', [change('code', null, code), change('variable', null, makeVariable('v'))]);
    as('bob').commit('add', [change('code', null, makeCode('d', { parentId: 'c', name: 'Talks' }))]);
    as('ana').commit('rename', [change('code', code, { ...code, name: 'Negotiations' })]);
    expect(project.undo().label).toBe('rename');
    expect(project.redo().label).toBe('rename');
  });
});
