import type { Database } from 'better-sqlite3';
import type { Code } from '../../shared/model/code.ts';
import { looseKeys } from '../../shared/resolve/keys.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { orderKey } from '../../shared/text/order-key.ts';
import { valueKey } from './annotations.ts';
import { codeTable } from './codes.ts';
import { entityTable } from './entities.ts';
import { isInCircle } from './hang-together.ts';
import { joinedWords, wordsKey } from './mention-keys.ts';

/*
 * What only helps to find follows from the records: where it doesn't, something would be looked for in vain. Each tells how
 * many records that is.
 */

/** Annotations that can't be found by the codes or values that they have. */
export function countMisfiled(db: Database): number {
  const misfiled = new Set(misfiledByKeys.map((sql) => db.prepare(sql).pluck().all() as string[]).flat());
  const values = db
    .prepare(`SELECT v.annotation_id, v.variable_id, v.value, a.coding FROM annotation_value v
      JOIN annotation a ON a.id = v.annotation_id WHERE a.coding IS NOT NULL`)
    .raw();
  for (const [id, variableId, value, coding] of values.iterate() as Iterable<[string, string, string, string]>) {
    const own = (JSON.parse(coding) as { values?: Record<string, string | number | boolean> }).values?.[variableId];
    if (own === undefined || valueKey(own) !== value) misfiled.add(id);
  }
  return misfiled.size;
}

const misfiledByKeys = [
  `SELECT id FROM annotation a WHERE
    (SELECT coalesce(group_concat(code_id, ' '), '') FROM
      (SELECT code_id FROM annotation_code WHERE annotation_id = a.id ORDER BY position))
    IS NOT (SELECT coalesce(group_concat(value, ' '), '') FROM
      (SELECT value FROM json_each(coalesce(a.coding, '{"codes":[]}'), '$.codes') ORDER BY key))`,
  `SELECT id FROM annotation a WHERE
    (SELECT coalesce(group_concat(variable_id, ' '), '') FROM
      (SELECT variable_id FROM annotation_value WHERE annotation_id = a.id ORDER BY variable_id))
    IS NOT (SELECT coalesce(group_concat(key, ' '), '') FROM
      (SELECT key FROM json_each(coalesce(a.coding, '{"values":{}}'), '$.values') ORDER BY key))`,
];

/** Actors and venues that can't be found by their words, or by who or what they are. */
export function countMisfiledMentions(db: Database): number {
  const rows = db
    .prepare(`SELECT a.quote, m.key, m.annotation_id IS NOT NULL AND m.article_id = a.article_id AND m.coder_id = a.coder_id
        AND m.kind = a.kind AND m.entity_id IS a.entity_id
      FROM annotation a LEFT JOIN mention m ON m.annotation_id = a.id WHERE a.kind <> 'claim'`)
    .raw();
  let count = db
    .prepare(
      `SELECT count(*) FROM mention WHERE annotation_id NOT IN (SELECT id FROM annotation WHERE kind <> 'claim')`,
    )
    .pluck()
    .get() as number;
  for (const [quote, key, isSame] of rows.iterate() as Iterable<[string, string | null, number]>) {
    if (isSame !== 1 || key !== wordsKey(joinedWords(JSON.parse(quote) as string[]))) count++;
  }
  return count;
}

/** Entities that can't be found by a name of theirs, or are found by one that they don't have. */
export function countMisfiledEntities(db: Database): number {
  const tables = ['entity_name', 'entity_key'].map((table) =>
    db.prepare(`SELECT key FROM ${table} WHERE entity_id = ?`).pluck(),
  );
  const nameKey = db.prepare('SELECT name_key FROM entity WHERE id = ?').pluck();
  const misfiled = entityTable(db)
    .all()
    .filter((entity) => {
      const wanted = [[entity.name, ...entity.aliases].map(foldWords), looseKeys(entity)];
      const isFiled = tables.every((table, i) => isSame(table.all(entity.id) as string[], wanted[i] ?? []));
      return !isFiled || nameKey.get(entity.id) !== orderKey(entity.name);
    });
  return misfiled.length;
}

function isSame(found: readonly string[], wanted: readonly string[]): boolean {
  const keys = new Set(wanted);
  return found.length === keys.size && found.every((key) => keys.has(key));
}

/** Names of codes and entities that stand under themselves. */
export function inCircles(db: Database): { readonly codes: readonly string[]; readonly entities: readonly string[] } {
  return { codes: namesInCircles(codeTable(db).all()), entities: namesInCircles(entityTable(db).all()) };
}

type Placed = Pick<Code, 'id' | 'name' | 'parentId'>;

function namesInCircles(records: readonly Placed[]): string[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return records.filter(({ id }) => isInCircle(id, (one) => byId.get(one))).map(({ name }) => name);
}
