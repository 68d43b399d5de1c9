import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/*
 * What is written beside its place first bears a name that says whose it is: a process that is killed leaves it behind, and who
 * next works in that folder takes it away.
 */

const START = '.parley-unfinished-';

/** Whose something is, and a name that nobody else gives: `3f9c2a-4711-0badcafe`. */
export function ownMark(): string {
  return `${machine()}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/**
 * Whether a mark, with what may follow it, is of a process of this machine that has ended. Of a folder that several machines
 * share, each knows its own processes alone.
 */
export function isLeftBehind(mark: string, following = /^$/): boolean {
  const found = /^([0-9a-f]{6})-(\d+)-[0-9a-f]{8}(.*)$/.exec(mark);
  if (!found) return false;
  const [, owner, pid, rest = ''] = found;
  return owner === machine() && following.test(rest) && !isRunning(Number(pid));
}

/** A hidden name in the folder of a file, for what is about to become that file. Absolute path, as the file. */
export function besideFile(path: string): string {
  return join(dirname(path), START + ownMark());
}

/** Removes what processes that have ended left in a folder under such names. What can't be removed stays. */
export function removeRemains(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // Nothing depends on it.
    return;
  }
  for (const name of names) {
    if (!name.startsWith(START) || !isLeftBehind(name.slice(START.length), /^(-wal|-shm|-journal)?$/)) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // Nor on any of them.
    }
  }
}

function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
}

/** Whether a process of that number runs, perhaps another user's. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
