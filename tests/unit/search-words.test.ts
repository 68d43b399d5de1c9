import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inContext } from '../../src/shared/search/context.ts';
import { findPhrases, indexText, type Phrase, phraseText, toPhrase, wordsOf } from '../../src/shared/search/words.ts';

/** The words that SQLite's own tokenizer sees in a text, in order. */
function sqliteWords(text: string): string[] {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5 (body, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
    CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance');`);
  db.prepare('INSERT INTO t (body) VALUES (?)').run(indexText(text));
  const words = db.prepare('SELECT term FROM v ORDER BY offset').pluck().all() as string[];
  db.close();
  return words;
}

const shown = (text: string) => wordsOf(text).map(({ word }) => String.fromCodePoint(...word));

const SINGLE = 'abcXYZ019éÉñÖßøØłŁđıİŞşčČāÂǖµſЖжйЙёЁΣσςάΆשלוםابت한국어東京 \n\r-’.,“”—\u00a0\u200b\u0301\u0313';
const OTHERS = 'ѝќґäΐᾍΏάأإآؤئىگכשׁלक़दिीযற์ณี่ำເລါ가강がガﾞｶＡ１。、〇々〆𠀀﷽ﬁŀ';
const LETTERS = [
  ...SINGLE,
  ...OTHERS,
  ...'\u00ad\u0640\u064b\u05b8\u0306\u0308\u3099\u093c\u094d\u0e48\u200c\u200d\u200f\u1100\u1161\u11a8\ufe0f\ufeff',
  'e\u0301',
  'Z\u0303',
  'a\u0323',
  'и\u0306',
  'か\u3099',
  '👩‍👩‍👧',
  '𝐀',
  '𐐨',
  '🇪🇺',
];

const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 }).map((parts) => parts.join(''));

test('words are those of the full-text index', () => {
  fc.assert(
    fc.property(text, (sample) => {
      expect(shown(sample)).toEqual(sqliteWords(sample));
    }),
    { numRuns: 1000 },
  );
});

test('composed and decomposed letters are the same words', () => {
  fc.assert(
    fc.property(text, (sample) => {
      expect(shown(sample.normalize('NFD'))).toEqual(shown(sample.normalize('NFC')));
    }),
    { numRuns: 1000 },
  );
});

test('every word’s place is where it stands', () => {
  fc.assert(
    fc.property(text, (sample) => {
      let last = 0;
      for (const { word, place } of wordsOf(sample)) {
        expect(place.start).toBeGreaterThanOrEqual(last);
        expect(shown(sample.slice(place.start, place.end))).toEqual([String.fromCodePoint(...word)]);
        last = place.end;
      }
    }),
  );
});

/** Looks at every run of words, one after the other. */
function naive(sample: string, phrases: readonly Phrase[]): { start: number; end: number }[] {
  const words = wordsOf(sample);
  const found: { start: number; end: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    const start = words[i]?.place.start ?? 0;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const ends = phrases.flatMap((phrase) => {
      const run = words.slice(i, i + phrase.words.length);
      const same =
        run.length === phrase.words.length &&
        run.every(({ word }, n) => {
          const wanted = phrase.words[n] ?? [];
          const isLast = n === run.length - 1;
          const given = phrase.open && isLast ? word.slice(0, wanted.length) : word;
          return String(given) === String(wanted);
        });
      return same ? [run.at(-1)?.place.end ?? 0] : [];
    });
    if (ends.length > 0) found.push({ start, end: Math.max(...ends) });
  }
  return found;
}

