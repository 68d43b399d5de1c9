import type { Entity, EntityCategory, EntityKind } from '../../shared/model/entity.ts';
import { foldWords } from '../../shared/text/fold.ts';
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

const FITS = `(@kind IS NULL OR kind = @kind) AND (@category IS NULL OR category = @category)
  AND (@like = '' OR id IN (SELECT entity_id FROM entity_name WHERE key LIKE @like ESCAPE '\\'))`;
const MENTIONS = `(SELECT entity_id, count(*) AS mentions FROM mention WHERE entity_id IS NOT NULL GROUP BY entity_id)`;

/** The authority list in pages. */
export const entityList = perDatabase((db) => {
  // Those whose own name begins with the words come first, then others that have them.
  const byName = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE ${FITS}
    ORDER BY (@like <> '' AND name_key NOT LIKE substr(@like, 2) ESCAPE '\\'), name_key, id LIMIT @limit OFFSET @offset`);
  const byMentions =
    db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity LEFT JOIN ${MENTIONS} ON entity_id = id WHERE ${FITS}
    ORDER BY coalesce(mentions, 0) DESC, name_key, id LIMIT @limit OFFSET @offset`);
  const counts = db.prepare(`SELECT kind, count(*) AS count FROM entity WHERE ${FITS} GROUP BY kind`);
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
      const statement = choice.sort === 'name' ? byName : byMentions;
      const { limit, offset } = choice;
      return (statement.all({ ...parameters(choice), limit, offset }) as EntityRecordRow[]).map(toEntity);
    },
    /** How many entities of each kind fit, whatever kind is asked for. */
    counts(choice: Pick<EntityChoice, 'category' | 'query'>): Record<EntityKind, number> {
      const rows = counts.all(parameters({ ...choice, kind: null })) as { kind: EntityKind; count: number }[];
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

function parameters(choice: Pick<EntityChoice, 'kind' | 'category' | 'query'>) {
  const key = foldWords(choice.query).replace(/[\\%_]/g, '\\$&');
  return { kind: choice.kind, category: choice.category, like: key === '' ? '' : `%${key}%` };
}
