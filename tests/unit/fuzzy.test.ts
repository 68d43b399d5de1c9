import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzyScore } from '../../src/shared/text/fuzzy.ts';

describe('fuzzyScore', () => {
  test.each([
    ['next', 'Next article'],
    ['art', 'Next article'],
    ['nex art', 'Next article'],
    ['na', 'Next article'],
    ['solene', 'Adra Solène'],
    ['TAG', 'Tag as claim'],
  ])('%j finds %j', (typed, words) => {
    expect(fuzzyScore(typed, words)).toBeGreaterThan(0);
  });

  test.each([
    ['xyz', 'Next article'],
    ['next dog', 'Next article'],
    ['', 'Next article'],
    ['tn', 'Next article'],
    ['z', ''],
  ])('%j doesn’t find %j', (typed, words) => {
    expect(fuzzyScore(typed, words)).toBe(0);
  });

  test('puts the whole before the beginning, that before a word’s, that before what is within', () => {
    const order = ['Port', 'Port Maren', 'Left Port', 'Import'].map((words) => fuzzyScore('port', words));
    expect(order).toEqual(order.toSorted((x, y) => y - x));
    expect(new Set(order).size).toBe(4);
  });

  test('finds any words by themselves', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (words) => {
        const score = fuzzyScore(words, words);
        expect(Number.isFinite(score)).toBe(true);
        if (/^[a-z]+$/.test(words)) expect(score).toBeGreaterThan(100);
      }),
    );
  });
});
