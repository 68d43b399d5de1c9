import * as fc from 'fast-check';
import type { Change } from '../../../src/shared/change/change.ts';
import { PALETTE } from '../../../src/shared/codebook/colours.ts';
import { planBook } from '../../../src/shared/codebook/files/plan.ts';
import { readBook } from '../../../src/shared/codebook/files/read.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import type { Code } from '../../../src/shared/model/code.ts';
import type { Variable } from '../../../src/shared/model/variable.ts';
import { NOW } from './support.ts';

const EMPTY = new CodeTree([]);

/** A codebook as told by records, and what reading a text into an empty one gives. */
export function told(codes: Iterable<Code>) {
  const tree = new CodeTree(codes);
  return tree
    .ordered()
    .map(({ id, definition, colour, retired }) => ({ path: tree.path(id), definition, colour, retired }));
}
export function readInto(
  text: string,
  tree = EMPTY,
  variables: readonly Variable[] = [],
  both: 'keep' | 'take' = 'keep',
) {
  let count = 0;
  const options = { both, now: NOW, newId: () => `new${++count}`, isClaim: (id: string) => id.startsWith('claim') };
  return planBook(tree, variables, readBook(text), options);
}
export const codesIn = (changes: readonly Change[]): Code[] =>
  changes.flatMap((change) => (change.record === 'code' && change.after ? [change.after] : []));

/** Names and definitions as people and spreadsheets are hard on them. */
const hard = fc.constantFrom(
  'Talks',
  'a, b; "c"',
  '=SUM(A1)',
  "'quoted'",
  'Ein & <zwei>',
  '停战',
  '👩‍👩‍👧 família',
  '-1',
  'A > B\\C',
  '@x',
);
const words = fc.oneof(
  hard,
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((s) => /\p{L}/u.test(s)),
);
const cleaned = (name: string) => name.replace(/[\s\p{Cc}\ufffe\uffff›]+/gu, ' ').trim();
export const books = fc
  .array(
    fc.record({
      name: words.map(cleaned).filter((name) => name !== ''),
      parent: fc.nat(100),
      definition: fc.oneof(fc.constant(''), words, fc.constant('Two\nlines, "quoted"\r\n\r\n<b>&amp;</b>')),
      colour: fc.constantFrom(...PALETTE),
      retired: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((wanted) => {
    const codes: Code[] = [];
    for (const [i, { parent, ...code }] of wanted.entries()) {
      const parentId = parent % (i + 1) === i ? null : `c${parent % (i + 1)}`;
      const level = new CodeTree(codes);
      if ((parentId !== null && !level.get(parentId)) || level.named(parentId, code.name)) continue;
      codes.push({
        ...code,
        id: `c${i}`,
        parentId,
        position: level.children(parentId).length,
        examples: [],
        createdAt: NOW,
        updatedAt: NOW,
      });
    }
    return codes;
  })
  .filter((codes) => codes.length > 0);

export const code = (id: string, parentId: string | null, name: string, definition: string, position = 0): Code => ({
  id,
  parentId,
  name,
  definition,
  colour: '#3f76d8',
  position,
  retired: false,
  examples: [],
  createdAt: NOW,
  updatedAt: NOW,
});

export const variable = (id: string, fields: Partial<Variable>): Variable => ({
  id,
  kind: 'claim',
  name: id,
  definition: '',
  type: 'short-text',
  options: [],
  initial: null,
  required: false,
  position: 0,
  retired: false,
  createdAt: NOW,
  updatedAt: NOW,
  ...fields,
});