test('phrases are found where a look at every word finds them', () => {
  const few = fc.array(fc.constantFrom('a', 'é', 'E', 'İ', 'b', '👩‍👩‍👧', ' ', ' ', '-', '\n', 'ạ'), { maxLength: 40 });
  fc.assert(
    fc.property(
      few.map((parts) => parts.join('')),
      fc.array(
        fc.tuple(
          few.map((parts) => parts.slice(0, 4).join('')),
          fc.boolean(),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      (sample, typed) => {
        const phrases = typed.map(([words, open]) => toPhrase(words, open)).filter((phrase) => phrase !== null);
        const found = findPhrases(sample, phrases);
        expect(found).toEqual(phrases.length === 0 ? [] : naive(sample, phrases));
      },
    ),
    { numRuns: 1000 },
  );
});

test('case and Latin marks are folded, offsets are not', () => {
  const sample = 'İstanbul 👩‍👩‍👧 met SOLÈNE; Sole\u0300ne’s talks.';
  const phrase = toPhrase('solene', false) as Phrase;
  expect(findPhrases(sample, [phrase]).map(({ start, end }) => sample.slice(start, end))).toEqual([
    'SOLÈNE',
    'Sole\u0300ne',
  ]);
  expect(findPhrases(sample, [toPhrase('istan', true) as Phrase])).toEqual([{ start: 0, end: 8 }]);
  expect(phraseText(toPhrase('U.S. – “Talks”', false) as Phrase)).toBe('u s talks');
});

/** What is found in a text of what was typed. */
function places(sample: string, typed: string, open = false): string[] {
  return findPhrases(sample, [toPhrase(typed, open) as Phrase]).map(({ start, end }) => sample.slice(start, end));
}

describe('each script as its readers know it', () => {
  test.each([
    ['a vowel sign is no end of a word', 'अच्छे दिन, दीन हीन', 'दिन', ['दिन']],
    ['nor is a half of a syllable another one', 'दिन', 'द', []],
    ['vowel points may be left out', 'قال مُحَمَّد أيضًا', 'محمد ايضا', ['مُحَمَّد أيضًا']],
    ['a hamza on an alef too', 'وصل أحمد', 'احمد', ['أحمد']],
    ['Hebrew points too', 'שָׁלוֹם לכולם', 'שלום', ['שָׁלוֹם']],
    ['Greek capitals have no accents', 'ΑΘΗΝΑ, Αθήνα', 'αθήνα', ['ΑΘΗΝΑ', 'Αθήνα']],
    ['й is a letter, in both ways of writing', 'мой мои мои\u0306', 'мой', ['мой', 'мои\u0306']],
    ['ё may be written е', 'Королёв Королев', 'королев', ['Королёв', 'Королев']],
    ['letters with strokes', 'Łukasz, Ørsted, Großmann', 'lukasz orsted grossmann', ['Łukasz, Ørsted, Großmann']],
    ['soft hyphens aren’t seen', 'die Ver\u00adhand\u00adlung.', 'verhandlung', ['Ver\u00adhand\u00adlung']],
    ['nor are marks of direction', '\u200fשלום\u200f!', 'שלום', ['שלום']],
    ['ligatures of a PDF', 'the oﬃce', 'office', ['oﬃce']],
    ['Chinese has no blanks', '外交部长王毅说', '王毅', ['王毅']],
    ['nor has Japanese', '首相はゼレンスキー大統領と', 'ゼレンスキー', ['ゼレンスキー']],
    ['half width', 'ｶﾞｽのＥＵ', 'ガスのEU', ['ｶﾞｽのＥＵ']],
    ['nor has Thai, where marks go with their letters', 'รัฐบาลไทยกล่าวว่า', 'ไทย', ['ไทย']],
    ['a Thai tone makes another word', 'ไม่ ไม', 'ไม', ['ไม']],
    [
      'Korean in parts',
      '한국과 \u1112\u1161\u11ab\u1100\u116e\u11a8',
      '한국',
      ['\u1112\u1161\u11ab\u1100\u116e\u11a8'],
    ],
  ])('%s', (_, sample, typed, found) => {
    expect(places(sample, typed)).toEqual(found);
    expect(sqliteWords(sample)).toEqual(shown(sample));
  });

  test('a beginning goes on to the end of its word', () => {
    expect(places('한국과 한국', '한', true)).toEqual(['한국과', '한국']);
    expect(places('दिनों', 'दि', true)).toEqual(['दिनों']);
    expect(places('外交部', '外', true)).toEqual(['外']);
  });
});

test('context that is cut begins with a whole character', () => {
  const around = inContext('กี่ก็กี่ก็ไทยกี่ก็กี่ก็', { start: 10, end: 13 }, 5);
  expect([around.before, around.words, around.after]).toEqual(['กี่ก็', 'ไทย', 'กี่ก็']);
  expect(inContext('ab\u0301cd', { start: 3, end: 4 }, 1).before).toBe('');
});

test('context is on one line and never cuts a character', () => {
  const sample = `${'👩‍👩‍👧'.repeat(30)}\n\nVelia\tsaid ${'long '.repeat(40)}`;
  const start = sample.indexOf('Velia');
  const line = inContext(sample, { start, end: start + 5 }, 18);
  expect(line.words).toBe('Velia');
  expect(line.before).not.toMatch(/^[\udc00-\udfff]|\n/);
  expect(line.after).toBe(' said long long');
});
