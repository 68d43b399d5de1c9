import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acronymOf, longForms } from '../../../src/shared/resolve/acronyms.ts';
import { bareWords, squashed } from '../../../src/shared/resolve/bare.ts';
import { wordsOfLanguage } from '../../../src/shared/resolve/data/languages.ts';
import { distance, likeness, nameLikeness, sound, spelling } from '../../../src/shared/resolve/sound.ts';
import { withoutTitle } from '../../../src/shared/resolve/title.ts';
import { foldWords } from '../../../src/shared/text/fold.ts';

const english = wordsOfLanguage('en-GB');

test.each([
  ['the Kestrel Bay Forum (KBF)', 'Kestrel Bay Forum'],
  ['“Velia’s”', 'Velia'],
  ['Harbour Workers’', 'Harbour Workers'],
  ['The\n Hague,', 'Hague'],
  ['(KBF)', 'KBF'],
  ['the', 'the'],
  ['U.S.', 'U.S.'],
  ['’s', '’s'],
])('“%s” is named %s', (words, bare) => {
  expect(bareWords(words)).toBe(bare);
});

test.each([
  ['Foreign Minister Adra Solène', 'Adra Solène', 'Foreign Minister'],
  ['Velia’s foreign minister, Adra Solène', 'Adra Solène', 'Velia’s foreign minister'],
  ['former Deputy Prime Minister Yuri Halik', 'Yuri Halik', 'former Deputy Prime Minister'],
  ['Gen. Halik', 'Halik', 'Gen.'],
  ['Adra Solène, the foreign minister', 'Adra Solène', 'the foreign minister'],
  ['Corin Smith MP', 'Corin Smith', 'MP'],
  ['ex-President Halik', 'Halik', 'ex-President'],
  ['Velia’s then-Foreign Minister Adra Solène', 'Adra Solène', 'Velia’s then-Foreign Minister'],
])('“%s” is %s with a title', (words, name, title) => {
  expect(withoutTitle(words, english)).toEqual({ name, title });
});

test.each([
  'President',
  'Minister of Defence',
  'Prime Minister’s Office',
  'Adra Solène',
  'Kestrel Bay, Lain',
  'Ex-Oster Lines',
  '',
])('“%s” has no title before a name', (words) => {
  expect(withoutTitle(words, english)).toBeNull();
});

test('letters that marks make are kept where stops and hyphens are left out', () => {
  expect(squashed('दिन')).not.toBe(squashed('दीन'));
  expect(squashed('ไม่')).not.toBe(squashed('ไม'));
  expect(squashed('भा.ज.पा.')).toBe(squashed('भाजपा'));
  expect(squashed('U.S.')).toBe(squashed('the US'));
});

describe('spellings', () => {
  test.each([
    ['sergei', 'sergey'],
    ['sergei', 'sergej'],
    ['zelensky', 'zelenskyy'],
    ['selenskyj', 'zelenskyy'],
    ['yanukovych', 'janukowitsch'],
    ['gorbachev', 'gorbatschow'],
    ['yevgeny', 'evgeni'],
    ['mohammed', 'muhammad'],
    ['alexei', 'aleksey'],
  ])('%s and %s may be one name', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThan(0);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });

  test.each([
    ['oster', 'easter'],
    ['iran', 'iraq'],
    ['austria', 'australia'],
    ['guinea', 'guyana'],
    ['niger', 'nigeria'],
    ['mario', 'maria'],
    ['ivanov', 'ivanova'],
    ['slovakia', 'slovenia'],
    ['ana', 'ane'],
    ['lain', 'lane'],
    ['gambia', 'zambia'],
  ])('%s and %s are two', (a, b) => {
    expect(likeness(a, b)).toBe(0);
    expect(likeness(b, a)).toBe(0);
  });

  test('of names need as many words', () => {
    expect(nameLikeness('Sergei Lavrin', 'Sergey Lavrin')).toBe(1);
    expect(nameLikeness('Omar el-Rasid', 'Omar al-Rasid')).toBe(1);
    expect(nameLikeness('Sergei', 'Sergey Lavrin')).toBe(0);
    expect(nameLikeness('', '')).toBe(0);
  });

  const word = fc.string({ unit: fc.constantFrom(...'abcehijkosuvwxyz'), maxLength: 10 });

  test('folding, one spelling: done twice is as done once', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldWords(foldWords(text)) === foldWords(text)));
    fc.assert(fc.property(word, (one) => spelling(spelling(spelling(one))) === spelling(spelling(one))));
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => squashed(squashed(text)) === squashed(text)));
  });

  test('the distance is a distance, and likeness goes both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(likeness(a, b)).toBe(likeness(b, a));
        // What is alike is found: it has one sound.
        if (likeness(a, b) > 0) expect(sound(a)).toBe(sound(b));
      }),
    );
    expect(distance('halik', 'hailk')).toBe(1);
  });
});

test('an acronym and what it stands for, as the text says', () => {
  const text = 'At the Kestrel Bay Forum (KBF) and the Union of Lain Fishermen (ULF), of Velia (KBF).';
  expect(longForms('KBF', text, english)).toEqual(['Kestrel Bay Forum']);
  expect(longForms('ULF', text, english)).toEqual(['Union of Lain Fishermen']);
  expect(longForms('XYZ', text, english)).toEqual([]);
  expect(acronymOf('Kestrel Bay Forum', text, english)).toBe('KBF');
  expect(acronymOf('Velia', text, english)).toBeNull();
  expect(longForms('भाजप', 'भारत जनता पार्टी (भाजप)', english)).toEqual([]);
  expect(longForms('𐐎𐐗', '𐐎𐐂𐐂 𐐗𐐂𐐂 (𐐎𐐗)', english)).toEqual(['𐐎𐐂𐐂 𐐗𐐂𐐂']);
});
