import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Positions } from '../../src/renderer/editor/positions.ts';
import { buildDocument } from '../../src/renderer/editor/schema.ts';
import { paragraphs } from '../../src/shared/text/paragraphs.ts';

const pieces = fc.constantFrom('word', ' ', '\n', '\r\n', '\n\n', '👩🏽‍⚖️', 'é');
/** Some of them long enough for more than one section. */
const texts = fc.oneof(
  fc.array(pieces).map((some) => some.join('')),
  fc.array(pieces, { minLength: 1, maxLength: 8 }).map((some) => `${some.join('')}\n`.repeat(90)),
);

describe('positions', () => {
  it('gives each offset in a paragraph a position of its own, and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const positions = new Positions(paragraphs(text));
        const doc = buildDocument(text, positions);
        let last = 0;
        for (const { start, end } of positions.paragraphs) {
          for (let offset = start; offset <= end; offset++) {
            const position = positions.toPosition(offset);
            expect(position).toBeGreaterThan(last);
            last = position;
            expect(positions.toOffset(position)).toBe(offset);
            const at = doc.resolve(position);
            expect(at.parent.type.name).toBe('paragraph');
            expect(at.parent.attrs['offset'] + at.parentOffset).toBe(offset);
          }
        }
        expect(doc.content.size).toBe(last + 2);
      }),
    );
  });

  it('finds the same words in the document as in the text', () => {
    const text = 'One two.\r\n\r\nThree four.';
    const positions = new Positions(paragraphs(text));
    const doc = buildDocument(text, positions);
    const start = text.indexOf('four');
    expect(doc.textBetween(positions.toPosition(start), positions.toPosition(start + 4))).toBe('four');
  });

  it('sends an offset between paragraphs to the side that is asked for', () => {
    const positions = new Positions(paragraphs('One.\n\nTwo.'));
    expect(positions.toOffset(positions.toPosition(5, -1))).toBe(4);
    expect(positions.toOffset(positions.toPosition(5, 1))).toBe(6);
    expect(positions.toOffset(positions.toPosition(99))).toBe(10);
  });

  it('leaves the line end out of a range that only touches the next paragraph', () => {
    const positions = new Positions(paragraphs('One.\n\nTwo.'));
    const [one, oneEnd, two, twoEnd] = [0, 4, 6, 10].map((offset) => positions.toPosition(offset)) as [
      number,
      number,
      number,
      number,
    ];
    expect(positions.range(one, two)).toEqual({ start: 0, end: 4 });
    expect(positions.range(twoEnd, oneEnd)).toEqual({ start: 6, end: 10 });
    expect(positions.range(two, two)).toEqual({ start: 6, end: 6 });
    expect(positions.range(oneEnd, two).start).toBe(positions.range(oneEnd, two).end);
  });

  it('has one empty paragraph for an empty text', () => {
    const positions = new Positions(paragraphs(''));
    expect(buildDocument('', positions).childCount).toBe(1);
    expect(positions.toOffset(positions.toPosition(0))).toBe(0);
  });
});
