import type { Link } from '../../model/link.ts';
import type { ArticleUnit } from '../format.ts';
import { coderName, type CoderNames, type DatasetRow, type Table, viewOf, wordsOf } from './shape.ts';

/** `links`: one row a filled role. */
export const linkTable: Table = {
  name: 'links',
  description: 'One row a filled role of a claim: this claim is by, to or at that span.',
  primaryKey: ['claim_id', 'role', 'target_id'],
  foreignKeys: [
    { column: 'claim_id', table: 'claims', to: 'claim_id' },
    { column: 'target_id', table: 'spans', to: 'span_id' },
    { column: 'article_id', table: 'articles', to: 'article_id' },
  ],
  columns: [
    { name: 'claim_id', type: 'string', description: 'The claim whose role is filled.' },
    { name: 'role', type: 'string', description: 'claimant, addressee or venue.' },
    { name: 'target_id', type: 'string', description: 'span_id of the actor or venue that fills it.' },
    { name: 'words', type: 'string', description: 'Words of the actor or venue; its fragments joined with “ … ”.' },
    {
      name: 'position',
      type: 'integer',
      description: 'Order among those that fill the same role of the claim, from 0.',
    },
    { name: 'article_id', type: 'string', description: 'The article that both are in.' },
    { name: 'coder', type: 'string', description: 'Who coded the claim.' },
  ],
  rows: linkRows,
};

/** A row for each filled role: claims in reading order, roles in the order of `ROLES`, then by position. */
export function* linkRows(unit: ArticleUnit, coderNames: CoderNames): Iterable<DatasetRow> {
  const { linksOf } = viewOf(unit);
  for (const annotation of unit.annotations) {
    for (const link of linksOf.get(annotation.id) ?? []) yield linkRow(unit, link, coderNames);
  }
}

export function linkRow(unit: ArticleUnit, link: Link, coderNames: CoderNames): DatasetRow {
  const { annotations } = viewOf(unit);
  const target = annotations.get(link.targetId);
  const claim = annotations.get(link.claimId);
  return {
    articleId: unit.article.id,
    annotationId: link.targetId,
    cells: [
      link.claimId,
      link.role,
      link.targetId,
      target ? wordsOf(unit.text, target.fragments) : '',
      link.position,
      unit.article.id,
      claim ? coderName(coderNames, claim.coderId) : '',
    ],
  };
}
