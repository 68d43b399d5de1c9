import type { Database } from 'better-sqlite3';

/**
 * Schema version 7: two indexes hold what is asked of them, so that no row has to be looked up. Mentions that refer to nothing
 * yet are counted from theirs alone: it needs the column that decides which rows are in it, or SQLite reads each of them. And the
 * claims in which a mention plays a part are told by that of the links.
 */
export const covering = {
  version: 7,
  up(db: Database): void {
    db.exec(`
      DROP INDEX mention_unresolved;
      CREATE INDEX mention_unresolved ON mention (coder_id, kind, key, article_id, entity_id) WHERE entity_id IS NULL;
      DROP INDEX link_by_target;
      CREATE INDEX link_by_target ON link (target_id, claim_id, role) WHERE target_id IS NOT NULL;
    `);
  },
};
