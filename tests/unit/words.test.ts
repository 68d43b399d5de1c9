import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../src/shared/text/words.ts';

describe('countWords', () => {
  test.each([
    ['', 0],
    [' \r\n\t— … “ ”', 0],
    ['The talks go on.', 4],
    ['It’s a cease-fire, isn’t it?', 5],
    ['Prices rose 1,200.50 in the U.S. on Monday', 8],
    ['Velia,Maren', 2],
    ['cafe\u0301 naïve', 2],
    ['👍 yes 👍🏿', 1],
    ['外务大臣', 4],
    ['Tokyo 東京', 3],
    ['وقال وزير الخارجية', 3],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  test('the words of two texts with a blank between add up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(countWords(`${a} \n ${b}`)).toBe(countWords(a) + countWords(b));
      }),
    );
  });
});
