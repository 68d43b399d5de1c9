import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { damaged } from './failure.ts';
import type { Migration } from './migrations/all.ts';

/** The schema version of a project file; 0 for a new one. */
export function schemaVersion(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** The version that a list of steps leads to. */
export function newestVersion(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0;
}

/**
 * Brings a project file to the newest version: each step in a transaction of its own that also sets the version. A file
 * that holds something is copied first, and the copy checked. Errors: `project-damaged`, `disk-full`, `read-only`.
 */
export function migrate(db: Database.Database, steps: readonly Migration[]): void {
  const from = schemaVersion(db);
  const due = steps.filter((step) => step.version > from);
  if (due.length === 0) return;
  if (from > 0) backUp(db, from);
  // Rebuilding a table would fail while references are watched; what is broken afterwards is found before it is kept.
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of due) db.transaction(() => take(db, step)).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function take(db: Database.Database, step: Migration): void {
  step.up(db);
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw damaged(`“${basename(db.name)}”`, `${broken.length} references lead nowhere, so it can’t be upgraded`);
  }
  db.pragma(`user_version = ${step.version}`);
}

/** `study.parley` of version 1 → `study.version-1.parley`, or `study.version-1-2.parley` when that is taken. */
function backUp(db: Database.Database, version: number): void {
  const stem = db.name.replace(/\.parley$/, '');
  let target = `${stem}.version-${version}.parley`;
  for (let n = 2; existsSync(target); n++) target = `${stem}.version-${version}-${n}.parley`;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    verify(partial, version);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

function verify(path: string, version: number): void {
  const copy = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const found = copy.pragma('integrity_check', { simple: true });
    if (found === 'ok' && schemaVersion(copy) === version) return;
    throw damaged(`The backup copy “${basename(path)}”`, String(found));
  } finally {
    copy.close();
  }
}
