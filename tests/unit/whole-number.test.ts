import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWholeNumber } from '../../src/shared/text/whole-number.ts';

test.each([
  ['12', 12],
  [' 12 ', 12],
  ['-3', -3],
  ['−3', -3],
  ['+3', 3],
  ['007', 7],
  ['1.5', null],
  ['1,5', null],
  ['1e2', null],
  ['--3', null],
  ['twelve', null],
  ['99999999999999999999', null],
  ['-', null],
  ['', null],
])('“%s” is read as %s', (typed, number) => {
  expect(readWholeNumber(typed)).toBe(number);
});

test('reads what is written of it', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      expect(readWholeNumber(String(number))).toBe(number);
    }),
  );
});
