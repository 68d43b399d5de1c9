import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { withoutLog } from './foreign-log.ts';

/**
 * Refuses a file that is open under another name: renamed since, or with a second name. Its holder keeps its log beside the
 * other name, so whoever opened it here would read less than was saved, and both would write over each other's pages.
 *
 * SQLite keeps a shared lock on each file that it has open, and that goes with the file, not with its name; the system frees
 * it when the process ends. Programs that have it open under this name share the log that lies here, and hinder nobody.
 * Errors: `project-locked`.
 */
export function refuseOtherName(path: string): void {
  if (existsSync(`${path}-shm`)) return;
  // A log that lies here alone would be written back by the very look, into whatever file bears the name.
  if (!(existsSync(`${path}-wal`) ? withoutLog(path, isHeld) : isHeld(path))) return;
  throw new ParleyError(
    'project-locked',
    `“${basename(path)}” is already open under another name, in another window of Parley or in another program.`,
    'Go on there; in a window of Parley, open the project from where it is now. Or close it there first.',
  );
}

function isHeld(path: string): boolean {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    // A file with a log can only be read so while nobody else has it open.
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    // Whatever else is wrong with it, opening it says so.
    return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
  } finally {
    db.close();
  }
}
