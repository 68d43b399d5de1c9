import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isLeftBehind, ownMark } from '../db/remains.ts';
import { systemCode } from './disk.ts';

/*
 * Folders that lie beside an export only while it is written. A process that is killed leaves them; their names say what they
 * are and whose, so that the next export to the same place can take them away.
 */

/** unfinished: what is being written; replaced: the earlier export, until the new one is in its place. */
export type Leftover = 'unfinished' | 'replaced';

const WORDS: Readonly<Record<Leftover, string>> = {
  unfinished: '.unfinished-export-',
  replaced: '.replaced-export-',
};

/** A name that nobody else gives: `dataset.unfinished-export-3f9c2a-4711-0badcafe`. Absolute path, as the place. */
export function besidePlace(place: string, what: Leftover): string {
  return `${place}${WORDS[what]}${ownMark()}`;
}

/** Removes what processes of this machine that have ended left beside a place. What can't be removed stays. */
export function removeLeftovers(place: string, what: Leftover): void {
  const folder = dirname(place);
  const start = basename(place) + WORDS[what];
  try {
    for (const name of fs.readdirSync(folder)) {
      if (!name.startsWith(start) || !isLeftBehind(name.slice(start.length))) continue;
      fs.rmSync(join(folder, name), { recursive: true, force: true });
    }
  } catch (error) {
    // The export itself doesn't depend on it.
    if (systemCode(error) === '') throw error;
  }
}
