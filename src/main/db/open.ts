import Database from 'better-sqlite3';
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { damaged, explain } from './failure.ts';
import { setLogAside, settleLog } from './foreign-log.ts';
import { APPLICATION_ID, recognise, refuseFuture } from './header.ts';
import { putInPlace } from './in-place.ts';
import { fileNumber, type Lock, takeLock } from './lock.ts';
import { writeMeta } from './meta.ts';
import { migrate, newestVersion, schemaVersion, type Watch } from './migrate.ts';
import { type Migration, migrations } from './migrations/all.ts';
import { refuseOtherName } from './other-name.ts';
import { besideFile, removeRemains } from './remains.ts';

/** A project file that this process holds. */
export interface OpenFile {
  /** Absolute, links resolved. */
  readonly path: string;
  readonly db: Database.Database;
  /** Writes the log back into the file and frees the lock. */
  close(): void;
}

/** What a new project is given at birth. */
export interface Birth {
  readonly projectId: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** The first SQLite without the WAL-reset fault that could corrupt a file. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Makes a new project file and opens it. It is built under another name and put in place whole, never over another file.
 * Errors: `already-exists`, `read-only`, `disk-full`, `file-gone` (the folder).
 */
export function createFile(path: string, birth: Birth, steps: readonly Migration[] = migrations): OpenFile {
  const target = resolve(path);
  if (existsSync(target)) throw alreadyExists(target);
  if (!existsSync(dirname(target))) {
    throw new ParleyError(
      'file-gone',
      `The folder “${basename(dirname(target))}” isn’t there.`,
      'Choose another folder for the project.',
    );
  }
  const partial = besideFile(target);
  try {
    build(partial, birth, steps);
    if (!putInPlace(partial, target)) throw alreadyExists(target);
  } catch (error) {
    throw explain(error, target);
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(partial + ending, { force: true });
  }
  // What lies there is the log of a file that is gone, however alike: nothing of the new one is in a log yet.
  return open(target, steps, setLogAside);
}

/**
 * Opens a project file for this process alone, upgrading it where it is older. After an unclean stop it is checked first.
 * Errors: `file-gone`, `not-a-project`, `project-damaged`, `project-from-future`, `project-locked`, `read-only`,
 * `file-unreadable`.
 * @param watch is told how far an upgrade is, and can stop it: `cancelled`.
 */
export function openFile(path: string, steps: readonly Migration[] = migrations, watch?: Watch): OpenFile {
  return open(path, steps, settleLog, watch);
}

/** @param settle is handed the path of a file beside which a log lies, before SQLite sees that. */
function open(path: string, steps: readonly Migration[], settle: (path: string) => void, watch?: Watch): OpenFile {
  const full = realPath(path);
  const lock = takeLock(full);
  try {
    recognise(full, newestVersion(steps));
    const unclean = lock.leftBehind || hasContent(`${full}-wal`);
    refuseOtherName(full);
    if (hasContent(`${full}-wal`)) settle(full);
    const db = new Database(full, { fileMustExist: true, timeout: 2000 });
    try {
      prepare(db);
      // The log may hold a newer version than the file's own header.
      refuseFuture(full, schemaVersion(db), newestVersion(steps));
      if (unclean) quickCheck(db);
      migrate(db, steps, watch);
    } catch (error) {
      db.close();
      throw error;
    }
    removeRemains(dirname(full));
    const number = fileNumber(full);
    return { path: full, db, close: () => close(db, lock, number) };
  } catch (error) {
    lock.release();
    throw explain(error, full);
  }
}

function build(path: string, birth: Birth, steps: readonly Migration[]): void {
  const db = new Database(path);
  try {
    db.pragma('page_size = 4096');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    prepare(db);
    migrate(db, steps);
    writeMeta(db, { project_id: birth.projectId, created_at: birth.createdAt });
    // What tells the file's kind and version has to stand in the file itself, not in its log.
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Settings of a connection that writes. Each is read back where a silent refusal would cost data. */
function prepare(db: Database.Database): void {
  assertSqlite(db);
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    throw new ParleyError(
      'read-only',
      `“${basename(db.name)}” can’t be kept safely on this disk: it refuses a write-ahead log.`,
      'Copy the project to a disk of this computer.',
    );
  }
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  const durable = db.pragma('synchronous', { simple: true }) === 2;
  const referenced = db.pragma('foreign_keys', { simple: true }) === 1;
  if (!durable || !referenced) throw new Error('SQLite refused synchronous=FULL or foreign_keys=ON');
}

function assertSqlite(db: Database.Database): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  for (const [i, least] of OLDEST_SQLITE.entries()) {
    const part = parts[i] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is too old; ${OLDEST_SQLITE.join('.')} or newer is needed`);
  }
}

function quickCheck(db: Database.Database): void {
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw damaged(`“${basename(db.name)}”`, String(found));
}

/** @param number of the file that was opened: it may have been moved since. */
function close(db: Database.Database, lock: Lock, number: string | null): void {
  if (!db.open) return;
  const path = db.name;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // The log keeps everything; the next opening writes it back.
  }
  db.close();
  // Of a file that was moved SQLite leaves the log at the old place: empty, it must not be taken for another file's.
  if (fileNumber(path) !== number && !hasContent(`${path}-wal`)) {
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  }
  lock.release();
}

function realPath(path: string): string {
  try {
    const full = realpathSync(resolve(path));
    if (statSync(full).isDirectory()) {
      throw new ParleyError(
        'not-a-project',
        `“${basename(full)}” is a folder, not a Parley project.`,
        'Choose a file.',
      );
    }
    return full;
  } catch (error) {
    throw explain(error, path);
  }
}

function hasContent(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function alreadyExists(path: string): ParleyError {
  return new ParleyError(
    'already-exists',
    `“${basename(path)}” is there already.`,
    'Choose another name; Parley never writes over a file.',
  );
}
