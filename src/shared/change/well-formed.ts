import type { Change } from './change.ts';

/** A surrogate that isn't one of a pair. */
const HALF = /\p{Surrogate}/gu;

/**
 * A change whose words can be stored as they are: half a character (a pasted text that was cut within an emoji, an escape
 * in a file) becomes U+FFFD, as the database would have it. Else what is stored would differ from what the history
 * says, and could never be taken back. The same object when there is nothing to mend.
 */
export function wellFormed(change: Change): Change {
  const after = mended(change.after);
  return after === change.after ? change : ({ ...change, after } as Change);
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(HALF, '\ufffd');
  if (Array.isArray(value)) {
    const items = value.map(mended);
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, one]) => [key, one, mended(one)] as const);
  return pairs.every(([, one, now]) => one === now)
    ? value
    : Object.fromEntries(pairs.map(([key, , now]) => [key, now]));
}
