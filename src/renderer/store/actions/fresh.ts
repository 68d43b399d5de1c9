import type { Get } from '../types.ts';

/**
 * Reads something that changes also keep up. An answer may come behind that of a change which it doesn't know of yet, and would
 * take it out of the window again: it is read anew then, until nothing was changed meanwhile.
 * @param read null when it failed, or isn't wanted any more.
 */
export async function readFresh<T>(get: Get, read: () => Promise<T | null>): Promise<T | null> {
  for (;;) {
    const { changes } = get();
    const found = await read();
    if (found === null || get().changes === changes) return found;
  }
}
