import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCharacterBoundary } from '../../src/shared/text/characters.ts';
import { quotations } from '../../src/shared/text/quotations.ts';
import { growth, sentenceAround, snapToCharacters, snapToWords, wordAt } from '../../src/shared/text/segments.ts';
import { sentences } from '../../src/shared/text/sentences.ts';
import { processorTime } from './support/processor-time.ts';

const all = (text: string) => ({ start: 0, end: text.length });
const cut = (text: string, range: { start: number; end: number } | null) => range && text.slice(range.start, range.end);
const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const caret = (offset: number) => ({ start: offset, end: offset });

const messy = fc
  .array(
    fc.constantFrom(
      'a',
      'Dr',
      '. ',
      ' ',
      '“',
      '”',
      '’',
      '"',
      '«',
      '»',
      '👨‍👩‍👧‍👦',
      '🇺🇦',
      'e\u0301',
      'क्षि',
      '\r\n',
      '国',
      'אב',
      '\u200f',
      '\ud83d',
    ),
  )
  .map((pieces) => pieces.join(''));
const withRange = messy.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
);

describe('wordAt', () => {
  it('takes the word that holds the caret, or the one that touches it', () => {
    const text = 'Oster’s envoy (U.S. born) met her.';
    expect(cut(text, wordAt(text, 3))).toBe('Oster’s');
    expect(cut(text, wordAt(text, 7))).toBe('Oster’s');
    expect(cut(text, wordAt(text, 15))).toBe('U.S.');
    expect(cut(text, wordAt(text, text.length))).toBe('her');
    expect(wordAt('a (b', 2)).toEqual({ start: 3, end: 4 });
    expect(wordAt('a   b', 2)).toBeNull();
    expect(wordAt('', 0)).toBeNull();
  });

  it('knows words in a script without spaces', () => {
    const text = '外交部长昨天抵达';
    const word = wordAt(text, 1, 'zh');
    expect(word && word.end - word.start).toBeGreaterThan(1);
    expect(word && word.end - word.start).toBeLessThan(text.length);
  });
});

describe('snapping', () => {
  it('widens to whole words and drops white space', () => {
    const text = 'The Foreign Minister said';
    expect(cut(text, snapToWords(text, { start: 6, end: 16 }))).toBe('Foreign Minister');
    expect(cut(text, snapToWords(text, { start: 3, end: 12 }))).toBe('Foreign');
    expect(snapToWords(text, { start: 3, end: 4 })).toEqual(caret(3));
  });

  it('never splits a character', () => {
    fc.assert(
      fc.property(withRange, ({ text, start, end }) => {
        const boundaries = new Set(
          [...new Intl.Segmenter('und').segment(text)].map((s) => s.index).concat(text.length),
        );
        for (const snapped of [snapToCharacters(text, { start, end }), snapToWords(text, { start, end })]) {
          if (snapped.start === snapped.end) continue;
          expect(boundaries.has(snapped.start)).toBe(true);
          expect(boundaries.has(snapped.end)).toBe(true);
        }
        for (let i = 0; i <= text.length; i++) expect(isCharacterBoundary(text, i)).toBe(boundaries.has(i));
      }),
    );
  });
});

