import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted, removedWith, shown } from '../../src/main/handlers/labels.ts';
import { counted } from '../../src/shared/text/counted.ts';
import { oneLine } from '../../src/shared/text/shorten.ts';

const characters = (text: string): number => [...new Intl.Segmenter('en').segment(text)].length;

test.each([
  ['Velia', 'Velia'],
  ['  two\r\n  lines ', 'two lines'],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), `${'x'.repeat(39)}…`],
  [`${'x'.repeat(38)} and more`, `${'x'.repeat(38)}…`],
  ['👩‍👩‍👧'.repeat(50), `${'👩‍👩‍👧'.repeat(39)}…`],
  ['', ''],
])('%j is quoted as %j', (words, label) => {
  expect(shown(words)).toBe(label);
});

test('what is shortened is never longer than asked, and begins as it did', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 2, max: 60 }), (words, most) => {
      const label = shown(words, most);
      const line = oneLine(words);
      expect(characters(label)).toBeLessThanOrEqual(most);
      expect(line.startsWith(label.replace(/…$/u, '')) || label === line).toBe(true);
      if (characters(line) <= most) expect(label).toBe(line);
    }),
  );
});

test('a span is quoted by its fragments', () => {
  expect(
    quoted('Velia repeats its offer', [
      { start: 0, end: 5 },
      { start: 18, end: 23 },
    ]),
  ).toBe('Velia … offer');
  expect(quoted('word '.repeat(50_000), [{ start: 0, end: 250_000 }])).toMatch(/^(word ){7}word…$/u);
});

test.each([
  ['“A settlement is possible,”', 'A settlement is possible,'],
  ['“A settlement', 'A settlement'],
  ['"straight"', 'straight'],
  ['at “any hour”', 'at “any hour”'],
  ['“one” and “two”', '“one” and “two”'],
  ['Velia’s offer', 'Velia’s offer'],
])('%s is quoted as %s', (words, label) => {
  expect(quoted(words, [{ start: 0, end: words.length }])).toBe(label);
});

test('counts read well', () => {
  expect(counted(1, 'article')).toBe('1 article');
  expect(counted(2300, 'article')).toBe('2,300 articles');
  expect(removedWith(0, 'link', 1)).toBe('');
  expect(removedWith(2, 'link', 3)).toBe('2 links were removed with them.');
});
