import type { Handlers } from '../../shared/api/dispatch.ts';
import type { IncompleteRow } from '../../shared/api/methods/coding.ts';
import { MISSING_PARTS, missingOf, type MissingPart, type Requirements } from '../../shared/model/completeness.ts';
import { ROLE_NAME } from '../../shared/model/role.ts';
import { annotationTable } from '../db/annotations.ts';
import { articleTable } from '../db/articles.ts';
import { codeTable } from '../db/codes.ts';
import { articleSums } from '../db/article-sums.ts';
import { countIncomplete, incompleteTable } from '../db/incomplete.ts';
import { linkTable } from '../db/links.ts';
import { textOf } from '../db/unit.ts';
import { variableTable } from '../db/variables.ts';
import type { Context, Project } from './context.ts';
import { quoted } from './labels.ts';

type Database = Project['db'];

/** The queue of claims whose record lacks something. */
export const incompleteHandlers: Pick<Handlers<Context>, 'claims.incomplete' | 'claims.countIncomplete'> = {
  async 'claims.incomplete'(context, { offset, limit, missing, coderId }) {
    const { db } = context.session.need();
    const sums = await articleSums(db).upToDate();
    const requirements = readRequirements(db);
    const query = { coderId, missing, requirements };
    const ids = incompleteTable(db).page(query, sums, offset, limit);
    const rows = ids.flatMap((id) => rowOf(db, id, missing, requirements) ?? []);
    return { total: countIncomplete(query, sums), rows };
  },

  async 'claims.countIncomplete'(context, { coderId }) {
    const { db } = context.session.need();
    const sums = await articleSums(db).upToDate();
    const requirements = readRequirements(db);
    const count = (missing: MissingPart | null) => countIncomplete({ coderId, missing, requirements }, sums);
    const [claimant, addressee, venue, code, value] = MISSING_PARTS.map(count) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { any: count(null), byPart: { claimant, addressee, venue, code, value } };
  },
};

/** What a whole record needs, as the codebook has it now. */
export function readRequirements(db: Database): Requirements {
  return { codes: codeTable(db).all(), variables: variableTable(db).all() };
}

function rowOf(db: Database, id: string, asked: MissingPart | null, requirements: Requirements): IncompleteRow | null {
  const claim = annotationTable(db).get(id);
  const article = claim && articleTable(db).get(claim.articleId);
  if (!article) return null;
  const missing = missingOf(claim, linkTable(db).ofClaim(id), requirements).map(({ words }) => words);
  // Roles that a complete record may lack are named when they are asked for.
  const also = asked === 'addressee' || asked === 'venue' ? [ROLE_NAME[asked]] : [];
  return {
    annotationId: id,
    coderId: claim.coderId,
    articleId: article.id,
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    words: quoted(textOf(db, article), claim.fragments, 140),
    missing: [...also, ...missing],
  };
}
