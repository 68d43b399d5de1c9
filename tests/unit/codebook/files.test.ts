import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/shared/change/change.ts';
import { countCodes } from '../../../src/shared/codebook/files/book.ts';
import { writeCsv } from '../../../src/shared/codebook/files/csv-write.ts';
import { guidOf } from '../../../src/shared/codebook/files/guid.ts';
import { writeJson } from '../../../src/shared/codebook/files/json.ts';
import { planBook } from '../../../src/shared/codebook/files/plan.ts';
import { writeQdc } from '../../../src/shared/codebook/files/qdc-write.ts';
import { readBook } from '../../../src/shared/codebook/files/read.ts';
import { PALETTE } from '../../../src/shared/codebook/colours.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import type { Code } from '../../../src/shared/model/code.ts';
import type { Variable } from '../../../src/shared/model/variable.ts';
import { NOW } from './support.ts';

const EMPTY = new CodeTree([]);

/** A codebook as told by records, and what reading a text into an empty one gives. */
function told(codes: Iterable<Code>) {
  const tree = new CodeTree(codes);
  return tree
    .ordered()
    .map(({ id, definition, colour, retired }) => ({ path: tree.path(id), definition, colour, retired }));
}
function readInto(text: string, tree = EMPTY, variables: readonly Variable[] = [], both: 'keep' | 'take' = 'keep') {
  let count = 0;
  const options = { both, now: NOW, newId: () => `new${++count}`, isClaim: (id: string) => id.startsWith('claim') };
  return planBook(tree, variables, readBook(text), options);
}
const codesIn = (changes: readonly Change[]): Code[] =>
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
const books = fc
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

