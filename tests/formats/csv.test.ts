import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvError, csvLine, csvRecords, guardFormula, unguardFormula } from '../../src/shared/formats/csv.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('"', ',', '\r', '\n', '\r\n', "'", '=', '+', '-', '@', '\t', 'a', ' ', '＝', '\uFEFF'), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }));

function reading(text: string): () => unknown {
  return () => [...csvRecords(text)];
}

describe('CSV', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => csvLine(row)).join('');
        expect([...csvRecords(text)].map((record) => record.cells)).toEqual(rows);
      }),
    );
  });

  it('is what another program reads', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => csvLine(row)).join('');
        expect(parse(text, { record_delimiter: '\r\n' })).toEqual(rows);
      }),
    );
  });

  it('writes numbers, true and nothing', () => {
    expect(csvLine([1, true, null, '', 'a,b', 'say "x"'])).toBe('1,true,,,"a,b","say ""x"""\r\n');
  });

  it('takes line ends of any system and an end without one, and passes over empty lines', () => {
    const records = [...csvRecords('a,b\n1,2\r\n\r\n3,4\r"5\r\n5",6')];
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [4, '3', '4'],
      [5, '5\r\n5', '6'],
    ]);
    expect([...csvRecords('""\na')].map((record) => record.cells)).toEqual([[''], ['a']]);
    expect([...csvRecords('a,')].map((record) => record.cells)).toEqual([['a', '']]);
  });

  it('names the line of a quote that is never closed, or closed too soon', () => {
    expect(reading('a\n"b\n\n')).toThrow(expect.objectContaining({ line: 2, name: 'CsvError' }));
    expect(reading('a\n"b\nc"d')).toThrow(expect.objectContaining({ line: 3 }));
    expect(reading('"')).toThrow(CsvError);
  });
});

describe('the guard against formulas', () => {
  it('is put before all that a spreadsheet could run', () => {
    for (const formula of ['=1+1', '+1', '-x', '@a', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''-1"]) {
      expect(guardFormula(formula)).toBe(`'${formula}`);
    }
    for (const plain of ['', 'a=1', "'tis", '1-2', ' =1']) expect(guardFormula(plain)).toBe(plain);
  });

  it('is undone exactly', () => {
    fc.assert(
      fc.property(cell, (any) => {
        expect(unguardFormula(guardFormula(any))).toBe(any);
      }),
    );
  });
});
