import { type MissingPart, requiredOf, type Requirements, wantsCode } from '../../shared/model/completeness.ts';
import { perDatabase } from './prepared.ts';

/** Which claims are asked for. */
export interface IncompleteQuery {
  /** Whose; null for everybody's. */
  readonly coderId: string | null;
  /** What they lack; null for anything that makes a record incomplete. */
  readonly missing: MissingPart | null;
  readonly requirements: Requirements;
}

export interface IncompleteTable {
  /** The ids of a page of them, by article in the order of an export, then in reading order. */
  page(query: IncompleteQuery, offset: number, limit: number): string[];
  count(query: IncompleteQuery): number;
}

/** How many lists are kept while nothing changes: one coder's queue by each part, and everybody's. */
const KEPT = 12;

/**
 * The claims that lack a role, code or value: the same rule as `missingOf`, as SQL. The whole list is read at once, a
 * fraction of a second on a large corpus, and kept for as long as nothing changes: pages and count come from it.
 */
export const incompleteTable = perDatabase((db): IncompleteTable => {
  const changes = db.prepare('SELECT total_changes()').pluck();
  const idOf = db
    .prepare('SELECT a.id FROM json_each(?) r JOIN annotation a ON a.rowid = r.value ORDER BY r.key')
    .pluck();
  let state = -1;
  const lists = new Map<string, readonly number[]>();
  const counts = new Map<string, number>();

  /** Forgets what was read before the last change. */
  function refresh(): void {
    const now = changes.get() as number;
    if (now === state) return;
    state = now;
    lists.clear();
    counts.clear();
  }

  /** Row numbers: a list of ids would be many times as large. */
  function list(query: IncompleteQuery): readonly number[] {
    refresh();
    const key = keyOf(query);
    const known = lists.get(key);
    if (known) return known;
    const lacking = conditionOf(query);
    const whose = query.coderId === null ? '' : 'AND n.coder_id = @coderId';
    const found = db
      .prepare(`SELECT n.rowid FROM annotation n JOIN article a ON a.id = n.article_id
        WHERE n.kind = 'claim' ${whose} AND (${lacking.sql})
        ORDER BY a.date, a.outlet, a.title, a.id, n.start, n."end" DESC, n.pieces, n.id`)
      .pluck()
      .all({ ...(query.coderId === null ? {} : { coderId: query.coderId }), ...lacking.values }) as number[];
    if (lists.size >= KEPT) lists.clear();
    lists.set(key, found);
    return found;
  }

  return {
    page: (query, offset, limit) => idOf.all(JSON.stringify(list(query).slice(offset, offset + limit))) as string[],
    count(query) {
      refresh();
      const key = keyOf(query);
      const known = lists.get(key)?.length ?? counts.get(key);
      if (known !== undefined) return known;
      // A count needs no order.
      const lacking = conditionOf(query);
      const whose = query.coderId === null ? '' : 'AND n.coder_id = @coderId';
      const found = db
        .prepare(`SELECT count(*) FROM annotation n WHERE n.kind = 'claim' ${whose} AND (${lacking.sql})`)
        .pluck()
        .get({ ...(query.coderId === null ? {} : { coderId: query.coderId }), ...lacking.values }) as number;
      counts.set(key, found);
      return found;
    },
  };
});

function keyOf({ coderId, missing }: IncompleteQuery): string {
  return JSON.stringify([coderId, missing]);
}

interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}

function conditionOf({ missing, requirements }: IncompleteQuery): Condition {
  const parts = missing === null ? (['claimant', 'code', 'value'] as const) : [missing];
  const conditions = parts.map((part) => lacks(part, requirements));
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' OR '),
    values: Object.assign({}, ...conditions.map(({ values }) => values)) as Condition['values'],
  };
}

const NEVER: Condition = { sql: 'FALSE', values: {} };

function lacks(part: MissingPart, requirements: Requirements): Condition {
  switch (part) {
    case 'claimant':
    case 'addressee':
    case 'venue':
      return {
        sql: `NOT EXISTS (SELECT 1 FROM link l WHERE l.claim_id = n.id AND l.role = '${part}')`,
        values: {},
      };
    case 'code':
      if (!wantsCode(requirements)) return NEVER;
      return { sql: 'NOT EXISTS (SELECT 1 FROM annotation_code c WHERE c.annotation_id = n.id)', values: {} };
    case 'value': {
      const required = requiredOf('claim', requirements);
      if (required.length === 0) return NEVER;
      return {
        sql: `(SELECT count(*) FROM annotation_value v WHERE v.annotation_id = n.id AND v.value <> '""'
          AND v.variable_id IN (${required.map((_, i) => `@v${i}`).join(', ')})) < ${required.length}`,
        values: Object.fromEntries(required.map(({ id }, i) => [`v${i}`, id])),
      };
    }
  }
}