describe('quotations', () => {
  it.each([
    ['“We won’t,” he said, “and ‘never’ did.”', ['“We won’t,”', '‘never’', '“and ‘never’ did.”']],
    ['He said "no" and "yes".', ['"no"', '"yes"']],
    ["the players' 'long night' ended", ["'long night'"]],
    ['« Non », dit-il', ['« Non »']],
    ['„Nein“, sagte er, »niemals«.', ['„Nein“', '»niemals«']],
    ['他说：「他叫『来』了。」', ['『来』', '「他叫『来』了。」']],
    ['She said: “It goes on', ['“It goes on']],
    ['rock ’n’ roll in the ’90s', []],
    ['”Ja”, sade hon', ['”Ja”']],
    // Typed with two opening marks: the second one stands behind a word and before a space.
    ['“Hello,“ he said. “Again,” she said.', ['“Hello,“', '“Again,”']],
    // Marks of direction are no letters.
    ['\u200F"שלום"\u200F אמר', ['"שלום"']],
    // Gershayim within a word close nothing.
    ['"צה"ל כאן" אמר', ['"צה"ל כאן"']],
    ['He said “the ‘long’ night” and „kurz“.', ['‘long’', '“the ‘long’ night”', '„kurz“']],
    ['’tis the officers’ union', []],
    // A possessive within single marks closes nothing while a closing mark follows.
    ['‘The players’ union is done,’ he said.', ['‘The players’ union is done,’']],
    ["'The players' union isn't done,' he said.", ["'The players' union isn't done,'"]],
    ['He met ‘the boss’ and then left, he said.', ['‘the boss’']],
  ])('in %s', (text, expected) => {
    expect(quotations(text, all(text)).map((q) => cut(text, q))).toEqual(expected);
  });

  it('with straight marks go on when the next paragraph begins with one', () => {
    const text = 'Hale said: "It is a long road.\r\n\r\n"And we walk it."';
    const first = { start: 0, end: text.indexOf('\r') };
    expect(quotations(text, first).map((q) => cut(text, q))).toEqual(['"It is a long road.']);
    const other = 'A pipe of 5" width, and a "stray mark.\n\nThe next.';
    expect(quotations(other, { start: 0, end: other.indexOf('\n') })).toEqual([]);
  });

  it.each(['“', '„a ', '”', '"', "'", '“"‘’”', '“a” '])('of nothing but %s take no time', (piece) => {
    const text = piece.repeat(60_000);
    expect(processorTime(() => quotations(text, all(text)))).toBeLessThan(3000);
  });

  it('come from the inside out', () => {
    const text = '“One ‘two’ three”';
    expect(quotations(text, all(text)).map((q) => cut(text, q))).toEqual(['‘two’', text]);
  });
});

describe('sentences', () => {
  it.each([
    ['Mr. Hale met Dr. Wend. They spoke.', 2],
    ['The U.S. President left. He was late.', 2],
    ['It left the U.S. The ship sank.', 2],
    ['See No. 10 there. No. We said no.', 3],
    ['“Stop!” he said. She went on.', 2],
    ['J. K. Corvo wrote it. Fine.', 2],
    ['A line that is\nwrapped here. Next.', 2],
  ])('in %s', (text, count) => {
    expect(sentences(text, all(text), caret(0))).toHaveLength(count);
  });

  it('joins those that a selection reaches over', () => {
    const text = 'One is. Two is. Three is.';
    expect(cut(text, sentenceAround(text, all(text), { start: 4, end: 10 }))).toBe('One is. Two is.');
  });
});

describe('growth', () => {
  const text = 'Taro Hale left. “We gave it twice. We won’t again,” Hale told Dr. Wend. All went home.';

  it('climbs word, quotation, sentence, paragraph', () => {
    expect(growth(text, all(text), caret(text.indexOf('twice') + 2)).map((rung) => cut(text, rung))).toEqual([
      'twice',
      '“We gave it twice. We won’t again,”',
      '“We gave it twice. We won’t again,” Hale told Dr. Wend.',
      text,
    ]);
  });

  it('starts from a selection', () => {
    expect(growth(text, all(text), at(text, 'Taro Hale')).map((rung) => cut(text, rung))).toEqual([
      'Taro Hale left.',
      text,
    ]);
  });

  it('has nothing above the whole paragraph', () => {
    expect(growth(text, all(text), all(text))).toEqual([]);
    expect(growth(text, { start: 0, end: 15 }, { start: 3, end: 40 })).toEqual([]);
  });

  it('gives rungs that hold each other and grow', () => {
    fc.assert(
      fc.property(withRange, ({ text, start, end }) => {
        let below = { start, end };
        for (const [i, rung] of growth(text, all(text), below).entries()) {
          expect(isCharacterBoundary(text, rung.start) && isCharacterBoundary(text, rung.end)).toBe(true);
          expect(rung.end - rung.start).toBeGreaterThan(below.end - below.start);
          // The first rung of a caret is a word that it may only touch.
          if (i > 0 || start < end) expect(rung.start <= below.start && below.end <= rung.end).toBe(true);
          below = rung;
        }
      }),
    );
  });
});
