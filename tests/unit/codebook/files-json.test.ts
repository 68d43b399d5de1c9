import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/shared/codebook/files/json.ts';
import { readBook } from '../../../src/shared/codebook/files/read.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import type { Code } from '../../../src/shared/model/code.ts';
import type { Variable } from '../../../src/shared/model/variable.ts';
import { code, codesIn, readInto, variable } from './file-support.ts';
import { NOW } from './support.ts';

/** A codebook with one variable of claims, a category of two choices. */
const stanceIn = (initial: string) =>
  JSON.stringify({
    format: 'parley-codebook',
    version: 1,
    variables: [{ kind: 'claim', name: 'STANCE', type: 'category', options: ['For', 'Against '], initial }],
  });

describe('JSON', () => {
  it.each([
    ['of something else', '{"codes":[]}', 'not a codebook of Parley’s'],
    ['of a newer Parley', '{"format":"parley-codebook","version":2}', 'newer Parley'],
    ['cut off', '{"format":"parley', 'The file is broken'],
    [
      'with a code twice',
      '{"format":"parley-codebook","version":1,"codes":[{"name":"A"},{"name":"á"}]}',
      'is there twice',
    ],
    ['with a wrong field', '{"format":"parley-codebook","version":1,"codes":[{"name":1}]}', 'codes.0.name'],
    [
      'nested without end',
      `{"format":"parley-codebook","version":1,"codes":${'[{"name":"A","codes":'.repeat(5000)}[]${'}]'.repeat(5000)}}`,
      'deep',
    ],
  ])('is refused when it is %s', (_, text, message) => {
    expect(() => readBook(text)).toThrow(message);
  });

  it('holds variables and examples', () => {
    const code: Code = {
      id: 'c',
      parentId: null,
      name: 'War',
      definition: '',
      colour: '#3f76d8',
      position: 0,
      retired: false,
      examples: ['claim1', 'gone'],
      createdAt: NOW,
      updatedAt: NOW,
    };
    const stance: Variable = {
      id: 'v',
      kind: 'claim',
      name: 'Stance',
      definition: 'Where.',
      type: 'category',
      options: ['for', 'against'],
      initial: 'for',
      required: true,
      position: 0,
      retired: true,
      createdAt: NOW,
      updatedAt: NOW,
    };
    const example = { annotation: 'claim1', words: 'War is over', article: 'News' };
    const text = writeJson(new CodeTree([code]), [stance], new Map([['claim1', example]]));
    expect(JSON.parse(text)).toMatchObject({ codes: [{ examples: [example] }] });
    const plan = readInto(text);
    expect(plan.added).toEqual(['War', 'Stance, of claims']);
    expect(codesIn(plan.changes)[0]?.examples).toEqual(['claim1']);
    expect(plan.changes.at(-1)?.after).toMatchObject({ ...stance, id: 'new2' });
  });

  it('keeps more examples than can be given one by one, and names colours that it can’t read', () => {
    const examples = Array.from({ length: 80 }, (_, i) => ({ annotation: `claim${i}` }));
    const text = JSON.stringify({
      format: 'parley-codebook',
      version: 1,
      codes: [{ name: 'War', colour: 'red', examples }],
    });
    const plan = readInto(text);
    expect(codesIn(plan.changes)[0]?.examples).toHaveLength(80);
    expect(plan.losses).toMatchObject([{ what: 'Colours that can’t be read', count: 1 }]);
    const there = code('w', null, 'War', '');
    expect(codesIn(readInto(text, new CodeTree([there]), [], 'take').changes)[0]?.examples).toHaveLength(80);
  });

  it('knows choices again whatever their case, those that a variable begins with too', () => {
    const stance = variable('v', { name: 'Stance', type: 'category', options: ['for', 'against'], initial: 'for' });
    expect(readInto(stanceIn('For'), new CodeTree([]), [stance], 'take')).toMatchObject({
      changes: [],
      differing: [],
      same: 1,
    });
    const taken = readInto(stanceIn('Against '), new CodeTree([]), [stance], 'take');
    expect(taken.differing).toMatchObject([{ what: 'begins with “against”' }]);
    expect(taken.changes).toMatchObject([{ after: { options: ['for', 'against'], initial: 'against' } }]);
  });
});
