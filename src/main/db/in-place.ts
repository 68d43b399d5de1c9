import fs from 'node:fs';
import { dirname } from 'node:path';

/* What is written beside its place first and put there whole. */

/**
 * Gives a finished file its name, never over another file: a hard link is refused where one lies already; disks without
 * links get a rename behind a look.
 * Whoever wrote the partial file removes what is left of it.
 * @returns false when something lies there already.
 */
export function putInPlace(partial: string, place: string): boolean {
  try {
    fs.linkSync(partial, place);
  } catch {
    if (fs.existsSync(place)) return false;
    fs.renameSync(partial, place);
  }
  syncFolder(dirname(place));
  return true;
}

/**
 * Makes the names in a folder durable, where the system lets a folder be synced: Windows doesn't, some network disks don't,
 * and one that may be written but not listed can't be opened. A disk that fails is an error.
 */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = fs.openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fs.fsyncSync(handle);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EIO' || code === 'ENOSPC') throw error;
  } finally {
    fs.closeSync(handle);
  }
}
