import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsFor } from '../../../src/shared/propose/for-claim.ts';
import { claimKey } from '../../../src/shared/propose/proposal.ts';
import { snapToCharacters } from '../../../src/shared/text/characters.ts';
import { paragraphs } from '../../../src/shared/text/paragraphs.ts';
import { quotations } from '../../../src/shared/text/quotations.ts';
import { type Fragment, spanProblem } from '../../../src/shared/text/span.ts';
import { processorTime } from '../support/processor-time.ts';
import { look } from './support.ts';

/** Texts that look like news gone wrong: names, verbs, marks, emoji and combining letters in any order. */
const pieces = fc.constantFrom(
  'Ana Quill',
  'Taro Hale',
  'Hale',
  'Mr.',
  'he',
  'she',
  'said',
  'told',
  'reporters',
  'that',
  'according to',
  'called',
  'was quoted as saying',
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '„',
  '«',
  '»',
  ',',
  '.',
  ':',
  ';',
  '—',
  '(',
  ')',
  '!',
  '?',

  '🕊️',
  '👨‍👩‍👧‍👦',
  'Cafe\u0301',
  'سليم',
  'the port',
  'is open',
  'a news conference',
  'at',
  'in',
  'and',
  'who',
  '\n\n',
  '\r\n',
  'PORT MAREN (KW) - ',
  'U.S.',
  'on Friday',
  'demanded',
  'promised to',
  'Oster’s envoy',
  '漢字',
  '「我们不会离开。」',
  '\u00AD',
  '\u200F',
  '\u2066',
  'adding that',
  'urged',
  'to',
  'officials',
  'BREAKING —',
  '\ud83d',
);
const text = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 60 })
  .map((all) => all.flat().join(''));

describe('whatever the text', () => {
  it('offsets lie in it, fragments are in order and split no character', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'de', 'fr'), (words, language) => {
        const found = look(words, { language, title: words.slice(0, 20) });
        for (const { claim, speaker, cue, venue, addressee, relay } of [...found.proposals, ...found.nested]) {
          const spans = [claim, ...[speaker, venue, addressee, relay].flatMap((one) => (one ? [[one]] : []))];
          if (cue.length > 0) spans.push(cue);
          for (const span of spans) {
            expect(spanProblem(words, span)).toBeNull();
            for (const one of span) expect(snapToCharacters(words, one)).toEqual(one);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('no claim cuts a quotation, and none lies over another', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { proposals } = look(words);
        const quoted = paragraphs(words).flatMap((one) => outermost(quotations(words, one)));
        const fragments = proposals.flatMap(({ claim }) => claim);
        for (const one of fragments) {
          for (const quotation of quoted) {
            const apart = one.end <= quotation.start || quotation.end <= one.start;
            const around = one.start <= quotation.start && quotation.end <= one.end;
            expect(apart || around, words.slice(one.start, one.end)).toBe(true);
          }
        }
        const sorted = fragments.toSorted((a, b) => a.start - b.start);
        for (const [i, one] of sorted.entries()) expect(sorted[i - 1]?.end ?? 0).toBeLessThanOrEqual(one.start);
      }),
      { numRuns: 400 },
    );
  });

  it('the same words give the same proposals under the same keys, each key once', () => {
    fc.assert(
      fc.property(text, (words) => {
        const first = look(words);
        expect(look(words)).toEqual(first);
        const keys = first.proposals.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { key, claim } of first.proposals) expect(key).toBe(claimKey(claim));
      }),
      { numRuns: 200 },
    );
  });

  it('what is offered for a claim lies outside its words', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, from, length) => {
        if (words.length < 2) return;
        const start = from % (words.length - 1);
        const claim = [snapToCharacters(words, { start, end: Math.min(words.length, start + 1 + (length % 80)) })];
        const parts = partsFor(words, look(words), claim);
        for (const part of [parts?.speaker, parts?.addressee, parts?.venue]) {
          if (part) expect(claim.every((one) => part.start < one.start || part.end > one.end)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** A long article takes no more than in step with its length. */
it('reads a long article quickly, and one that never stops', () => {
  const endless = '“a” said Hale '.repeat(4000);
  const one =
    '“We stay,” Ana Quill told reporters. The envoy of Oster, Luis Marquez, said that his country would pay.\n\n';
  const long = one.repeat(3000);
  const took = processorTime(() => {
    expect(look(long).proposals).toHaveLength(6000);
    look(endless);
  });
  expect(took).toBeLessThan(8000);
});

/** Whatever it is made of: no text is worth more than a moment to a worker that has nothing else to read. */
it.each([
  'Hale told Quill ',
  'Hale, said, ',
  'Hale said, and ',
  '“No,” he said. ',
  'Hale said that ',
  '( said ',
  'according to Hale, ',
  'Hale called it “a bad old song” ',
  '“We stay here now.” ',
  '“We stay here.\n\n',
  '“',
  '"',
  'Ana Quill ',
  '. ',
  ', ',
])('reads a text of nothing but %j quickly', (piece) => {
  const long = piece.repeat(Math.ceil(200_000 / piece.length));
  // None takes a second; what grew with the square of the length took a minute.
  expect(processorTime(() => look(long))).toBeLessThan(6000);
});

function outermost(found: readonly Fragment[]): Fragment[] {
  return found.filter(
    (one) => !found.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
}
