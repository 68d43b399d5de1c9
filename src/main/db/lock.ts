import Database from 'better-sqlite3';
import { statSync, unlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { explain } from './failure.ts';

/** A project file held by this process. */
export interface Lock {
  /** Whether a lock file lay there already: its holder ended without closing the project. */
  readonly leftBehind: boolean;
  release(): void;
}

/** Two turns are enough, but on disks whose files have no lasting numbers. */
const MOST_TURNS = 10;

/** `study.parley` → `study.parley-lock`. */
export function lockPath(projectPath: string): string {
  return `${projectPath}-lock`;
}

/**
 * Takes the one lock of a project file: an exclusive transaction on a small SQLite file beside it. The system frees it
 * when the process ends in whatever way, and other connections of this process can still read the project.
 * Errors: `project-locked`, `read-only`.
 */
export function takeLock(projectPath: string): Lock {
  const path = lockPath(projectPath);
  const leftBehind = fileNumber(path) !== null;
  for (let turn = 1; ; turn++) {
    // Between opening and locking, the last holder may have removed the file: a lock on that would hold nothing. The
    // file that was there before and after is the one that is locked; one just made is looked at in the next turn.
    const before = fileNumber(path);
    const db = hold(path, projectPath);
    const isSure = before !== null && before === fileNumber(path);
    if (isSure || turn === MOST_TURNS) return { leftBehind, release: () => release(db, path) };
    db.close();
  }
}

function hold(path: string, projectPath: string): Database.Database {
  try {
    const db = new Database(path, { timeout: 0 });
    try {
      db.pragma('journal_mode = MEMORY');
      db.exec('BEGIN EXCLUSIVE');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    const reason = explain(error, projectPath);
    if (!(reason instanceof ParleyError) || reason.code !== 'project-locked') throw reason;
    throw new ParleyError(
      'project-locked',
      `“${basename(projectPath)}” is already open in another window of Parley.`,
      'Go on in that window, or close the project there first. Where no such window is to be seen: a Parley that was started in a terminal, or an import there, still holds it; end that.',
      { cause: error },
    );
  }
}

function release(db: Database.Database, path: string): void {
  // Removed while it is still held, so that nobody else's lock is removed; Windows only lets go of closed files.
  if (!tryRemove(path)) {
    db.close();
    tryRemove(path);
    return;
  }
  db.close();
}

function tryRemove(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

/** What tells a file from another that later bears its name; null when none is there. */
export function fileNumber(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}
