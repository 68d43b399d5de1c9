import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphAt, paragraphs } from '../../src/shared/text/paragraphs.ts';

const words = (text: string): string[] => paragraphs(text).map((p) => text.slice(p.start, p.end));

describe('paragraphs', () => {
  it('takes each line for one, whatever ends it, and leaves blank lines out', () => {
    expect(words('One.\r\n\r\nTwo.\rThree.\n \t \nFour.\u2029Five.\u2028Six.\n')).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
      'Five.',
      'Six.',
    ]);
  });

  it('keeps white space at the ends of a line', () => {
    expect(words('  One. \nTwo.')).toEqual(['  One. ', 'Two.']);
  });

  it('finds none in an empty or blank text', () => {
    expect(paragraphs('')).toEqual([]);
    expect(paragraphs(' \n\r\n ')).toEqual([]);
  });

  it('joins the lines of hard-wrapped blocks, and only those', () => {
    const text = [
      'PORT MAREN',
      'By Ines Corvo',
      '',
      'The ministers met for three hours on Friday and agreed to meet again before',
      'the end of the month, officials from both delegations said after the talks',
      'had ended without a joint statement.',
      '',
      'A second round had been expected since the assembly voted to send observers',
      'to the straits in March.',
    ].join('\r\n');
    const found = paragraphs(text);
    expect(found.map((p) => p.kind)).toEqual([undefined, undefined, 'wrapped', 'wrapped']);
    expect(text.slice(found[2]?.start, found[2]?.end)).toMatch(/^The ministers[^]*joint statement\.$/);
  });

  it('leaves lines alone that end where they please', () => {
    const text =
      'A first line that is some sixty characters long, more or less.\nShort.\nAnother of some length here.\nEnd.';
    expect(paragraphs(text)).toHaveLength(4);
  });

  it('covers all that is not white space, in order, without overlap and without line ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\u2028', '👍🏿', 'é b')), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, kind } of paragraphs(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start).trim()).toBe('');
          if (!kind) expect(text.slice(start, end)).not.toMatch(/[\r\n\u2028\u2029]/);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

describe('paragraphAt', () => {
  it('finds the paragraph of an offset, its end included', () => {
    const found = paragraphs('One.\n\nTwo.');
    expect([0, 4, 5, 6, 10].map((offset) => paragraphAt(found, offset))).toEqual([0, 0, 0, 1, 1]);
    expect(paragraphAt([], 3)).toBe(-1);
  });
});
