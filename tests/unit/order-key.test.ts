import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWords } from '../../src/shared/text/fold.ts';
import { KEY_MARK, orderKey } from '../../src/shared/text/order-key.ts';

const sorted = (titles: readonly string[]) =>
  [...titles].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : orderKey(a) > orderKey(b) ? 1 : 0));

describe('what titles are sorted and found by', () => {
  test('numbers count by their size', () => {
    const titles = [
      '',
      '7 days',
      '16 days',
      '110 days',
      'Report',
      'Report 9',
      'Report 167',
      'Report 167, again',
      'report 1007',
    ];
    expect(sorted(titles.toReversed())).toEqual(titles);
    expect(sorted(['Day 07', 'Day 7', 'Day 8', 'Day 007'])).toEqual(['Day 007', 'Day 07', 'Day 7', 'Day 8']);
    expect(sorted(['v1.10', 'v1.9', 'v1.10.2', 'v1.10.11'])).toEqual(['v1.9', 'v1.10', 'v1.10.2', 'v1.10.11']);
    expect(sorted(['0', '00', '1'])).toEqual(['0', '00', '1']);
  });

  test('what has no number is its folded words', () => {
    expect(orderKey('Solène')).toBe('solene');
    expect(orderKey('')).toBe('');
  });

  test('any two numbers in the same words come by their size, however long', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 60n });
    fc.assert(
      fc.property(number, number, fc.constantFrom('', ' days', '. Report'), (a, b, rest) => {
        fc.pre(a !== b);
        expect(orderKey(`No ${a}${rest}`) < orderKey(`No ${b}${rest}`)).toBe(a < b);
      }),
    );
  });

  test('the words are found in the key as they are in the folded words', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '2', '3', '0'), maxLength: 8 });
    fc.assert(
      fc.property(part, part, (title, query) => {
        const [key, wanted] = [orderKey(title), foldWords(query)];
        expect(key.includes(wanted)).toBe(foldWords(title).includes(wanted));
        const begins = key.startsWith(wanted) || key.includes(`${KEY_MARK}${wanted}`);
        expect(begins).toBe(foldWords(title).startsWith(wanted));
      }),
    );
  });
});
