import type { Database } from 'better-sqlite3';
import type { EntityIndex } from '../../shared/resolve/resolve.ts';
import { entityTable } from './entities.ts';

/** The project's authority list as the resolver asks it. */
export function entityIndex(db: Database): EntityIndex {
  const table = entityTable(db);
  return {
    get: (id) => table.get(id),
    named: (kind, key) => table.named(kind, key),
    loosely: (kind, key) => table.loosely(kind, key),
  };
}
