import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLetters, foldWords, withoutMarks } from '../../src/shared/text/fold.ts';

/* Which words are the same words, script by script. Written with escapes where a mark can't be seen by itself. */

describe('the same words', () => {
  test.each([
    ['Latin accents', 'Solène Ångström', 'SOLENE ANGSTROM'],
    ['Latin letters with strokes', 'Łukasz Ørsted, Đorđe', 'Lukasz Orsted, Dorde'],
    ['Vietnamese', 'Nguyễn Phú Trọng', 'Nguyen Phu Trong'],
    ['a capital with a dot', 'İstanbul', 'istanbul'],
    ['Greek accents, and capitals without', 'Αθήνα, Μαΐου, ᾍδης', 'ΑΘΗΝΑ, ΜΑΙΟΥ, ΑΔΗΣ'],
    ['the two forms of sigma', 'ΝΙΚΟΣ', 'νικοσ'],
    ['ё and е', 'Королёв', 'Королев'],
    ['a stress mark in Cyrillic', 'Пу\u0301тин', 'Путин'],
    ['Arabic vowel points', 'مُحَمَّد', 'محمد'],
    ['a hamza on an alef', 'أحمد إبراهيم آل', 'احمد ابراهيم ال'],
    ['an Arabic word that is made longer', 'محـــمد', 'محمد'],
    ['Hebrew vowel points', 'שָׁלוֹם', 'שלום'],
    ['full and half width', 'ＮＡＴＯ ｶﾞ', 'nato ガ'],
    ['soft hyphens, joiners and marks of direction', '\u200fVer\u00adein\u200d\ufeff', 'Verein'],
    ['an emoji in two forms', '❤\ufe0f', '❤'],
  ])('%s', (_, one, other) => {
    expect(foldWords(one)).toBe(foldWords(other));
  });
});

describe('other words', () => {
  test.each([
    ['Hindi vowels', 'दिन', 'दीन'],
    ['a Hindi nukta', 'राज', 'राज़'],
    ['Bengali vowels', 'দিন', 'দীন'],
    ['Tamil vowels', 'கல்', 'கால்'],
    ['Japanese voicing', 'か', 'が'],
    ['Japanese voicing, in two characters', 'は', 'は\u309a'],
    ['Thai vowels', 'กิน', 'กีน'],
    ['Thai tones', 'ไม', 'ไม่'],
    ['Khmer vowels', 'កី', 'កិ'],
    ['Korean vowels', '강', '겅'],
    ['й and и', 'мой', 'мои'],
    ['ї and і', 'Київ', 'Киів'],
    ['Macedonian ќ and к', 'куќа', 'кука'],
    ['an Arabic letter with a hamza', 'سؤال', 'سوال'],
    ['Thaana vowels', 'ދިވެހި', 'ދުވެހި'],
  ])('%s', (_, one, other) => {
    expect(foldWords(one)).not.toBe(foldWords(other));
  });
});

/** Letters and marks of many scripts, in any order. */
const PARTS = [
  ...'ำຳaéßøıİÅﬁЙйёЁїќΆΐςΣᾍ가강힣がガﾞｶगिी़क़ضأؤئۀةשׁแก่ិＡ½ 👍❤-’\u00ad',
  ...'\u0301\u0300\u0306\u0308\u0323\u0327\u0345\u3099\u309a\u093c\u0654\u064b\u05b8\u0e48\u17b7\u200d\ufe0f\u1100\u1161\u11a8',
];
const words = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);

describe('however words are written', () => {
  test('composed and decomposed letters are the same', () => {
    fc.assert(
      fc.property(words, (sample) => {
        const folded = foldWords(sample);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(foldWords(sample.normalize(form))).toBe(folded);
      }),
      { numRuns: 1000 },
    );
  });

  test('folding again changes nothing', () => {
    fc.assert(
      fc.property(words, (sample) => {
        expect(foldWords(foldWords(sample))).toBe(foldWords(sample));
        expect(foldLetters(foldLetters(sample))).toBe(foldLetters(sample));
        expect(withoutMarks(withoutMarks(sample))).toBe(withoutMarks(sample));
      }),
      { numRuns: 1000 },
    );
  });

  test('capitals don’t count', () => {
    fc.assert(
      fc.property(words, (sample) => {
        expect(foldWords(sample.toLowerCase())).toBe(foldWords(sample));
      }),
      { numRuns: 1000 },
    );
  });
});
