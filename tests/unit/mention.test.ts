import { describe, expect, it } from 'vitest';
import { isSameMention } from '../../src/shared/text/mention.ts';
import { find } from '../api/support/core.ts';

describe('two spans mention the same one', () => {
  it.each([
    ['Minister Ana Quill', 'Ana Quill', true],
    ['the Velian foreign minister Ana Quill', 'Ana Quill', true],
    ['the EU', 'EU', true],
    ['Viktor Land, the envoy of Oster', 'Viktor Land', true],
    ['The envoy of Oster', 'Oster', false],
    ['die Sprecherin der Liga', 'Liga', false],
    ['a spokesman for Hale', 'Hale', false],
    ['Oster’s envoy', 'Oster', false],
    ['the mayor’s office', 'mayor', false],
    ['the new Oster’s Hale', 'Hale', false],
  ])('%s and %s: %s', (outer, inner, expected) => {
    const [a, b] = [[find(outer, outer)], [find(outer, inner)]];
    expect(isSameMention(outer, a, b)).toBe(expected);
    expect(isSameMention(outer, b, a)).toBe(expected);
  });

  it('not where they share nothing, or only an end of each', () => {
    const text = 'Ana Quill and Taro Hale of Lund';
    expect(isSameMention(text, [find(text, 'Ana Quill')], [find(text, 'Taro Hale')])).toBe(false);
    expect(isSameMention(text, [find(text, 'Ana Quill and Taro')], [find(text, 'Taro Hale of Lund')])).toBe(false);
  });
});
