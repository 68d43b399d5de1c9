import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { conditionsOf } from '../../src/main/db/corpus-filter.ts';
import { entityTable } from '../../src/main/db/entities.ts';
import { linkTable } from '../../src/main/db/links.ts';
import { mentionTable } from '../../src/main/db/mentions.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { makeProject } from './support/project.ts';

/*
 * What is asked for each row of a list, or at each key, goes by an index, whatever statistics a file has: Parley keeps none, and
 * those that another program left may be of a time when nothing was linked.
 */

/** How SQLite would answer, a step a line. */
function planOf(db: Database.Database, sql: string): string {
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql.replace(/@\w+|\?/g, "'x'")}`).all() as { detail: string }[];
  return plan.map(({ detail }) => detail).join('\n');
}

/** A project's file that says of itself: many mentions, no links. */
function projectWithOldStatistics(): string {
  const { session, project } = makeProject();
  project.db.exec(`ANALYZE; DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('link', 'link_by_target', '0 0'), ('link', 'link_by_entity', '0 0'), ('mention', 'mention', '104730 1'),
    ('mention', 'mention_of_entity', '24750 62 62 19 1'), ('annotation', 'annotation_of_entity', '24750 62 19'),
    ('annotation', 'sqlite_autoindex_annotation_1', '200000 1')`);
  session.close();
  return project.path;
}

/** The statements that a table prepares. */
function statementsOf(table: (db: Database.Database) => object): { db: Database.Database; statements: string[] } {
  const db = new Database(projectWithOldStatistics(), { readonly: true });
  const prepare = db.prepare.bind(db);
  const statements: string[] = [];
  db.prepare = ((sql: string) => {
    statements.push(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  table(db);
  db.prepare = prepare as typeof db.prepare;
  return { db, statements };
}

// A bare `SCAN m` reads what was just grouped, not the table.
const SCANS = /SCAN (?:l|a|t|x|link|mention|annotation|article)\b|SCAN m USING/;

test('an entity’s mentions, roles and claims are found by it', () => {
  const { db, statements } = statementsOf(mentionTable);
  const found = statements.filter((sql) => sql.startsWith('SELECT'));
  expect(found.length).toBeGreaterThan(10);
  for (const sql of found) expect(`${sql}\n${planOf(db, sql)}`).not.toMatch(SCANS);
  db.close();
});

test('what refers to nothing yet is counted from its index alone', () => {
  const { db, statements } = statementsOf(mentionTable);
  const grouped = statements.filter((sql) => sql.includes('GROUP BY kind, key'));
  expect(grouped).toHaveLength(2);
  for (const sql of grouped) {
    const plan = planOf(db, sql);
    expect(plan).toContain('SEARCH mention USING COVERING INDEX mention_unresolved');
    expect(plan).not.toMatch(/mention USING INDEX|B-TREE FOR GROUP BY/);
  }
  db.close();
});

test('so are a claim’s links, and the entities of a name', () => {
  for (const table of [linkTable, entityTable] as const) {
    const { db, statements } = statementsOf(table);
    const byKey = statements.filter((sql) => /^SELECT[^]*WHERE (?!c\.kind IS NOT)/.test(sql));
    expect(byKey.length).toBeGreaterThan(4);
    for (const sql of byKey) expect(`${sql}\n${planOf(db, sql)}`).not.toMatch(/SCAN (?:link|entity|entity_name)\b/);
    db.close();
  }
});

test('a filter by entities begins at them', () => {
  const db = new Database(projectWithOldStatistics(), { readonly: true });
  const { annotation } = conditionsOf({ ...NO_FILTER, entities: ['x'] });
  const plan = planOf(db, `SELECT x.article_id FROM annotation x WHERE ${annotation.join(' AND ')}`);
  expect(plan).not.toMatch(SCANS);
  expect(plan).toContain('link_by_target (target_id=?)');
  db.close();
});
