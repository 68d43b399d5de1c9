import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanColour, contrast, PALETTE, suggestColour } from '../../../src/shared/codebook/colours.ts';
import type { Code } from '../../../src/shared/model/code.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens.css'), 'utf8');
const [light = '', dark = ''] = tokens.split('[data-theme="dark"]');
const token = (css: string, name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

const distance = (a: string, b: string): number =>
  Math.hypot(
    ...[1, 3, 5].map((at) => Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)),
  );

describe('the palette', () => {
  it.each(['paper', 'raised', 'ground'])('is seen on %s in light and dark: 3:1 at least', (ground) => {
    for (const colour of PALETTE) {
      for (const css of [light, dark]) {
        expect(contrast(colour, token(css, ground)), `${colour} on ${token(css, ground)}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('has twelve, no two alike', () => {
    for (const [i, a] of PALETTE.entries()) {
      for (const b of PALETTE.slice(i + 1)) expect(distance(a, b), `${a} ${b}`).toBeGreaterThan(35);
    }
  });
});

it('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('a new code at the top gets the colour that fewest have, one under another its parent’s', () => {
  const codes: Code[] = [];
  for (let i = 0; i < 15; i++) {
    const colour = suggestColour(codes, null);
    expect(colour).toBe(PALETTE[i % PALETTE.length]);
    codes.push({ id: `${i}`, parentId: null, colour } as Code);
  }
  expect(suggestColour(codes, { colour: '#123456' })).toBe('#123456');
});

it('colours are kept in one way of writing', () => {
  expect(['#ABCDEF', ' #abc ', '#ABC'].map(cleanColour)).toEqual(['#abcdef', '#aabbcc', '#aabbcc']);
  expect(['red', '#12345', '', '123456', '#1234567'].map(cleanColour)).toEqual([null, null, null, null, null]);
});
