import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialKey, looseKeys } from '../../../src/shared/resolve/keys.ts';

test.each([
  ['Adra Solène', '.a solene'],
  ['A. Solène', '.a solene'],
  ['Solène', ''],
  // Adlam: two units a letter.
  ['𞤀𞤣𞤢𞤥 𞤔𞤢𞤤', '.𞤢 𞤶𞤢𞤤'],
  ['🚀 Crew', '.🚀 crew'],
])('the initials of “%s” are %s', (name, key) => {
  expect(initialKey(name)).toBe(key);
});

test('every key can be stored: none has half a character', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 }), (names) => {
      const [name = '', ...aliases] = names;
      for (const key of looseKeys({ category: 'person', name, aliases })) expect(key).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
