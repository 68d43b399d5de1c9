import type { Entity, EntityKind } from '../../shared/model/entity.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { perDatabase, type RecordTable } from './prepared.ts';

const COLUMNS = `id, kind, category, name, aliases, country, party, parent_id AS parentId, note,
  created_at AS createdAt, updated_at AS updatedAt`;

type Row = Omit<Entity, 'aliases'> & { readonly aliases: string };

export interface EntityTable extends RecordTable<Entity> {
  /** Every entity, of one kind or of both, by name. */
  all(kind?: EntityKind): Entity[];
  /** Those of a kind that have a name or alias which folds to this key (`foldWords`). */
  named(kind: EntityKind, key: string): Entity[];
  count(): number;
}

/** The authority list: actors and venues with their names. */
export const entityTable = perDatabase((db): EntityTable => {
  const get = db.prepare(`SELECT ${COLUMNS} FROM entity WHERE id = ?`);
  const all = db.prepare(`SELECT ${COLUMNS} FROM entity WHERE kind = ? ORDER BY name_key, id`);
  const both = db.prepare(`SELECT ${COLUMNS} FROM entity ORDER BY name_key, id`);
  const named = db.prepare(`SELECT ${COLUMNS} FROM entity WHERE kind = ?
    AND id IN (SELECT entity_id FROM entity_name WHERE key = ?) ORDER BY name_key, id`);
  const count = db.prepare('SELECT count(*) FROM entity').pluck();
  const insert = db.prepare(`INSERT INTO entity (id, kind, category, name, aliases, country, party, parent_id, note,
    created_at, updated_at, name_key) VALUES (@id, @kind, @category, @name, @aliases, @country, @party, @parentId, @note,
    @createdAt, @updatedAt, @nameKey)`);
  const update = db.prepare(`UPDATE entity SET kind = @kind, category = @category, name = @name, aliases = @aliases,
    country = @country, party = @party, parent_id = @parentId, note = @note, created_at = @createdAt,
    updated_at = @updatedAt, name_key = @nameKey WHERE id = @id`);
  const remove = db.prepare('DELETE FROM entity WHERE id = ?');
  const addName = db.prepare('INSERT OR IGNORE INTO entity_name (key, entity_id) VALUES (?, ?)');
  const dropNames = db.prepare('DELETE FROM entity_name WHERE entity_id = ?');

  function putNames({ id, name, aliases }: Entity): void {
    dropNames.run(id);
    for (const one of [name, ...aliases]) addName.run(foldWords(one), id);
  }

  return {
    get(id) {
      const row = get.get(id) as Row | undefined;
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
      remove.run(id);
    },
    all: (kind) => ((kind ? all.all(kind) : both.all()) as Row[]).map(toEntity),
    named: (kind, key) => (named.all(kind, key) as Row[]).map(toEntity),
    count: () => count.get() as number,
  };
});

function toEntity(row: Row): Entity {
  return { ...row, aliases: JSON.parse(row.aliases) as string[] };
}

function toRow(entity: Entity): Row & { readonly nameKey: string } {
  return { ...entity, aliases: JSON.stringify(entity.aliases), nameKey: foldWords(entity.name) };
}
