import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { damaged } from './failure.ts';
import { type Migration, migrations } from './migrations/all.ts';
import { rebuildIndex } from './rebuild-index.ts';

/** The schema version of a project file; 0 for a new one. */
export function schemaVersion(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** The version that a list of steps leads to. */
export function newestVersion(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0;
}

/** Is told how far an upgrade is, `total` 0 while that can't be known; what it throws stops the upgrade. */
export type Watch = (done: number, total: number, what: string) => void;

/**
 * Brings a project file to the newest version: each step in a transaction of its own that also sets the version. In that of the
 * last one everything that only helps to find is made anew: an earlier Parley may have folded words otherwise, so that who changes
 * what records are filed under adds a step, be it an empty one. A file that holds something is copied first, and the copy checked. Errors: `project-damaged`, `disk-full`, `read-only`; `cancelled`
 * when `watch` says so: the file is then as it was, or between two versions, which the next upgrade goes on from.
 */
export function migrate(db: Database.Database, steps: readonly Migration[], watch: Watch = () => undefined): void {
  const from = schemaVersion(db);
  const due = steps.filter((step) => step.version > from);
  if (due.length === 0) return;
  const copy = from > 0 ? backUp(db, from, watch) : null;
  // Rebuilding a table would fail while references are watched; what is broken afterwards is found before it is kept.
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of due) {
      const refile = from > 0 && step === migrations.at(-1);
      db.transaction(() => {
        take(db, step, watch);
        if (refile) rebuildIndex(db, watch);
      }).immediate();
    }
  } catch (error) {
    // Nothing has changed yet: there is nothing that a copy would have to keep.
    const isCancelled = error instanceof ParleyError && error.code === 'cancelled';
    if (copy !== null && isCancelled && schemaVersion(db) === from) rmSync(copy, { force: true });
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function take(db: Database.Database, step: Migration, watch: Watch): void {
  watch(0, 0, 'Bringing the project up to date');
  step.up(db, watch);
  watch(0, 0, 'Bringing the project up to date');
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw damaged(`“${basename(db.name)}”`, `${broken.length} references lead nowhere, so it can’t be upgraded`);
  }
  db.pragma(`user_version = ${step.version}`);
}

/** `study.parley` of version 1 → `study.version-1.parley`, or `study.version-1-2.parley` when that is taken. */
function backUp(db: Database.Database, version: number, watch: Watch): string {
  const stem = db.name.replace(/\.parley$/, '');
  let target = `${stem}.version-${version}.parley`;
  for (let n = 2; existsSync(target); n++) target = `${stem}.version-${version}-${n}.parley`;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    watch(0, 0, 'Making a copy of the project as it is');
    db.prepare('VACUUM INTO ?').run(partial);
    watch(0, 0, 'Checking the copy');
    verify(partial, version);
    renameSync(partial, target);
    return target;
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
