import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../src/renderer/editor/sections.ts';
import type { Paragraph } from '../../src/shared/text/paragraphs.ts';

/** Paragraphs of these lengths, a blank line between each two. */
function ofLengths(lengths: readonly number[]): Paragraph[] {
  let next = 0;
  return lengths.map((length) => {
    const start = next;
    next += length + 2;
    return { start, end: start + length };
  });
}

const lengths = fc.array(fc.oneof(fc.nat(300), fc.nat(30_000)), { minLength: 1, maxLength: 200 });

describe('sections', () => {
  it('hold every paragraph once, in order', () => {
    fc.assert(
      fc.property(lengths, (given) => {
        const sections = sectionsOf(ofLengths(given));
        let next = 0;
        for (const { first, end } of sections) {
          expect(first).toBe(next);
          expect(end).toBeGreaterThan(first);
          next = end;
        }
        expect(next).toBe(given.length);
      }),
    );
  });

  it('are neither many nor large', () => {
    fc.assert(
      fc.property(lengths, (given) => {
        const sections = sectionsOf(ofLengths(given));
        const units = given.reduce((sum, length) => sum + length, 0);
        expect(sections.length).toBeLessThanOrEqual(units / 8000 + given.length / 40 + 1);
        for (const { first, end } of sections) {
          expect(end - first).toBeLessThanOrEqual(40);
          // Without its last paragraph, which may be of any length, it is small.
          expect(given.slice(first, end - 1).reduce((sum, length) => sum + length, 0)).toBeLessThan(8000);
        }
      }),
    );
  });

  it('leave an ordinary news article in one piece', () => {
    expect(sectionsOf(ofLengths(Array.from({ length: 30 }, () => 150)))).toEqual([{ first: 0, end: 30 }]);
  });
});
