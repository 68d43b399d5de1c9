import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/shared/codebook/files/csv-write.ts';
import { readBook } from '../../../src/shared/codebook/files/read.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import { books } from './file-support.ts';

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

it('has no name that a code can’t have, and counts each once', () => {
  const { codes, losses } = readBook('name,parent,definition\nchild,A › B,z\nA › B,,x\n"  Two   words ",,y\nTRUCE,,\n');
  expect(codes).toMatchObject([
    { name: 'A > B', definition: 'x', under: [{ name: 'child', definition: 'z' }] },
    { name: 'Two words', definition: 'y' },
    { name: 'TRUCE' },
  ]);
  expect(losses).toMatchObject([{ what: 'Names with › in them', count: 1 }]);
  // A code is called as its own row has it, not as a row under it does.
  expect(readBook('name,parent\nCamps,truce\nTruce,\n').codes).toMatchObject([{ name: 'Truce' }]);
});

it('says which columns it has no place for, and reads its own without a word', () => {
  expect(readBook('Name,Notes,Status,\nTalks,n,s,\n').losses.map(({ what }) => what)).toEqual([
    'Column “Notes”',
    'Column “Status”',
  ]);
  expect(readBook(writeCsv(new CodeTree([]), new Map()) + ',Talks,,,no,3\r\n').losses).toEqual([]);
});

it('is refused in plain words when its codes stand under each other without end', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `n${i},n${i + 1}`);
  expect(() => readBook(`name,parent\n${rows.join('\n')}\n`)).toThrow('more than 60 levels deep');
});
