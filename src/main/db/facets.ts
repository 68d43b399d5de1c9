import type { Facet } from '../../shared/api/methods/search.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { perDatabase } from './prepared.ts';

type Row = Facet;

/** The most entities that are offered at once. */
const ENTITIES = 100;

/** What the corpus can be filtered by, each with how often it is there. */
export interface FacetTable {
  outlets(): Row[];
  years(): Row[];
  /** Claims by code: those that are on some. */
  codes(): Row[];
  /** Mentions by entity, the most mentioned first, of those one of whose names has these words. */
  entities(words: string): Row[];
  /** The same with counts that are given, the most frequent first; 0 for what has none. */
  entitiesBy(counts: ReadonlyMap<string, number>, words: string): Row[];
}

/** What can be filtered by, with counts. */
export const facetTable = perDatabase((db): FacetTable => {
  const outlets = db.prepare(`SELECT outlet AS value, outlet AS label, count(*) AS count FROM article
    GROUP BY outlet ORDER BY outlet = '', outlet_key, outlet`);
  const years =
    db.prepare(`SELECT substr(date, 1, 4) AS value, substr(date, 1, 4) AS label, count(*) AS count FROM article
    GROUP BY 1 ORDER BY 1 DESC`);
  const codes = db.prepare(
    'SELECT code_id AS value, code_id AS label, count(*) AS count FROM annotation_code GROUP BY code_id',
  );
  const entities = db.prepare(`SELECT e.id AS value, e.name AS label,
    (SELECT count(*) FROM annotation WHERE entity_id = e.id) AS count FROM entity e
    WHERE @key = '' OR e.id IN (SELECT entity_id FROM entity_name WHERE instr(key, @key) > 0)
    ORDER BY count DESC, e.name_key, e.id LIMIT ${ENTITIES}`);

  const named = db.prepare(`SELECT e.id AS value, e.name AS label, 0 AS count FROM entity e
    WHERE @key = '' OR e.id IN (SELECT entity_id FROM entity_name WHERE instr(key, @key) > 0)
    ORDER BY e.name_key, e.id`);

  return {
    outlets: () => outlets.all() as Row[],
    years: () => years.all() as Row[],
    codes: () => codes.all() as Row[],
    entities: (words) => entities.all({ key: foldWords(words) }) as Row[],
    entitiesBy: (counts, words) =>
      (named.all({ key: foldWords(words) }) as Row[])
        .map((row) => ({ ...row, count: counts.get(row.value) ?? 0 }))
        .sort((a, b) => b.count - a.count)
        .slice(0, ENTITIES),
  };
});
