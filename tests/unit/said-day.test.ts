import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDay } from '../../src/shared/text/day.ts';
import { saidDay } from '../../src/shared/text/said-day.ts';

test.each([
  ['2031-03-11', '2031-03-11'],
  [' 11 March 2031 ', '2031-03-11'],
  ['March 11, 2031', '2031-03-11'],
  ['today', '2031-03-14'],
  ['Yesterday', '2031-03-13'],
  ['-3', '2031-03-11'],
  // 14 March 2031 is a Friday.
  ['Tuesday', '2031-03-11'],
  ['thu', '2031-03-13'],
  ['friday', '2031-03-14'],
  ['-7', '2031-03-07'],
  ['sat', '2031-03-08'],
  ['2031-02-30', null],
  ['03/04/2031', null],
  ['11 March 2031 or so', null],
  ['soon', null],
  ['t', null],
  ['', null],
])('“%s” in an article of 14 March 2031 is %s', (typed, day) => {
  expect(saidDay(typed, '2031-03-14')).toBe(day);
});

test('without the article’s own day nothing is counted from it', () => {
  expect(saidDay('yesterday', '')).toBeNull();
  expect(saidDay('Tuesday', '')).toBeNull();
  expect(saidDay('2031-03-11', '')).toBe('2031-03-11');
});

test('gives days of the calendar alone, and a day as it is written', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const day = saidDay(typed, '2031-03-14');
      if (day !== null) expect(isDay(day)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.date({ min: new Date('1500-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(saidDay(day, '')).toBe(day);
    }),
  );
});
