import type { Annotation } from '../../model/annotation.ts';
import type { DatasetColumn } from '../../model/dataset.ts';
import { spanEnd, spanStart } from '../../text/span.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';
import { ROLE_ENTITIES, ROLE_IDS, ROLE_WORDS, roleCells } from './claim-roles.ts';
import {
  type ArticleTable,
  attributeCell,
  coderName,
  type DatasetRow,
  fragmentList,
  JOINER,
  viewOf,
  wordsOf,
} from './shape.ts';
import { CLAIM_KINDS, variableCells, variableColumns } from './variable-columns.ts';

/** `claims`: one row a claim record, to be read without the other tables. */
export const claimTable: ArticleTable = {
  name: 'claims',
  per: 'article',
  description: 'One row a claim: who claimed what, to whom, where, and how it is coded.',
  primaryKey: ['claim_id'],
  foreignKeys: [
    { column: 'claim_id', table: 'spans', to: 'span_id' },
    { column: 'article_id', table: 'articles', to: 'article_id' },
  ],
  columns: (book) => [...WHO_AND_WHAT, ...variableColumns(book, CLAIM_KINDS), ...HOW, ...WHERE],
  rows: claimRows,
};

/** What an analysis begins with, and so stands first: who claims what, and what that is coded with. */
const WHO_AND_WHAT: readonly DatasetColumn[] = [
  { name: 'claim_id', type: 'string', description: 'Names the claim; the span_id of its words.' },
  { name: 'article_id', type: 'string', description: 'The article that the claim is in.' },
  { name: 'claim', type: 'string', description: 'The claim’s words; its fragments joined with “ … ”.' },
  ...ROLE_WORDS.slice(0, 1),
  ...ROLE_ENTITIES.slice(0, 1),
  {
    name: 'codes',
    type: 'string',
    description: 'The codes of the claim, each with the codes above it before “ > ”; several joined with “; ”.',
  },
];

/** How the article tells it, and who else has a part in it. */
const HOW: readonly DatasetColumn[] = [
  {
    name: 'reporting',
    type: 'string',
    description: 'How the article brings the claim: quoted, paraphrased or reported; empty when not coded.',
    options: ['quoted', 'paraphrased', 'reported'],
  },
  { name: 'cue', type: 'string', description: 'The words that announce the claim, such as said or according to.' },
  {
    name: 'uttered_on',
    type: 'date',
    description: 'The day on which the claim was made, apart from the article’s date; empty when not known.',
  },
  ...ROLE_WORDS.slice(1),
  ...ROLE_ENTITIES.slice(1),
];

/** Where the claim stands, who coded it, and what is for programs. */
const WHERE: readonly DatasetColumn[] = [
  { name: 'date', type: 'date', description: 'The article’s date of publication.' },
  { name: 'outlet', type: 'string', description: 'The article’s outlet.' },
  { name: 'title', type: 'string', description: 'The article’s headline.' },
  { name: 'coder', type: 'string', description: 'Who coded the claim.' },
  { name: 'memo', type: 'string', description: 'The coder’s note.' },
  { name: 'attributes', type: 'string', description: 'Values that came with an imported claim, as a JSON object.' },
  {
    name: 'code_ids',
    type: 'string',
    description: 'code_id of each of the codes, in the same order, joined with “; ”.',
  },
  ...ROLE_IDS,
  { name: 'start_utf16', type: 'integer', description: 'Where the claim begins, in UTF-16 code units from 0.' },
  { name: 'end_utf16', type: 'integer', description: 'Where the claim ends, exclusive, in UTF-16 code units.' },
  { name: 'start_codepoint', type: 'integer', description: 'Where the claim begins, in code points from 0.' },
  { name: 'end_codepoint', type: 'integer', description: 'Where the claim ends, exclusive, in code points.' },
  {
    name: 'fragments_utf16',
    type: 'string',
    description: 'Start and exclusive end of each fragment in UTF-16 code units: 12-40;55-70.',
  },
  { name: 'fragments_codepoint', type: 'string', description: 'The same in code points.' },
  {
    name: 'cue_utf16',
    type: 'string',
    description: 'Start and exclusive end of each fragment of the cue in UTF-16 code units; empty for no cue.',
  },
  { name: 'cue_codepoint', type: 'string', description: 'The same in code points.' },
];

/** A row for each claim of the article, in reading order. */
export function* claimRows(unit: ArticleUnit, book: Book): Iterable<DatasetRow> {
  for (const annotation of unit.annotations) {
    if (annotation.kind === 'claim') yield claimRow(unit, annotation, book);
  }
}

/** The row of a claim. */
export function claimRow(unit: ArticleUnit, claim: Annotation, book: Book): DatasetRow {
  const { article, text } = unit;
  const { toCodePoint } = viewOf(unit).offsets;
  const { words, entities, ids } = roleCells(unit, claim, book);
  const { fragments: span, codes, cue } = claim;
  return {
    articleId: article.id,
    annotationId: claim.id,
    cells: [
      claim.id,
      article.id,
      wordsOf(text, span),
      words[0] ?? '',
      entities[0] ?? '',
      codes.map((id) => book.paths.get(id) ?? id).join(JOINER),
      ...variableCells(book, CLAIM_KINDS, claim),
      claim.reporting,
      wordsOf(text, cue),
      claim.utteredOn,
      ...words.slice(1),
      ...entities.slice(1),
      article.date,
      article.outlet,
      article.title,
      coderName(book, claim.coderId),
      claim.memo,
      attributeCell(claim.attributes),
      codes.join(JOINER),
      ...ids,
      spanStart(span),
      spanEnd(span),
      toCodePoint(spanStart(span)),
      toCodePoint(spanEnd(span)),
      fragmentList(span, (at) => at),
      fragmentList(span, toCodePoint),
      fragmentList(cue, (at) => at),
      fragmentList(cue, toCodePoint),
    ],
  };
}
