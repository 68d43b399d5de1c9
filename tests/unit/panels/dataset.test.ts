import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, columnsWith, columnWidth } from '../../../src/renderer/panels/dataset/columns.ts';
import { PageCache, pagesOf } from '../../../src/renderer/panels/dataset/pages.ts';

const PAGE = 200;

describe('pages of a long table', () => {
  test('cover every row in sight and none beyond the end', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(300), fc.nat(5000), (first, more, total) => {
        const last = first + more;
        const pages = pagesOf(first, last, total, PAGE);
        for (let row = first; row <= Math.min(last, total - 1); row++) expect(pages).toContain(Math.floor(row / PAGE));
        for (const page of pages) expect(page * PAGE).toBeLessThan(Math.max(total, 1));
      }),
    );
    expect(pagesOf(0, 10, 0, PAGE)).toEqual([]);
  });

  test('the least recently wanted page is forgotten first', () => {
    const cache = new PageCache<string>(PAGE, 2);
    cache.put(0, ['a']);
    cache.put(1, ['b']);
    cache.touch(0);
    cache.put(2, ['c']);
    expect([cache.has(0), cache.has(1), cache.has(2)]).toEqual([true, false, true]);
    expect(cache.row(0)).toBe('a');
    expect(cache.row(PAGE)).toBeUndefined();
    expect(cache.row(2 * PAGE)).toBe('c');
    expect(cache.row(2 * PAGE + 1)).toBeUndefined();
  });
});

const width = (name: string) => columnWidth({ name, description: '', type: 'string' });

describe('cells', () => {
  test('stay one line and say what they hold', () => {
    expect(cellText(null)).toBe('');
    expect(cellText(true)).toBe('true');
    expect(cellText(0)).toBe('0');
    expect(cellText('a\r\nb\rc')).toBe('a ↵ b ↵ c');
  });

  test('a long text is cut without splitting a character', () => {
    const text = cellText(`${'x'.repeat(399)}😀 and on`);
    expect(text).toBe(`${'x'.repeat(399)}…`);
  });

  test('no heading is wider than its column', () => {
    const column = { name: 'start_codepoint_of_the_hull', description: '', type: 'integer' } as const;
    expect(columnWidth(column)).toBeGreaterThanOrEqual(column.name.length * 8);
  });

  test('columns are found by their names and what they hold', () => {
    const columns = [
      { name: 'var_stance', description: 'Variable of claims: Stance. Émigré’s view.', type: 'string' },
      { name: 'cue_utf16', description: 'Offsets of the cue.', type: 'string' },
    ] as const;
    expect(columnsWith(columns, '')).toBe(columns);
    expect(columnsWith(columns, 'STANCE emigre').map(({ name }) => name)).toEqual(['var_stance']);
    expect(columnsWith(columns, 'cue stance')).toEqual([]);
  });

  test('ids take little room, and words much', () => {
    for (const id of ['claim_id', 'claimant_ids', 'text_sha256']) expect(width(id)).toBeLessThan(100);
    expect(width('claim')).toBeGreaterThan(4 * width('claim_id'));
    expect(width('claimants')).toBeGreaterThan(width('claimant_ids'));
  });
});
