import type { Statement } from 'better-sqlite3';
import type { Entity, EntityCategory, EntityKind } from '../../shared/model/entity.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { KEY_MARK } from '../../shared/text/order-key.ts';
import { ENTITY_COLUMNS, type EntityRecordRow, toEntity } from './entities.ts';
import { perDatabase } from './prepared.ts';

/** What a list of entities is asked for. */
export interface EntityChoice {
  readonly kind: EntityKind | null;
  readonly category: EntityCategory | null;
  /** Part of a name or alias; '' for all. */
  readonly query: string;
  readonly sort: 'name' | 'mentions';
  readonly limit: number;
  readonly offset: number;
}

const MENTIONS = `(SELECT entity_id, count(*) AS mentions FROM mention WHERE entity_id IS NOT NULL GROUP BY entity_id)`;

/** Only what is asked for is in the question: SQLite finds its index then. */
function fits({ kind, category, query }: Pick<EntityChoice, 'kind' | 'category' | 'query'>): string {
  const conditions = [
    kind === null ? '' : 'kind = @kind',
    category === null ? '' : 'category = @category',
    query === '' ? '' : 'id IN (SELECT entity_id FROM entity_name WHERE instr(key, @query) > 0)',
  ].filter((condition) => condition !== '');
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function order({ sort, query }: Pick<EntityChoice, 'sort' | 'query'>): string {
  if (sort === 'mentions') return 'coalesce(mentions, 0) DESC, name_key, id';
  // Those whose own name begins with the words come first, then others that have them.
  const begins = `instr(name_key, @query) = 1 OR instr(name_key, '${KEY_MARK}' || @query) > 0`;
  return query === '' ? 'name_key, id' : `NOT (${begins}), name_key, id`;
}

/** The authority list in pages. */
export const entityList = perDatabase((db) => {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const names = db.prepare('SELECT id, kind, category, name FROM entity ORDER BY name_key, id LIMIT ?');
  const namesOf = db.prepare(
    'SELECT id, kind, category, name FROM entity WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name_key, id',
  );
  // Each table is in the order of its keys: nothing has to be sorted.
  const shared = ['entity_name', 'entity_key'].map((table) =>
    db
      .prepare(`SELECT group_concat(entity_id, ' ') FROM ${table} GROUP BY key HAVING count(*) BETWEEN 2 AND 12`)
      .pluck(),
  );

  return {
    page(choice: EntityChoice): Entity[] {
      const asked = { ...choice, query: foldWords(choice.query) };
      const by = order(asked);
      const counted = asked.sort === 'mentions' ? `LEFT JOIN ${MENTIONS} ON entity_id = id` : '';
      // The ids of the page first, from an index alone; then the few rows.
      const ids = prepare(`SELECT id FROM entity ${counted} ${fits(asked)} ORDER BY ${by} LIMIT @limit OFFSET @offset`)
        .pluck()
        .all(asked) as string[];
      const rows = prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE id IN (SELECT value FROM json_each(@ids))`).all({
        ids: JSON.stringify(ids),
      }) as EntityRecordRow[];
      const byId = new Map(rows.map((row) => [row.id, toEntity(row)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    /** How many entities of each kind fit, whatever kind is asked for. */
    counts(choice: Pick<EntityChoice, 'category' | 'query'>): Record<EntityKind, number> {
      const asked = { ...choice, kind: null, query: foldWords(choice.query) };
      const rows = prepare(`SELECT kind, count(*) AS count FROM entity ${fits(asked)} GROUP BY kind`).all(asked) as {
        kind: EntityKind;
        count: number;
      }[];
      const of = (kind: EntityKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
      return { actor: of('actor'), venue: of('venue') };
    },
    /** Names, of some or of the first in the list. */
    names: (ids: readonly string[] | null, limit: number) =>
      (ids === null ? names.all(limit) : namesOf.all(JSON.stringify(ids))) as Pick<
        Entity,
        'id' | 'kind' | 'category' | 'name'
      >[],
    /** Entities that share a name or key: each row the ids of two to twelve. */
    sharingKeys: (): string[][] =>
      shared.flatMap((statement) => (statement.all() as string[]).map((ids) => ids.split(' '))),
  };
});
