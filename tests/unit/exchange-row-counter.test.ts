import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowCounterFor } from '../../src/main/exchange/row-counter.ts';

function count(path: string, pieces: readonly string[]): number | undefined {
  const counter = rowCounterFor(path);
  for (const piece of pieces) counter?.add(piece);
  return counter?.rows();
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

describe('row counter', () => {
  it('counts CSV records, not lines and not the header', () => {
    expect(count('a.csv', ['id,words\n', '1,"two\nlines"\n2,"a ""quoted"" word"\n'])).toBe(2);
    expect(count('a.csv', ['id\n'])).toBe(0);
    expect(count('a.csv', [])).toBe(0);
  });

  it('counts a last line without its end', () => {
    expect(count('a.jsonl', ['{}\n{}'])).toBe(2);
    expect(count('a.csv', ['id\r\n1\r\n2'])).toBe(2);
  });

  it('knows no rows of other files', () => {
    expect(rowCounterFor('text/a.txt')).toBeNull();
  });

  it('counts any table, however its text is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (rows, cuts) => {
          const text = [['a', 'b'], ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
          const pieces: string[] = [];
          for (let at = 0, i = 0; at < text.length; i++) {
            const length = cuts[i % cuts.length] ?? 1;
            pieces.push(text.slice(at, at + length));
            at += length;
          }
          expect(count('a.csv', pieces)).toBe(rows.length);
        },
      ),
    );
  });
});
