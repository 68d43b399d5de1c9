import type { Database } from 'better-sqlite3';

/** Entities can be told apart from others whose names are alike; NULL for none, as for all that are there. */
export const toldApart = {
  version: 6,
  up(db: Database): void {
    db.exec('ALTER TABLE entity ADD COLUMN apart_from TEXT');
    db.exec('CREATE INDEX entity_told_apart ON entity (id) WHERE apart_from IS NOT NULL');
  },
};
