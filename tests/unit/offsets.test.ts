import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OffsetError, offsetIndex } from '../../src/shared/text/offsets.ts';

const cases: readonly (readonly [name: string, text: string, units: number, points: number, bytes: number])[] = [
  ['nothing', '', 0, 0, 0],
  ['plain', 'abc', 3, 3, 3],
  ['a family joined with ZWJ', '👨‍👩‍👧‍👦', 11, 7, 25],
  ['a flag of two letters', '🇺🇦', 4, 2, 8],
  ['a rainbow flag', '🏳️‍🌈', 6, 4, 14],
  ['a thumb with a skin tone', '👍🏿', 4, 2, 8],
  ['a combining accent', 'e\u0301', 2, 2, 3],
  ['CR LF', 'a\r\nb', 4, 4, 4],
  ['right to left', 'שלום \u202Eabc\u202C', 10, 10, 18],
  ['a lone surrogate', 'a\ud83d', 2, 2, 4],
];

describe('offsetIndex', () => {
  it.each(cases)('measures %s in all three units', (_name, text, units, points, bytes) => {
    const index = offsetIndex(text);
    expect([index.utf16Length, index.codePointLength, index.byteLength]).toEqual([units, points, bytes]);
  });

  it('refuses an offset inside a surrogate pair', () => {
    const index = offsetIndex('a😀b');
    expect(() => index.toCodePoint(2)).toThrow(OffsetError);
    expect(() => index.toByte(2)).toThrow(/inside a character/);
    for (const byte of [2, 3, 4]) expect(() => index.fromByte(byte)).toThrow(/inside a character/);
    expect([1, 3, 4].map((at) => index.toCodePoint(at))).toEqual([1, 2, 3]);
  });

  it('refuses an offset that is not in the text', () => {
    const index = offsetIndex('a😀');
    expect(() => index.toCodePoint(4)).toThrow(/outside the text \(0–3\)/);
    expect(() => index.toUtf16(3)).toThrow(/outside the text \(0–2\)/);
    expect(() => index.toUtf16(-1)).toThrow(OffsetError);
    expect(() => index.fromByte(0.5)).toThrow(/not a whole number/);
  });

  it('refuses a byte inside any character of several bytes', () => {
    expect(() => offsetIndex('é').fromByte(1)).toThrow(/inside a character/);
    expect(() => offsetIndex('中').fromByte(2)).toThrow(/inside a character/);
  });

  it('agrees with counting by hand at every character of any text, and comes back', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\r\n', '👨‍👩‍👧‍👦', 'e\u0301', '\u202E', '\ud800', '\udc00'),
    );
    const anyText = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('').repeat(1 + (parts.length % 7)));
    fc.assert(
      fc.property(anyText, (text) => {
        const index = offsetIndex(text);
        const encoder = new TextEncoder();
        let utf16 = 0;
        let points = 0;
        let bytes = 0;
        for (const character of [...text, '']) {
          expect(index.toCodePoint(utf16)).toBe(points);
          expect(index.toUtf16(points)).toBe(utf16);
          expect(index.toByte(utf16)).toBe(bytes);
          expect(index.fromByte(bytes)).toBe(utf16);
          utf16 += character.length;
          points++;
          bytes += encoder.encode(character).length;
        }
        expect(index.byteLength).toBe(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('is right on both sides of its inner blocks', () => {
    for (const length of [511, 512, 513, 1024]) {
      const text = 'é'.repeat(length);
      const index = offsetIndex(text);
      expect(index.byteLength).toBe(2 * length);
      for (const at of [0, length - 1, length]) expect(index.fromByte(index.toByte(at))).toBe(at);
    }
  });
});
