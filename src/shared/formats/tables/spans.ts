import { describeSpan } from '../../anchor/selector.ts';
import type { Annotation } from '../../model/annotation.ts';
import type { DatasetColumn } from '../../model/dataset.ts';
import { spanEnd, spanStart } from '../../text/span.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';
import {
  type ArticleTable,
  attributeCell,
  coderName,
  type DatasetRow,
  entityName,
  fragmentList,
  GAP,
  viewOf,
} from './shape.ts';
import { SPAN_KINDS, variableCells, variableColumns } from './variable-columns.ts';

/** `spans`: one row an annotation of any kind. */
export const spanTable: ArticleTable = {
  name: 'spans',
  per: 'article',
  description: 'One row a tagged span: every actor, claim and venue of every coder.',
  primaryKey: ['span_id'],
  foreignKeys: [
    { column: 'article_id', table: 'articles', to: 'article_id' },
    { column: 'entity_id', table: 'entities', to: 'entity_id' },
  ],
  columns: (book) => [...WHAT, ...variableColumns(book, SPAN_KINDS), ...WHERE],
  rows: spanRows,
};

const WHAT: readonly DatasetColumn[] = [
  { name: 'span_id', type: 'string', description: 'Names the span in all tables; a claim’s is its claim_id too.' },
  { name: 'article_id', type: 'string', description: 'The article that the span is in.' },
  { name: 'kind', type: 'string', description: 'actor, claim or venue.' },
  {
    name: 'quote',
    type: 'string',
    description: 'The words of the span; its fragments joined with “ … ”.',
  },
  {
    name: 'entity',
    type: 'string',
    description: 'Canonical name of who or what it refers to; empty while nobody has said.',
  },
];

const WHERE: readonly DatasetColumn[] = [
  { name: 'start_utf16', type: 'integer', description: 'Where the span begins, in UTF-16 code units from 0.' },
  { name: 'end_utf16', type: 'integer', description: 'Where the span ends, exclusive, in UTF-16 code units.' },
  { name: 'start_codepoint', type: 'integer', description: 'Where the span begins, in code points from 0.' },
  { name: 'end_codepoint', type: 'integer', description: 'Where the span ends, exclusive, in code points.' },
  {
    name: 'fragments_utf16',
    type: 'string',
    description: 'Start and exclusive end of each fragment in UTF-16 code units: 12-40;55-70.',
  },
  { name: 'fragments_codepoint', type: 'string', description: 'The same in code points.' },
  { name: 'prefix', type: 'string', description: 'Up to 32 characters of the text before the span.' },
  { name: 'suffix', type: 'string', description: 'Up to 32 characters of the text behind the span.' },
  { name: 'coder', type: 'string', description: 'Who tagged it.' },
  { name: 'memo', type: 'string', description: 'The coder’s note.' },
  { name: 'attributes', type: 'string', description: 'Values that came with an imported span, as a JSON object.' },
  { name: 'created_at', type: 'datetime', description: 'When it was tagged, in UTC.' },
  { name: 'updated_at', type: 'datetime', description: 'When it was last changed, in UTC.' },
  { name: 'entity_id', type: 'string', description: 'The entity that it refers to; claims have none.' },
];

/** A row for each annotation of the article, in reading order. */
export function* spanRows(unit: ArticleUnit, book: Book): Iterable<DatasetRow> {
  for (const annotation of unit.annotations) yield spanRow(unit, annotation, book);
}

/** The row of an annotation. */
export function spanRow(unit: ArticleUnit, annotation: Annotation, book: Book): DatasetRow {
  const span = annotation.fragments;
  const { toCodePoint } = viewOf(unit).offsets;
  const { exact, prefix, suffix } = describeSpan(unit.text, span);
  return {
    articleId: unit.article.id,
    annotationId: annotation.id,
    cells: [
      annotation.id,
      unit.article.id,
      annotation.kind,
      exact.join(GAP),
      entityName(book, annotation.entityId),
      ...variableCells(book, SPAN_KINDS, annotation),
      spanStart(span),
      spanEnd(span),
      toCodePoint(spanStart(span)),
      toCodePoint(spanEnd(span)),
      fragmentList(span, (at) => at),
      fragmentList(span, toCodePoint),
      prefix,
      suffix,
      coderName(book, annotation.coderId),
      annotation.memo,
      attributeCell(annotation.attributes),
      annotation.createdAt,
      annotation.updatedAt,
      annotation.entityId,
    ],
  };
}
