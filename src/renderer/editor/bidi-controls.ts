import type { Fragment } from '../../shared/text/span.ts';

/** The characters that steer the direction of text unseen, and so can make it read otherwise than it is. */
const NAMES: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

const CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Each bidi control character in a range: where it is and its short Unicode name. */
export function bidiControls(text: string, range: Fragment): { readonly at: number; readonly name: string }[] {
  const out: { at: number; name: string }[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(CONTROL)) {
    out.push({ at: range.start + match.index, name: NAMES[match[0]] ?? '' });
  }
  return out;
}
