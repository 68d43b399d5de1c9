import type { Database } from 'better-sqlite3';

/** What the project file says about itself. */
export interface Meta {
  readonly project_id: string;
  /** ISO 8601, UTC. */
  readonly created_at: string;
}

/** Writes what a new file says about itself, once for ever. */
export function writeMeta(db: Database, meta: Meta): void {
  const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  db.transaction(() => {
    for (const [key, value] of Object.entries(meta)) insert.run(key, value);
  })();
}

/** One entry, '' when it isn't there. */
export function readMeta(db: Database, key: keyof Meta): string {
  return (db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key) as string | undefined) ?? '';
}
