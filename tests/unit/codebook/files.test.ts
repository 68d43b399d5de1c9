import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookCode } from '../../../src/shared/codebook/files/book.ts';
import { writeCsv } from '../../../src/shared/codebook/files/csv-write.ts';
import { writeJson } from '../../../src/shared/codebook/files/json.ts';
import { writeQdc } from '../../../src/shared/codebook/files/qdc-write.ts';
import { readBook } from '../../../src/shared/codebook/files/read.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import { books, code, codesIn, readInto, told } from './file-support.ts';

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

function countCodes(codes: readonly BookCode[]): number {
  return codes.reduce((sum, code) => sum + 1 + countCodes(code.under), 0);
}

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
