import Database from 'better-sqlite3';
import { closeSync, copyFileSync, existsSync, linkSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { damaged } from './failure.ts';
import { besideFile } from './remains.ts';

/*
 * After an unclean stop a log lies beside the project file, and SQLite writes it into whatever file bears the name: nothing in it
 * says to which it belongs. Where a backup was put in the place of the file, that would mix the pages of both and destroy it.
 */

/** Every so many acts, and with the first, a log is given a mark of its file. */
const MARKED_EVERY = 25;

/** An act of the history. Acts are only added, each in a commit of its own. */
interface Act {
  readonly seq: number;
  readonly id: string;
}

const NO_ACT: Act = { seq: 0, id: '' };

/**
 * Writes the file's first page into its log, now and then: SQLite counts in it how often the file was changed, and goes on from the
 * count that it found there. To be called in the transaction of each act. @param acts how many this process has kept before.
 */
export function markLog(db: Database.Database, acts: number): void {
  // That the version stays what it is makes no difference: the page is written.
  if (acts % MARKED_EVERY === 0) db.pragma(`user_version = ${String(db.pragma('user_version', { simple: true }))}`);
}

/**
 * Looks whether the log beside a project file is of that file, before SQLite writes it back. One that isn't is set aside, and
 * said: opened again, the project is what the file alone holds. This process has the project's lock.
 * Errors: `project-damaged`.
 */
export function settleLog(path: string): void {
  const log = `${path}-wal`;
  const alone = withoutLog(path, (copy) => reading(copy, lastAct));
  const damage = reading(path, problemOf);
  const { commits, counts } = readLog(log);
  const isOther =
    damage === null && (!follows(counts, changeCount(path)) || (alone !== null && contradicts(path, alone, commits)));
  if (damage === null && !isOther) return;
  // Only a file that is sound alone can have been another's place: a stop amid writing the log back leaves one that isn't.
  const isSound = withoutLog(path, (copy) => reading(copy, problemOf)) === null;
  if (!isSound) {
    if (damage === null) return;
    throw damaged(`“${basename(path)}”`, damage);
  }
  const aside = setLogAside(path);
  throw new ParleyError(
    'project-damaged',
    `Beside “${basename(path)}” lay the log of another file, or of another state of this one: what Parley kept last before it was stopped. It was set aside, and the project is as it was.`,
    `Where you put a backup in place, open it again: it is what you put there. Else, what was kept last is in “${basename(aside)}”: keep that together with the file that it belongs to.`,
  );
}

/**
 * Gives the log beside a project file a name under which SQLite doesn't find it: all of it is kept. This process has the project's
 * lock. @returns that name, as an absolute path.
 */
export function setLogAside(path: string): string {
  const aside = freeName(`${path}-log-set-aside`);
  renameSync(`${path}-wal`, aside);
  rmSync(`${path}-shm`, { force: true });
  return aside;
}

/** Whether a log with these counts of changes goes on from a file with that one, or was written back into it in part. */
function follows(counts: readonly number[], count: number): boolean {
  return counts.length === 0 || (count >= Math.min(...counts) - 1 && count <= Math.max(...counts));
}

/** Whether the history with the log can't have come from that of the file alone by the commits that are in the log. */
function contradicts(path: string, alone: Act, commits: number): boolean {
  return reading(path, (db) => {
    const last = lastAct(db);
    return last !== null && (last.seq - alone.seq > commits || (actAt(db, alone.seq) ?? NO_ACT).id !== alone.id);
  });
}

/** The newest act, or null where the history can't be read. */
function lastAct(db: Database.Database): Act | null {
  try {
    const act = db.prepare('SELECT seq, id FROM change_set ORDER BY seq DESC LIMIT 1').get() as Act | undefined;
    return act ?? NO_ACT;
  } catch {
    return null;
  }
}

function actAt(db: Database.Database, seq: number): Act | undefined {
  return db.prepare('SELECT seq, id FROM change_set WHERE seq = ?').get(seq) as Act | undefined;
}

function problemOf(db: Database.Database): string | null {
  try {
    const found = db.pragma('quick_check(1)', { simple: true });
    return found === 'ok' ? null : String(found);
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code)))
      return error.message;
    throw error;
  }
}

/** Reads a file, with the log beside it if there is one. Neither is changed: who may only read writes no log back. */
function reading<Result>(path: string, read: (db: Database.Database) => Result): Result {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

/** The same file under a name beside which no log lies. */
export function withoutLog<Result>(path: string, read: (copy: string) => Result): Result {
  const copy = besideFile(path);
  try {
    try {
      linkSync(path, copy);
    } catch {
      // Disks without links.
      copyFileSync(path, copy);
    }
    return read(copy);
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
  }
}

/** Where the count of changes stands in a file's first page. */
const COUNT_AT = 24;

/** How often a file was changed, as it says itself. This process has it open nowhere. */
function changeCount(path: string): number {
  return readingBytes(path, (read) => read(COUNT_AT, 4)?.readUInt32BE(0) ?? 0);
}

/**
 * How many transactions a log holds, and which counts of changes. Source of the layout: the SQLite file format, sections 1.3 and 4.
 */
function readLog(log: string): { readonly commits: number; readonly counts: readonly number[] } {
  return readingBytes(log, (read) => {
    const header = read(0, 32);
    const counts = new Set<number>();
    let commits = 0;
    if (!header) return { commits, counts: [] };
    const frameSize = 24 + header.readUInt32BE(8);
    for (let at = 32, frame = read(at, 24); frame; at += frameSize, frame = read(at, 24)) {
      // What a log held before it was begun anew bears other salts.
      if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) break;
      if (frame.readUInt32BE(4) > 0) commits++;
      const count = frame.readUInt32BE(0) === 1 ? read(at + 24 + COUNT_AT, 4) : null;
      if (count) counts.add(count.readUInt32BE(0));
    }
    return { commits, counts: [...counts] };
  });
}

/** @param use is handed a function that gives so many bytes from a place on, or null where the file ends before. */
function readingBytes<Result>(
  path: string,
  use: (read: (at: number, length: number) => Buffer | null) => Result,
): Result {
  const file = openSync(path, 'r');
  try {
    return use((at, length) => {
      const bytes = Buffer.alloc(length);
      return readSync(file, bytes, 0, length, at) === length ? bytes : null;
    });
  } finally {
    closeSync(file);
  }
}

function freeName(path: string): string {
  let free = path;
  for (let n = 2; existsSync(free); n++) free = `${path}-${n}`;
  return free;
}
