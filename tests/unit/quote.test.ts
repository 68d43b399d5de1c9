import { expect, test } from 'vitest';
import { bringsQuotes, inQuotes, withoutOuterQuotes } from '../../src/shared/text/quote.ts';

test.each([
  ['“A settlement is possible,”', 'A settlement is possible,'],
  ['“A settlement', 'A settlement'],
  ['"straight"', 'straight'],
  [' «guillemets» ', 'guillemets'],
  ['at “any hour”', 'at “any hour”'],
  ['“one” and “two”', '“one” and “two”'],
  ['Velia’s offer', 'Velia’s offer'],
  ['', ''],
])('%j without its outer quotation marks is %j', (words, bare) => {
  expect(withoutOuterQuotes(words)).toBe(bare);
});

test.each([
  ['Velia’s offer', '“Velia’s offer”'],
  ['at “any hour”', 'at “any hour”'],
  ['it said "no"', 'it said "no"'],
  ['', '“”'],
])('%j is quoted as %j', (words, quoted) => {
  expect(inQuotes(words)).toBe(quoted);
});

test('an apostrophe is no quotation', () => {
  expect(bringsQuotes('Lund’s assembly')).toBe(false);
  expect(bringsQuotes('„Nein“')).toBe(true);
});
