import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inContext } from '../../src/shared/search/context.ts';
import { findPhrases, type Phrase, phraseText, toPhrase, wordsOf } from '../../src/shared/search/words.ts';

/** The words that SQLite's own tokenizer sees in a text, in order. */
function sqliteWords(text: string): string[] {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance');`);
  db.prepare('INSERT INTO t (body) VALUES (?)').run(text);
  const words = db.prepare('SELECT term FROM v ORDER BY offset').pluck().all() as string[];
  db.close();
  return words;
}

const shown = (text: string) => wordsOf(text).map(({ word }) => String.fromCodePoint(...word));

const SINGLE = 'abcXYZ019éÉñÖßøØłŁđıİŞşčČāÂǖµſЖжйЙёЁΣσςάΆשלוםابت한국어東京 \n\r-’.,“”—\u00a0\u200b\u0301\u0313';
const LETTERS = [...SINGLE, 'e\u0301', 'Z\u0303', 'a\u0323', '👩‍👩‍👧', '𝐀', '𐐨', '🇪🇺'];

const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 }).map((parts) => parts.join(''));

test('words are those of the full-text index', () => {
  fc.assert(
    fc.property(text, (sample) => {
      expect(shown(sample)).toEqual(sqliteWords(sample));
    }),
    { numRuns: 300 },
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
    { numRuns: 500 },
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

test('context is on one line and never cuts a character', () => {
  const sample = `${'👩‍👩‍👧'.repeat(30)}\n\nVelia\tsaid ${'long '.repeat(40)}`;
  const start = sample.indexOf('Velia');
  const line = inContext(sample, { start, end: start + 5 }, 18);
  expect(line.words).toBe('Velia');
  expect(line.before).not.toMatch(/^[\udc00-\udfff]|\n/);
  expect(line.after).toBe(' said long long');
});
