import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCharacterBoundary } from '../../src/shared/text/characters.ts';
import { nudge } from '../../src/shared/text/nudge.ts';
import { normaliseSpan, spanProblem, spanText } from '../../src/shared/text/span.ts';

const text = 'The Foreign Minister, Adra Solène, arrived 👨‍👩‍👧‍👦 today.';
const span = [{ start: text.indexOf('Minister'), end: text.indexOf('Minister') + 8 }];

describe('nudge', () => {
  it('moves either end by word', () => {
    expect(spanText(text, nudge(text, span, 'end', 'word', 1))).toBe('Minister, Adra');
    expect(spanText(text, nudge(text, span, 'start', 'word', -1))).toBe('Foreign Minister');
    const two = nudge(text, span, 'start', 'word', -1);
    expect(spanText(text, nudge(text, two, 'end', 'word', -1))).toBe('Foreign');
    expect(spanText(text, nudge(text, two, 'start', 'word', 1))).toBe('Minister');
  });

  it('moves either end by character, an emoji being one', () => {
    const end = text.indexOf('👨');
    const before = [{ start: end - 8, end }];
    expect(spanText(text, nudge(text, before, 'end', 'character', 1))).toBe('arrived 👨‍👩‍👧‍👦');
    expect(spanText(text, nudge(text, before, 'end', 'character', -1))).toBe('arrived');
  });

  it('keeps the same span when it can’t move', () => {
    const all = [{ start: 0, end: text.length }];
    expect(nudge(text, all, 'start', 'character', -1)).toBe(all);
    expect(nudge(text, all, 'end', 'word', 1)).toBe(all);
    expect(nudge(text, span, 'end', 'word', -1)).toBe(span);
    const one = [{ start: 0, end: 1 }];
    expect(nudge(text, one, 'end', 'character', -1)).toBe(one);
  });

  it('finds words far away', () => {
    const far = `one ${' — '.repeat(900)} two`;
    expect(nudge(far, [{ start: 0, end: 3 }], 'end', 'word', 1)).toEqual([{ start: 0, end: far.length }]);
    expect(nudge(far, [{ start: far.length - 3, end: far.length }], 'start', 'word', -1)).toEqual([
      { start: 0, end: far.length },
    ]);
  });

  it('always gives a sound span whose other ends stayed', () => {
    const messy = fc
      .array(fc.constantFrom('ab', ' ', '.', '👍🏿', 'e\u0301', '\r\n', '国家', 'אב'), { minLength: 4, maxLength: 30 })
      .map((pieces) => pieces.join(''));
    const arbitrary = messy.chain((text) => {
      const cuts = [...new Intl.Segmenter('und').segment(text)].map((s) => s.index).concat(text.length);
      return fc.record({
        text: fc.constant(text),
        cuts: fc.uniqueArray(fc.constantFrom(...cuts), { minLength: 2, maxLength: 6 }),
        edge: fc.constantFrom('start' as const, 'end' as const),
        by: fc.constantFrom('word' as const, 'character' as const),
        step: fc.constantFrom(1 as const, -1 as const),
      });
    });
    fc.assert(
      fc.property(arbitrary, ({ text, cuts, edge, by, step }) => {
        const sorted = cuts.toSorted((a, b) => a - b);
        const span = normaliseSpan(
          sorted.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: sorted[i + 1] ?? start }] : [])),
        );
        const moved = nudge(text, span, edge, by, step);
        expect(spanProblem(text, moved)).toBeNull();
        expect(moved).toHaveLength(span.length);
        const at = edge === 'start' ? moved[0]?.start : moved.at(-1)?.end;
        const was = edge === 'start' ? span[0]?.start : span.at(-1)?.end;
        expect(isCharacterBoundary(text, at ?? -1)).toBe(true);
        if (moved !== span) expect(Math.sign((at ?? 0) - (was ?? 0))).toBe(step);
      }),
    );
  });
});
