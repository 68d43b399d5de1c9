import {
  MISSING_PARTS,
  type MissingPart,
  requiredOf,
  type Requirements,
  wantsCode,
} from '../../shared/model/completeness.ts';
import { type ArticleSum, type ArticleSums, LACKS } from './article-sums.ts';
import { perDatabase } from './prepared.ts';

/** Which claims are asked for. */
export interface IncompleteQuery {
  /** Whose; null for everybody's. */
  readonly coderId: string | null;
  /** What they lack; null for anything that makes a record incomplete. */
  readonly missing: MissingPart | null;
  readonly requirements: Requirements;
}

/** Claims whose records lack something. */
export interface IncompleteTable {
  /** The ids of a page of them, by article in the order of an export, then in reading order. */
  page(query: IncompleteQuery, sums: ArticleSums, offset: number, limit: number): string[];
}

/** How many claims lack what is asked for. */
export function countIncomplete({ coderId, ...query }: IncompleteQuery, { totals }: ArticleSums): number {
  const lacking = bitsOf(query);
  let count = 0;
  for (const [whose, kind, state, all] of totals) {
    if (kind === 'claim' && (state & lacking) !== 0 && (coderId === null || whose === coderId)) count += all;
  }
  return count;
}

/** The claims that lack a role, code or value: the same rule as `missingOf`, as SQL over those few articles that a page is of. */
export const incompleteTable = perDatabase(
  (db): IncompleteTable => ({
    page({ coderId, ...query }, sums, offset, limit) {
      const lacking = bitsOf(query);
      const ofArticle = ({ tallies }: ArticleSum): number => {
        let count = 0;
        for (const [whose, kind, state, all] of tallies) {
          if (kind === 'claim' && (state & lacking) !== 0 && (coderId === null || whose === coderId)) count += all;
        }
        return count;
      };
      const places = sums.find(ofArticle, offset, limit);
      const condition = conditionOf(query);
      return db
        .prepare(`SELECT n.id FROM json_each(@articles) j CROSS JOIN annotation n ON n.article_id = j.value
          WHERE n.kind = 'claim' AND (@coderId IS NULL OR n.coder_id = @coderId) AND (${condition.sql})
          ORDER BY j.key, n.start, n."end" DESC, n.pieces, n.id LIMIT @limit OFFSET @skip`)
        .pluck()
        .all({
          articles: JSON.stringify(places.map(({ articleId }) => articleId)),
          coderId,
          limit,
          skip: places[0]?.skip ?? 0,
          ...condition.values,
        }) as string[];
    },
  }),
);

type Lacking = Pick<IncompleteQuery, 'missing' | 'requirements'>;

/** The parts whose lack is asked for, as far as the codebook asks for them. */
function partsOf({ missing, requirements }: Lacking): readonly MissingPart[] {
  const parts = missing === null ? (['claimant', 'code', 'value'] as const) : [missing];
  return MISSING_PARTS.filter(
    (part) =>
      parts.includes(part as never) &&
      (part !== 'code' || wantsCode(requirements)) &&
      (part !== 'value' || requiredOf('claim', requirements).length > 0),
  );
}

function bitsOf(query: Lacking): number {
  return partsOf(query).reduce((bits, part) => bits | LACKS[part], 0);
}

interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}

function conditionOf(query: Lacking): Condition {
  const required = requiredOf('claim', query.requirements);
  const conditions = partsOf(query).map((part) => {
    switch (part) {
      case 'claimant':
      case 'addressee':
      case 'venue':
        return `NOT EXISTS (SELECT 1 FROM link l WHERE l.claim_id = n.id AND l.role = '${part}')`;
      case 'code':
        return 'NOT EXISTS (SELECT 1 FROM annotation_code c WHERE c.annotation_id = n.id)';
      case 'value':
        return `(SELECT count(*) FROM annotation_value v WHERE v.annotation_id = n.id AND v.value <> '""'
          AND v.variable_id IN (SELECT value FROM json_each(@required))) < ${required.length}`;
    }
  });
  return {
    sql: conditions.length === 0 ? 'FALSE' : conditions.join(' OR '),
    values: conditions.some((sql) => sql.includes('@required'))
      ? { required: JSON.stringify(required.map(({ id }) => id)) }
      : {},
  };
}
