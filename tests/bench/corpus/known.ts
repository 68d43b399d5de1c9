import type { Core } from '../../../src/main/core.ts';
import type { Random } from '../random.ts';

/** What there is to ask for in a corpus, the most frequent first where nothing else is said. */
export interface Known {
  readonly outlets: readonly string[];
  readonly coders: readonly string[];
  readonly codes: readonly string[];
  readonly entities: readonly string[];
  /** Names of entities, in no order. */
  readonly names: readonly string[];
  /** Own actors and venues, in the order of their making. */
  readonly mentions: readonly string[];
  /** Own claims, in the order of their making. */
  readonly claims: readonly string[];
  /** Own mentions of what is mentioned most, and of what is mentioned least. */
  readonly common: readonly string[];
  readonly rare: readonly string[];
}

export function readKnown(core: Core): Known {
  const { db } = core.context.session.need();
  const column = (sql: string, ...values: readonly string[]): string[] =>
    db
      .prepare(sql)
      .pluck()
      .all(...values) as string[];
  const me = core.context.user.coder().id;
  const own = (kinds: string) => column(`SELECT id FROM annotation WHERE coder_id = ? AND ${kinds} ORDER BY id`, me);
  const entities = column(
    'SELECT entity_id FROM annotation WHERE entity_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC',
  );
  const mentionsOf = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => column('SELECT id FROM annotation WHERE entity_id = ? AND coder_id = ? ORDER BY id', id, me));
  return {
    outlets: column('SELECT outlet FROM article GROUP BY outlet ORDER BY count(*) DESC'),
    coders: column('SELECT coder_id FROM annotation GROUP BY coder_id ORDER BY count(*) DESC'),
    codes: column('SELECT code_id FROM annotation_code GROUP BY code_id ORDER BY count(*) DESC'),
    entities,
    names: column('SELECT name FROM entity ORDER BY id'),
    mentions: own("kind <> 'claim'").slice(0, 20_000),
    claims: own("kind = 'claim'").slice(0, 20_000),
    common: mentionsOf(entities.slice(0, 3)),
    rare: mentionsOf(entities.slice(-50)),
  };
}

export function any<T>(list: readonly T[], random: Random): T {
  return list[random.below(list.length)] as T;
}
