import Database from 'better-sqlite3';
import type { CheckReport } from '../../shared/api/contract.ts';
import { checkProject } from '../db/check.ts';
import type { Watch } from '../db/migrate.ts';

/** Checks a project over a connection of its own, which sees it as it was when the check began. Errors: as `watch` says. */
export function runCheck(path: string, watch: Watch): CheckReport {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    db.exec('BEGIN');
    return checkProject(db, watch);
  } finally {
    db.close();
  }
}
