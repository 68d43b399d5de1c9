import type { Database } from 'better-sqlite3';

/**
 * Turns "make this for a connection" into "give me this connection's": statements are prepared once a connection and go
 * with it.
 */
export function perDatabase<T extends object>(make: (db: Database) => T): (db: Database) => T {
  const made = new WeakMap<Database, T>();
  return (db) => {
    let own = made.get(db);
    if (own === undefined) {
      own = make(db);
      made.set(db, own);
    }
    return own;
  };
}

/** The queries that each kind of record that can change needs, so that change sets can be applied to it. */
export interface RecordTable<R> {
  get(id: string): R | null;
  insert(record: R): void;
  update(record: R): void;
  remove(id: string): void;
}
