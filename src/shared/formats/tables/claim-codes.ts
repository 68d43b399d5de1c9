import type { Annotation } from '../../model/annotation.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';
import { type ArticleTable, coderName, type DatasetRow } from './shape.ts';

/** `claim_codes`: one row for each code of each claim, to be counted and joined. */
export const claimCodeTable: ArticleTable = {
  name: 'claim_codes',
  per: 'article',
  description: 'One row for each code of each claim: to count claims by code.',
  primaryKey: ['claim_id', 'code_id'],
  foreignKeys: [
    { column: 'claim_id', table: 'claims', to: 'claim_id' },
    { column: 'code_id', table: 'codes', to: 'code_id' },
    { column: 'article_id', table: 'articles', to: 'article_id' },
  ],
  columns: () => [
    { name: 'claim_id', type: 'string', description: 'The claim that is coded.' },
    { name: 'code_id', type: 'string', description: 'The code that it is coded with.' },
    { name: 'code', type: 'string', description: 'The code’s name, with the codes above it before “ > ”.' },
    { name: 'position', type: 'integer', description: 'Order among the codes of the claim, from 0.' },
    { name: 'article_id', type: 'string', description: 'The article that the claim is in.' },
    { name: 'coder', type: 'string', description: 'Who coded the claim.' },
  ],
  rows: claimCodeRows,
};

/** A row for each code of each claim of the article: claims in reading order, codes as they were given. */
export function* claimCodeRows(unit: ArticleUnit, book: Book): Iterable<DatasetRow> {
  for (const claim of unit.annotations) {
    for (let position = 0; position < claim.codes.length; position++) yield claimCodeRow(unit, claim, position, book);
  }
}

/** The row of a claim's code. @param position its place among the claim's codes. */
export function claimCodeRow(unit: ArticleUnit, claim: Annotation, position: number, book: Book): DatasetRow {
  const codeId = claim.codes[position] ?? '';
  return {
    articleId: unit.article.id,
    annotationId: claim.id,
    cells: [
      claim.id,
      codeId,
      book.paths.get(codeId) ?? codeId,
      position,
      unit.article.id,
      coderName(book, claim.coderId),
    ],
  };
}
