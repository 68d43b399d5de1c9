import { valueWords } from '../../../shared/codebook/convert.ts';
import { codeTree } from '../../../shared/codebook/tree.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Kind } from '../../../shared/model/kind.ts';
import { oneLine } from '../../../shared/text/shorten.ts';
import { spanText } from '../../../shared/text/span.ts';
import { annotationTable } from '../../db/annotations.ts';
import { articleTable } from '../../db/articles.ts';
import { codeTable } from '../../db/codes.ts';
import { entityTable } from '../../db/entities.ts';
import { linkTable } from '../../db/links.ts';
import { textOf } from '../../db/unit.ts';
import { variableTable } from '../../db/variables.ts';
import type { Project } from '../context.ts';

type Database = Project['db'];

/** One thing that an annotation is coded with. */
export interface Aspect {
  readonly id: string;
  readonly title: string;
  /** As '' is shown: `no code`. */
  readonly none: string;
  /** How an annotation is coded in it, as it is shown; '' for not at all. */
  labelOf(annotation: Annotation): string;
}

/** What annotations of a kind are compared by. */
export function aspectsOf(db: Database, kind: Kind): readonly Aspect[] {
  if (kind !== 'claim') {
    return [
      { id: 'kind', title: 'Kind', none: '', labelOf: (annotation) => annotation.kind },
      { id: 'entity', title: 'Who or what it is', none: 'not linked', labelOf: ({ entityId }) => nameOf(db, entityId) },
      ...variables(db, kind),
    ];
  }
  const codes = codeTree(codeTable(db).all());
  return [
    {
      id: 'codes',
      title: 'Codes',
      none: 'no code',
      labelOf: (annotation) =>
        annotation.codes
          .map((id) => codes.path(id))
          .sort()
          .join(' + '),
    },
    { id: 'claimant', title: 'Claimant', none: 'nobody', labelOf: (claim) => claimants(db, claim) },
    ...variables(db, kind),
  ];
}

/** Those with few values: texts and days are seldom the same. */
function variables(db: Database, kind: Kind): Aspect[] {
  return variableTable(db)
    .all()
    .filter((one) => one.kind === kind && !one.retired && ['category', 'boolean', 'integer'].includes(one.type))
    .map(({ id, name }) => ({
      id,
      title: name,
      none: 'no value',
      labelOf({ values }) {
        const value = values[id];
        return value === undefined ? '' : valueWords(value);
      },
    }));
}

function nameOf(db: Database, entityId: string | null): string {
  return entityId === null ? '' : (entityTable(db).get(entityId)?.name ?? '');
}

/** The claimants of a claim: by the names of their entities, or their words. */
function claimants(db: Database, claim: Annotation): string {
  return linkTable(db)
    .ofClaim(claim.id)
    .filter(({ role }) => role === 'claimant')
    .map(({ targetIs, targetId }) => {
      if (targetIs === 'entity') return nameOf(db, targetId);
      const target = annotationTable(db).get(targetId);
      const article = target && articleTable(db).get(target.articleId);
      if (!target || !article) return '';
      return nameOf(db, target.entityId) || oneLine(spanText(textOf(db, article), target.fragments));
    })
    .filter((name) => name !== '')
    .sort()
    .join(', ');
}
