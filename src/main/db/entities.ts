import type { Entity, EntityKind } from '../../shared/model/entity.ts';
import { looseKeys } from '../../shared/resolve/keys.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { orderKey } from '../../shared/text/order-key.ts';
import { perDatabase, type RecordTable } from './prepared.ts';

/** An entity's columns, of `entity`. */
export const ENTITY_COLUMNS = `id, kind, category, name, aliases, country, party, parent_id AS parentId, note,
  apart_from AS apartFrom, created_at AS createdAt, updated_at AS updatedAt`;

/** A row with these columns. */
export type EntityRecordRow = Omit<Entity, 'aliases' | 'apartFrom'> & {
  readonly aliases: string;
  readonly apartFrom: string | null;
};

/** The authority list. */
export interface EntityTable extends RecordTable<Entity> {
  /** Every entity, of one kind or of both, by name. */
  all(kind?: EntityKind): Entity[];
  /** Those of a kind that have a name or alias which folds to this key (`foldWords`). */
  named(kind: EntityKind, key: string): Entity[];
  /** Those of a kind that have this among their `looseKeys`; no more than a proposal can weigh. */
  loosely(kind: EntityKind, key: string): Entity[];
  /** The entities that are part of this one, by name. */
  partsOf(id: string): Entity[];
  /** The entities that were told apart from one of these, by name. */
  toldApartFrom(ids: readonly string[]): Entity[];
  count(): number;
}

/** A key that more entities share tells nothing. */
const MOST_ALIKE = 200;

/** The authority list: actors and venues with their names. */
export const entityTable = perDatabase((db): EntityTable => {
  const get = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE id = ?`);
  const all = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE kind = ? ORDER BY name_key, id`);
  const both = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity ORDER BY name_key, id`);
  // The plus signs keep SQLite from going through all of a kind in order: few have a key.
  const named = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE +kind = ?
    AND id IN (SELECT entity_id FROM entity_name WHERE key = ?) ORDER BY +name_key, id`);
  const loosely = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE +kind = ?
    AND id IN (SELECT entity_id FROM entity_key WHERE key = ?) ORDER BY +name_key, id LIMIT ${MOST_ALIKE}`);
  const partsOf = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE parent_id = ? ORDER BY name_key, id`);
  // Only the few that are told apart from any are looked through.
  const toldApartFrom = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE id IN
    (SELECT told.id FROM entity AS told INDEXED BY entity_told_apart, json_each(told.apart_from) AS other
      WHERE told.apart_from IS NOT NULL AND other.value IN (SELECT value FROM json_each(?)))
    ORDER BY +name_key, id`);
  const count = db.prepare('SELECT count(*) FROM entity').pluck();
  const insert = db.prepare(`INSERT INTO entity (id, kind, category, name, aliases, country, party, parent_id, note,
    apart_from, created_at, updated_at, name_key) VALUES (@id, @kind, @category, @name, @aliases, @country, @party,
    @parentId, @note, @apartFrom, @createdAt, @updatedAt, @nameKey)`);
  const update = db.prepare(`UPDATE entity SET kind = @kind, category = @category, name = @name, aliases = @aliases,
    country = @country, party = @party, parent_id = @parentId, note = @note, apart_from = @apartFrom,
    created_at = @createdAt, updated_at = @updatedAt, name_key = @nameKey WHERE id = @id`);
  const remove = db.prepare('DELETE FROM entity WHERE id = ?');
  const addName = db.prepare('INSERT OR IGNORE INTO entity_name (key, entity_id) VALUES (?, ?)');
  const dropNames = db.prepare('DELETE FROM entity_name WHERE entity_id = ?');

  const addKey = db.prepare('INSERT OR IGNORE INTO entity_key (key, entity_id) VALUES (?, ?)');
  const dropKeys = db.prepare('DELETE FROM entity_key WHERE entity_id = ?');

  function putNames(entity: Entity): void {
    const { id, name, aliases } = entity;
    dropNames.run(id);
    dropKeys.run(id);
    for (const one of [name, ...aliases]) addName.run(foldWords(one), id);
    for (const key of looseKeys(entity)) addKey.run(key, id);
  }

  return {
    get(id) {
      const row = get.get(id) as EntityRecordRow | undefined;
      return row ? toEntity(row) : null;
    },
    insert(entity) {
      insert.run(toRow(entity));
      putNames(entity);
    },
    update(entity) {
      update.run(toRow(entity));
      putNames(entity);
    },
    remove(id) {
      dropNames.run(id);
      dropKeys.run(id);
      remove.run(id);
    },
    all: (kind) => ((kind ? all.all(kind) : both.all()) as EntityRecordRow[]).map(toEntity),
    named: (kind, key) => (named.all(kind, key) as EntityRecordRow[]).map(toEntity),
    loosely: (kind, key) => (loosely.all(kind, key) as EntityRecordRow[]).map(toEntity),
    partsOf: (id) => (partsOf.all(id) as EntityRecordRow[]).map(toEntity),
    toldApartFrom: (ids) => (toldApartFrom.all(JSON.stringify(ids)) as EntityRecordRow[]).map(toEntity),
    count: () => count.get() as number,
  };
});

/** An entity from a row with its columns. */
export function toEntity({ aliases, apartFrom, ...rest }: EntityRecordRow): Entity {
  const entity = { ...rest, aliases: JSON.parse(aliases) as string[] };
  return apartFrom === null ? entity : { ...entity, apartFrom: JSON.parse(apartFrom) as string[] };
}

function toRow({ aliases, apartFrom, ...rest }: Entity): EntityRecordRow & { readonly nameKey: string } {
  return {
    ...rest,
    aliases: JSON.stringify(aliases),
    apartFrom: apartFrom ? JSON.stringify(apartFrom) : null,
    nameKey: orderKey(rest.name),
  };
}
