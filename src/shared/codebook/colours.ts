import type { Code } from '../model/code.ts';

/*
 * Colours of codes. They are shown as a swatch beside the name, never as the only sign, and each has at least 3:1 on the
 * papers of both looks, so that the swatch is seen in either.
 */

/** Twelve that are told apart, also by most who see colours otherwise; in an order in which neighbours differ most. */
export const PALETTE: readonly string[] = [
  '#3f76d8',
  '#c2700f',
  '#148a72',
  '#c4488a',
  '#7d7a1e',
  '#8a63d2',
  '#c8503f',
  '#25859f',
  '#5a8a2e',
  '#a35fb0',
  '#9a6b4a',
  '#6f7c8f',
];

/** A colour for a new code: its parent's where it has one, else the one of the palette that fewest at the top have. */
export function suggestColour(codes: Iterable<Code>, parent: Pick<Code, 'colour'> | null): string {
  if (parent) return parent.colour;
  const counts = new Map(PALETTE.map((colour) => [colour, 0]));
  for (const { parentId, colour } of codes) {
    const count = counts.get(colour);
    if (parentId === null && count !== undefined) counts.set(colour, count + 1);
  }
  let best = PALETTE[0] as string;
  for (const [colour, count] of counts) if (count < (counts.get(best) as number)) best = colour;
  return best;
}

/** A colour as it is kept: `#rrggbb` in lower case; `#rgb` is written out. Null for what isn't one. */
export function cleanColour(typed: string): string | null {
  const value = typed.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(value)) return value;
  if (/^#[0-9a-f]{3}$/.test(value)) return value.replace(/[0-9a-f]/g, '$&$&');
  return null;
}

/** The contrast of two colours (`#rrggbb`) by WCAG 2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
