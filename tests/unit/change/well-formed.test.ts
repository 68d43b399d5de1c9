import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../../src/shared/change/change.ts';
import { wellFormed } from '../../../src/shared/change/well-formed.ts';

const changeTo = (after: unknown): Change => ({ record: 'code', id: 'c', before: null, after }) as Change;

test('half a character becomes U+FFFD, wherever it stands; the rest stays', () => {
  const given = { name: 'a\ud83d', list: ['🚀', '\udc4d'], deep: { text: 'x', n: 1, none: null } };
  expect(wellFormed(changeTo(given)).after).toEqual({
    name: 'a\ufffd',
    list: ['🚀', '\ufffd'],
    deep: { text: 'x', n: 1, none: null },
  });
});

test('what is well formed stays the very same object', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const change = changeTo({ value });
      expect(wellFormed(change)).toBe(change);
    }),
  );
});
