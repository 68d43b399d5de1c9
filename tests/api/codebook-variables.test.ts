import { describe, expect, it } from 'vitest';
import type { VariableValue } from '../../src/shared/model/variable.ts';
import { codebook, TEXT } from './support/shared-codebook.ts';
import { type Coded, tag } from './support/coding.ts';
import { makeCoded, refusal } from './support/core.ts';

const plain = { definition: '', options: [], initial: null, required: false };
const choices = (...names: string[]) => names.map((name) => ({ name, was: [name] }));

/** A variable of claims, and three claims with these values. */
async function valued(type: 'category' | 'short-text' | 'long-text', values: VariableValue[], options: string[] = []) {
  const core = await makeCoded(TEXT);
  const { id } = await core.client.call('variables.add', {
    ...plain,
    kind: 'claim',
    name: 'Stance',
    type,
    options: options.map((name) => ({ name, was: [] })),
  });
  const claims: string[] = [];
  for (const [i, words] of ['A settlement is possible', 'We have kept', 'one chair for each'].entries()) {
    const claim = await tag(core, 'claim', words);
    claims.push(claim);
    const value = values[i];
    if (value !== undefined)
      await core.client.call('annotations.code', { ids: [claim], change: { values: { [id]: value } } });
  }
  return { core, id, claims };
}

async function valuesOf(core: Coded, id: string): Promise<(VariableValue | undefined)[]> {
  const { annotations } = await core.client.call('articles.open', { id: core.articleId });
  return annotations.filter(({ kind }) => kind === 'claim').map(({ values }) => values[id]);
}

describe('variables', () => {
  it('begin with stance and form, once', async () => {
    const core = await makeCoded(TEXT);
    await core.client.call('codebook.starter', {});
    const { variables } = await codebook(core);
    expect(variables.map(({ name, kind, type }) => [name, kind, type])).toEqual([
      ['Stance', 'claim', 'category'],
      ['Form', 'claim', 'category'],
    ]);
    expect((await core.client.call('codebook.starter', {})).label).toBe('');
  });

  it.each([
    ['a name that is there', { name: 'stance' }, 'There is a variable “Stance” of claims already.'],
    ['no choices', { type: 'category' as const }, '“Weight” has no choices.'],
    ['a choice twice', { type: 'category' as const, options: choices('a', 'A') }, 'The choice “A” is there twice.'],
    ['a beginning that doesn’t fit', { initial: 1.5 }, '“1.5” can’t be what “Weight” begins with.'],
    ['no name', { name: '  ' }, 'A variable needs a name.'],
  ])('are refused with %s', async (_, fields, message) => {
    const core = await makeCoded(TEXT);
    await core.client.call('codebook.starter', {});
    const wanted = { ...plain, kind: 'claim', name: 'Weight', type: 'integer', ...fields } as const;
    const before = await codebook(core);
    const refused = await refusal(core.client.call('variables.add', { ...wanted, options: [...wanted.options] }));
    expect(refused).toMatchObject({ code: 'bad-input', message });
    expect(await codebook(core)).toEqual(before);
  });

  it('rename and join choices with what is coded with them', async () => {
    const { core, id } = await valued('category', ['for', 'against', 'anti'], ['for', 'against', 'anti']);
    const options = [
      { name: 'in favour', was: ['for'] },
      { name: 'against', was: ['against', 'anti'] },
    ];
    const applied = await core.client.call('variables.update', { id, fields: { options }, losing: 0 });
    expect(applied.label).toBe('edit the variable “Stance” (2 annotations)');
    expect(await valuesOf(core, id)).toEqual(['in favour', 'against', 'against']);
    expect((await core.client.call('variables.values', { id })).rows).toEqual([
      { value: 'against', count: 2 },
      { value: 'in favour', count: 1 },
    ]);
    await core.client.call('history.undo', {});
    expect(await valuesOf(core, id)).toEqual(['for', 'against', 'anti']);
  });

  it('lose the values of a choice that goes only when that was said', async () => {
    const { core, id } = await valued('category', ['for', 'against', 'for'], ['for', 'against']);
    const fields = { options: choices('against') };
    const preview = await core.client.call('codebook.preview', { act: 'variable-update', id, fields });
    expect(preview).toMatchObject({ annotations: 2, losing: 2, lost: [{ value: 'for', count: 2 }] });
    const refused = await refusal(core.client.call('variables.update', { id, fields, losing: 0 }));
    expect(refused.code).toBe('conflict');
    await core.client.call('variables.update', { id, fields, losing: 2 });
    expect(await valuesOf(core, id)).toEqual([undefined, 'against', undefined]);
  });

  it('keep what a new type can hold, and say what it can’t', async () => {
    const { core, id } = await valued('short-text', ['12', ' +7', 'many']);
    const fields = { type: 'integer' } as const;
    const preview = await core.client.call('codebook.preview', { act: 'variable-update', id, fields });
    expect(preview).toMatchObject({ annotations: 3, losing: 1, lost: [{ value: 'many', count: 1 }] });
    await core.client.call('variables.update', { id, fields, losing: 1 });
    expect(await valuesOf(core, id)).toEqual([12, 7, undefined]);
    expect((await codebook(core)).uses.variables).toEqual({ [id]: 2 });
  });

  it('stand in the order that was asked for', async () => {
    const core = await makeCoded(TEXT);
    await core.client.call('codebook.starter', {});
    const [stance, form] = (await codebook(core)).variables;
    await core.client.call('variables.reorder', { kind: 'claim', ids: [form?.id ?? ''] });
    expect((await codebook(core)).variables.map(({ name }) => name)).toEqual(['Form', 'Stance']);
    await core.client.call('variables.retire', { id: stance?.id ?? '', retired: true });
    expect((await codebook(core)).variables.map(({ retired }) => retired)).toEqual([false, true]);
  });

  it('go with their values, said before and undone after', async () => {
    const { core, id } = await valued('long-text', ['a\nb', 'c']);
    expect(await core.client.call('codebook.preview', { act: 'variable-remove', id })).toMatchObject({ losing: 2 });
    await core.client.call('variables.remove', { id, losing: 2 });
    expect(await codebook(core)).toMatchObject({ variables: [], uses: { variables: {} } });
    await core.client.call('history.undo', {});
    expect(await valuesOf(core, id)).toEqual(['a\nb', 'c', undefined]);
    expect((await core.client.call('project.check', {})).ok).toBe(true);
  });
});
