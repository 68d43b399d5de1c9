import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, findNames, type Name, type Sameness, toName } from '../../src/shared/search/same-words.ts';

const LOOSE: Sameness = { matchCase: false, matchAccents: false };
const CASE: Sameness = { matchCase: true, matchAccents: false };
const ACCENTS: Sameness = { matchCase: false, matchAccents: true };
const EXACT: Sameness = { matchCase: true, matchAccents: true };

/** The places of names in a text, as they stand there. */
function found(text: string, names: readonly string[], same = LOOSE): string[] {
  const wanted = names.map(toName).filter((name) => name !== null);
  return findNames(text, wanted, same).map(({ start, end }) => text.slice(start, end));
}

describe('the same words', () => {
  test.each<[string, string, string, Sameness, string[]]>([
    ['whatever their case and accents', 'VELIA, Vélia, Velias', 'Velia', LOOSE, ['VELIA', 'Vélia']],
    ['in the same case', 'VELIA, Vélia', 'Velia', CASE, ['Vélia']],
    ['with the same accents', 'VELIA, Vélia', 'Velia', ACCENTS, ['VELIA']],
    ['with both the same', 'VELIA, Vélia, Velia', 'Velia', EXACT, ['Velia']],
    ['with strokes as without', 'Łódź LODZ', 'Lodz', LOOSE, ['Łódź', 'LODZ']],
    ['in the same case, without strokes', 'Łódź LODZ', 'Lodz', CASE, ['Łódź']],
    ['composed or not', 'Sole\u0300ne', 'Solène', EXACT, ['Sole\u0300ne']],
    ['over lines', 'Port\r\n  Maren, Port\u00a0Maren', 'Port Maren', EXACT, ['Port\r\n  Maren', 'Port\u00a0Maren']],
    ['with what isn’t seen in them', 'Ver\u00adein \u200fVerein', 'Verein', EXACT, ['Ver\u00adein', 'Verein']],
    ['not over a stop', 'peace. Council', 'Peace Council', LOOSE, []],
    ['with the last point of a name', 'the U.S. and U.S', 'U.S.', LOOSE, ['U.S.', 'U.S']],
    ['behind emoji', '👩‍👩‍👧👍🏿 Velia', 'Velia', LOOSE, ['Velia']],
    ['inside a Chinese sentence', '外交部长王毅说王毅', '王毅', LOOSE, ['王毅', '王毅']],
    ['with the vowel signs that they have', 'दिन दीन', 'दीन', LOOSE, ['दीन']],
    ['without vowel points', 'مُحَمَّد', 'محمد', LOOSE, ['مُحَمَّد']],
    ['with the same vowel points', 'مُحَمَّد محمد', 'محمد', ACCENTS, ['محمد']],
  ])('%s', (_, text, name, same, wanted) => {
    expect(found(text, [name], same)).toEqual(wanted);
  });

  test('what overlaps other words in the same row is found', () => {
    expect(found('in Baden Baden-Baden', ['Baden-Baden'])).toEqual(['Baden-Baden']);
  });

  test('of names that overlap the longest is taken, each place once', () => {
    expect(found('Port Maren Bay, Maren', ['Maren', 'Port Maren', 'Port Maren Bay'])).toEqual([
      'Port Maren Bay',
      'Maren',
    ]);
  });

  test('there is no name without a letter or number', () => {
    expect([toName('…'), toName(' '), toName('👍')]).toEqual([null, null, null]);
  });
});

const PARTS = [
  'Velia',
  'é',
  'e\u0301',
  'Ł',
  'U.S.',
  '👍',
  '\u00ad',
  '\r\n',
  ' ',
  ' ',
  '-',
  '’',
  '王',
  '毅',
  'दि',
  'न',
  'ﬁ',
  'מ',
  '\u05b8',
  '.',
  '(',
  '\u200f',
];
const words = fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }).map((parts) => parts.join(''));
const sameness = fc.constantFrom(LOOSE, CASE, ACCENTS, EXACT);

test('what is found is the same, and a name that stands by itself is found', () => {
  fc.assert(
    fc.property(words, words, words, sameness, (before, typed, after, same) => {
      const name: Name | null = toName(typed.trim());
      fc.pre(name !== null);
      if (name === null) return;
      const text = `${before} ${name.words} ${after}`;
      const places = findNames(text, [name], same);
      expect(places.length).toBeGreaterThan(0);
      const bare = name.words.slice(name.before.length, name.words.length - name.after.length);
      const wanted = [comparable(name.words, same), comparable(bare, same)];
      for (const { start, end } of places) expect(wanted).toContain(comparable(text.slice(start, end), same));
      const starts = places.map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }),
    { numRuns: 1000 },
  );
});