describe('what is written reads back', () => {
  it.each([
    ['qdc', (tree: CodeTree) => writeQdc(tree, '1.0')],
    ['csv', (tree: CodeTree) => writeCsv(tree, new Map())],
    ['json', (tree: CodeTree) => writeJson(tree, [], new Map())],
  ])('as %s', (_, write) => {
    fc.assert(
      fc.property(books, (codes) => {
        const tree = new CodeTree(codes);
        const text = write(tree);
        expect(told(codesIn(readInto(text).changes))).toEqual(told(codes));
        // Read into itself it changes nothing.
        expect(readInto(text, tree, [], 'take')).toMatchObject({
          changes: [],
          added: [],
          differing: [],
          same: codes.length,
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('the table', () => {
  it('runs no formula in a spreadsheet, and says the same to another reader', () => {
    fc.assert(
      fc.property(books, (codes) => {
        const text = writeCsv(new CodeTree(codes), new Map([['c0', 3]]));
        expect(text.startsWith('\ufeff')).toBe(true);
        const rows = parse(text, { bom: true }) as string[][];
        expect(rows).toHaveLength(codes.length + 1);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it.each([
    ['with semicolons and a byte order mark', '\ufeffName;Parent;Definition\nTruce;War;"Arms; rest"\nWar;;\n'],
    ['with tabs and levels', 'level 1\tlevel 2\tDescription\nWar\t\t\nWar\tTruce\tArms; rest\n'],
    ['with a path in NVivo’s way', 'Code,Path,Memo\nTruce,War\\Truce,Arms; rest\nWar,War,\n'],
  ])('is read %s', (_, text) => {
    const book = readBook(text);
    expect(book.codes).toMatchObject([{ name: 'War', under: [{ name: 'Truce', definition: 'Arms; rest' }] }]);
  });

  it.each([
    ['a code named twice', 'name,parent\nTruce,War\nWar,\ntruce,war\n', 'is there twice: in lines 2 and 4'],
    [
      'a circle',
      'name,parent\nA,B\nB,C\nC,A\n',
      'The codes “A”, “B”, “C” stand under each other in a circle (lines 2, 3, 4).',
    ],
    ['itself as parent', 'name,parent\nA,A\n', '“A” stands under itself (line 2).'],
    ['no name column', 'x,y\n1,2\n', 'No column of the file is headed “name”'],
    ['a row without a name', 'name,parent\n,War\n', 'Line 2: a code has no name.'],
    ['an open quote', 'name,parent\n"A,B\n', 'The file is broken: line 2'],
    ['no rows', 'name,parent\n', 'There are no codes in the file.'],
    ['nothing', '', 'The file is empty.'],
    [
      'a parent that may be two',
      'name,parent\nA,X › T\nT,B\nT,C\nK,T\n',
      'there are 2 codes “T” under which “K” could stand',
    ],
  ])('is refused with %s', (_, text, message) => {
    expect(() => readBook(text)).toThrow(message);
  });
});

const qdc = (inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 2.1">${inside}</CodeBook>`;
const GUID = 'guid="0000aaaa-0000-0000-0000-000000000000"';

describe('a .qdc of another program', () => {
  it('is read with its sets, odd colours and headings named', () => {
    const text = qdc(`<Codes>
      <Code ${GUID} name="War" isCodable="false"><Description>
          Fighting.
        </Description><Code ${GUID} name="Truce" isCodable="true" color="#f00"/></Code>
      <Code ${GUID} name="Old" isCodable="false" color="red"/>
    </Codes><Sets><Set ${GUID} name="S"><MemberCode ${GUID}/></Set></Sets>`);
    const book = readBook(text);
    expect(book.what).toBe('REFI-QDA codebook (Other 2.1)');
    expect(book.codes).toMatchObject([
      { name: 'War', retired: false, definition: 'Fighting.', under: [{ name: 'Truce', colour: '#ff0000' }] },
      { name: 'Old', retired: true, colour: null },
    ]);
    expect(book.losses.map(({ what, count }) => [what, count])).toEqual([
      ['Headings that aren’t coded with', 1],
      ['Colours that can’t be read', 1],
      ['Sets of codes', 1],
    ]);
  });

  it.each([
    ['cut off', '<CodeBook><Codes><Code name="A">', 'The file is broken: line 1'],
    ['of another kind', '<html></html>', 'there is no codebook in it'],
    [
      'with a document type',
      qdc('<Codes/>').replace('?>', '?>\n<!DOCTYPE CodeBook [<!ENTITY a "aaaa">]>'),
      'The file is not read: line 2 brings a document type, which a codebook doesn’t need and can misuse.',
    ],
    ['empty', qdc('<Codes></Codes>'), 'The codebook in the file is empty.'],
    ['with a code without a name', qdc(`<Codes><Code ${GUID}/></Codes>`), 'Line 1: a code has no name.'],
    ['with a blank name', qdc(`<Codes><Code name=" "/></Codes>`), 'Line 1: A code needs a name.'],
    [
      'with a code twice',
      qdc(`<Codes><Code name="A"/><Code name="a"/></Codes>`),
      'The code “a” is there twice at the top.',
    ],
    [
      'with entities of its own',
      '<!DOCTYPE a [<!ENTITY x "y">]><CodeBook><Codes><Code name="&x;"/></Codes></CodeBook>',
      'brings a document type',
    ],
    [
      'without end',
      `<CodeBook><Codes>${'<Code name="A">'.repeat(70)}${'</Code>'.repeat(70)}</Codes></CodeBook>`,
      'more than 60 levels deep',
    ],
  ])('is refused when it is %s', (_, text, message) => {
    expect(() => readBook(text)).toThrow(message);
  });
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
});

const code = (id: string, parentId: string | null, name: string, definition: string, position = 0): Code => ({
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

it('what is there and differs is told, and taken only when asked', () => {
  const tree = new CodeTree([code('w', null, 'War', 'Old.'), code('t', 'w', 'Truce', 'Same.')]);
  const text = 'parent,name,definition,colour\n,WAR,New.,#111111\nWar,Truce,Same.,\nWar › Truce,Long,,\n';
  const kept = readInto(text, tree);
  expect(kept).toMatchObject({
    added: ['WAR › Truce › Long'],
    differing: [{ name: 'WAR', what: 'another definition, colour #111111' }],
    same: 1,
  });
  expect(kept.changes).toHaveLength(1);
  expect(codesIn(kept.changes)[0]).toMatchObject({ parentId: 't', colour: '#3f76d8' });
  const taken = readInto(text, tree, [], 'take');
  expect(codesIn(taken.changes).find(({ id }) => id === 'w')).toMatchObject({ name: 'War', definition: 'New.' });
});

it('GUIDs are the ids where those are GUIDs, and else always the same, of the right shape, one each', () => {
  const own = '019A0000-0000-7000-8000-0123456789ab';
  expect(guidOf(own)).toBe(own.toLowerCase());
  const made = Array.from({ length: 500 }, (_, i) => guidOf(`id-${i}`));
  for (const guid of made)
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(made).size).toBe(500);
  expect(guidOf('id-7')).toBe(made[7]);
});

it('2,000 codes are read in a moment', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => `${i < 40 ? '' : `Code ${i % 40}`},Code ${i},Definition ${i}`);
  const text = `parent,name,definition\n${rows.join('\n')}\n`;
  const started = performance.now();
  const book = readBook(text);
  expect(countCodes(book.codes)).toBe(2000);
  const { changes } = readInto(text);
  expect(changes).toHaveLength(2000);
  expect(performance.now() - started).toBeLessThan(2000);
});
