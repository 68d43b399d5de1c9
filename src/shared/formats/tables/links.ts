import type { Link } from '../../model/link.ts';
import { ROLES } from '../../model/role.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';
import { type ArticleTable, coderName, type DatasetRow, entityName, viewOf, wordsOf } from './shape.ts';

/** `links`: one row a filled role. */
export const linkTable: ArticleTable = {
  name: 'links',
  per: 'article',
  description: 'One row a filled role of a claim: this claim is by, to or at that span or entity.',
  primaryKey: ['link_id'],
  foreignKeys: [
    { column: 'claim_id', table: 'claims', to: 'claim_id' },
    { column: 'target_id', table: 'spans', to: 'span_id' },
    { column: 'entity_id', table: 'entities', to: 'entity_id' },
    { column: 'article_id', table: 'articles', to: 'article_id' },
  ],
  columns: () => [
    { name: 'link_id', type: 'string', description: 'Names the filled role.' },
    { name: 'claim_id', type: 'string', description: 'The claim whose role is filled.' },
    { name: 'role', type: 'string', description: `One of: ${ROLES.join(', ')}.`, options: ROLES },
    {
      name: 'target_is',
      type: 'string',
      description:
        'span: words of the article fill the role; entity: somebody whom the article doesn’t name there does.',
      options: ['span', 'entity'],
    },
    { name: 'target_id', type: 'string', description: 'span_id of the words that fill it; empty for an entity.' },
    { name: 'words', type: 'string', description: 'The words that fill it; their fragments joined with “ … ”.' },
    { name: 'entity_id', type: 'string', description: 'The entity that fills it, or to whom its words refer.' },
    { name: 'entity', type: 'string', description: 'Canonical name of that entity.' },
    {
      name: 'position',
      type: 'integer',
      description: 'Order among those that fill the same role of the claim, from 0.',
    },
    { name: 'article_id', type: 'string', description: 'The article that the claim is in.' },
    { name: 'coder', type: 'string', description: 'Who coded the claim.' },
  ],
  rows: linkRows,
};

/** A row for each filled role: claims in reading order, roles in the order of `ROLES`, then by position. */
export function* linkRows(unit: ArticleUnit, book: Book): Iterable<DatasetRow> {
  const { linksOf } = viewOf(unit);
  for (const annotation of unit.annotations) {
    for (const link of linksOf.get(annotation.id) ?? []) yield linkRow(unit, link, book);
  }
}

/** The row of a filled role. */
export function linkRow(unit: ArticleUnit, link: Link, book: Book): DatasetRow {
  const { annotations } = viewOf(unit);
  const isSpan = link.targetIs === 'annotation';
  const target = isSpan ? annotations.get(link.targetId) : undefined;
  const claim = annotations.get(link.claimId);
  const entityId = isSpan ? (target?.entityId ?? null) : link.targetId;
  return {
    articleId: unit.article.id,
    annotationId: isSpan ? link.targetId : link.claimId,
    cells: [
      link.id,
      link.claimId,
      link.role,
      isSpan ? 'span' : 'entity',
      isSpan ? link.targetId : '',
      target ? wordsOf(unit.text, target.fragments) : '',
      entityId,
      entityName(book, entityId),
      link.position,
      unit.article.id,
      claim ? coderName(book, claim.coderId) : '',
    ],
  };
}
