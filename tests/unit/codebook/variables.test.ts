import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertValue } from '../../../src/shared/codebook/convert.ts';
import { describeChange } from '../../../src/shared/codebook/describe.ts';
import { planReorder, planUpdateVariable } from '../../../src/shared/codebook/variable-plans.ts';
import { type Annotation, UNCODED } from '../../../src/shared/model/annotation.ts';
import {
  fitsVariable,
  type Variable,
  VARIABLE_TYPES,
  type VariableType,
  type VariableValue,
} from '../../../src/shared/model/variable.ts';
import { NOW } from './support.ts';

function variable(fields: Partial<Variable> = {}): Variable {
  return {
    id: 'v',
    kind: 'claim',
    name: 'Stance',
    definition: '',
    type: 'category',
    options: ['for', 'against'],
    initial: null,
    required: false,
    position: 0,
    retired: false,
    createdAt: '',
    updatedAt: '',
    ...fields,
  };
}

const claim = (id: string, value: VariableValue): Annotation => ({
  id,
  articleId: 'a',
  kind: 'claim',
  coderId: 'ana',
  fragments: [{ start: 0, end: 1 }],
  memo: '',
  attributes: {},
  ...UNCODED,
  values: { v: value, other: 'stays' },
  createdAt: '',
  updatedAt: '',
});

describe('a value in another type', () => {
  it.each<[VariableValue, VariableType, VariableValue | undefined]>([
    ['For', 'category', 'for'],
    [true, 'category', undefined],
    ['Yes', 'boolean', true],
    ['no', 'boolean', false],
    [1, 'boolean', true],
    ['maybe', 'boolean', undefined],
    [' 12 ', 'integer', 12],
    ['12.5', 'integer', undefined],
    ['9999999999999999999', 'integer', undefined],
    ['2031-03-14', 'date', '2031-03-14'],
    ['2031-02-30', 'date', undefined],
    [true, 'short-text', 'yes'],
    [12, 'long-text', '12'],
    ['two\nlines', 'short-text', undefined],
    ['two\nlines', 'long-text', 'two\nlines'],
  ])('%j as %s is %j', (value, type, kept) => {
    expect(convertValue(value, { type, options: ['for', 'against'] })).toBe(kept);
  });

  it('is always one that the variable can hold, or none', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constantFrom('for', 'yes', '2031-03-14', '7'));
    fc.assert(
      fc.property(value, fc.constantFrom(...VARIABLE_TYPES), (given, type) => {
        const to = { type, options: ['for', 'yes', '7'] };
        const kept = convertValue(given, to);
        if (kept !== undefined) expect(fitsVariable(to, kept)).toBe(true);
        if (fitsVariable(to, given)) expect(kept).toBe(given);
      }),
    );
  });
});

it('whatever is done to choices, each value is one of them afterwards or gone, and nothing else changes', () => {
  const names = fc.uniqueArray(fc.constantFrom('for', 'against', 'mixed', 'none', 'new'), { minLength: 1 });
  const wanted = names.chain((list) =>
    fc.record({
      list: fc.constant(list),
      was: fc.array(fc.nat(list.length), { minLength: 3, maxLength: 3 }),
    }),
  );
  fc.assert(
    fc.property(wanted, fc.array(fc.constantFrom('for', 'against', 'mixed')), ({ list, was }, values) => {
      const before = variable({ options: ['for', 'against', 'mixed'], initial: 'for' });
      const options = list.map((name, i) => ({ name, was: before.options.filter((_, old) => was[old] === i) }));
      const claims = values.map((value, i) => claim(`n${i}`, value));
      const changes = planUpdateVariable([before], 'v', { options }, () => claims, NOW);
      const after = (changes.find((change) => change.record === 'variable')?.after ?? before) as Variable;
      expect(after.options).toEqual(list);
      if (after.initial !== null) expect(list).toContain(after.initial);
      for (const one of claims) {
        const now = (changes.find((change) => change.id === one.id)?.after ?? one) as Annotation;
        const to = options.find((option) => option.was.includes(String(one.values['v'])));
        expect(now.values['v']).toBe(to?.name);
        expect({ ...now, values: {}, updatedAt: '' }).toEqual({ ...one, values: {} });
        expect(now.values['other']).toBe('stays');
      }
    }),
  );
});

it('two choices that change names change the values, though the list is the same', () => {
  const before = variable({ options: ['for', 'against'], initial: null });
  const options = [
    { name: 'for', was: ['against'] },
    { name: 'against', was: ['for'] },
  ];
  const claims = [claim('n1', 'for'), claim('n2', 'against')];
  const changes = planUpdateVariable([before], 'v', { options }, () => claims, NOW);
  const values = changes.flatMap(({ record, after }) => (record === 'annotation' ? [after?.values['v']] : []));
  expect(values).toEqual(['against', 'for']);
  const edit = changes.find(({ record }) => record === 'variable');
  expect(edit && describeChange(edit, () => '')).toEqual(['Values of “Stance” changed among its choices']);
  const same = [
    { name: 'for', was: ['for'] },
    { name: 'against', was: ['against'] },
  ];
  expect(planUpdateVariable([before], 'v', { options: same }, unread, NOW)).toEqual([]);
});

function unread(): never {
  throw new Error('read');
}

it('nothing edited is no change, and other fields touch no value', () => {
  const before = variable();
  expect(planUpdateVariable([before], 'v', { name: 'Stance' }, unread, NOW)).toEqual([]);
  expect(planUpdateVariable([before], 'v', { name: 'Position', required: true }, unread, NOW)).toHaveLength(1);
});

it('an order counts from 0, and keeps those that aren’t named behind', () => {
  const list = ['a', 'b', 'c'].map((id, position) => variable({ id, name: id, position }));
  const after = planReorder(list, 'claim', ['c', 'a']).map(({ id, after: one }) => [id, (one as Variable).position]);
  expect(after).toEqual([
    ['c', 0],
    ['a', 1],
    ['b', 2],
  ]);
  expect(() => planReorder(list, 'actor', ['a'])).toThrow('isn’t in the codebook');
});

it('the log says old and new in plain words', () => {
  const before = variable({ initial: 'for' });
  const after = variable({
    name: 'Position',
    options: ['pro', 'against'],
    initial: null,
    required: true,
    retired: true,
  });
  expect(describeChange({ record: 'variable', id: 'v', before, after }, () => '')).toEqual([
    '“Stance” is now called “Position”',
    'Choices of “Stance”: “for, against” → “pro, against”',
    '“Stance” begins with nothing; it was “for”',
    '“Stance” is required now',
    '“Stance” is retired',
  ]);
});
