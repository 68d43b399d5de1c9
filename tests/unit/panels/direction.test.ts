import { expect, test } from 'vitest';
import { isRightToLeft } from '../../../src/renderer/panels/parts/direction.ts';

test.each([
  ['Velia', false],
  ['«ولّيا»', true],
  ['3 שלום', true],
  ['Velia שלום', false],
  ['外交部', false],
  ['2031', false],
  ['', false],
])('%s: %s', (words, wanted) => {
  expect(isRightToLeft(words)).toBe(wanted);
});
