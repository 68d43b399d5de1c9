import { VARIABLE_TYPES, type Variable } from '../../model/variable.ts';
import { KINDS } from '../../model/kind.ts';
import type { Book } from '../book.ts';
import { listCell } from '../list-cell.ts';
import type { DatasetRow, ProjectTable } from './shape.ts';

/** `variables`: what is recorded of spans besides their codes, and in which column it stands. */
export const variableTable: ProjectTable = {
  name: 'variables',
  per: 'project',
  description: 'One row a variable of the codebook, with the column in which its values stand.',
  primaryKey: ['variable_id'],
  foreignKeys: [],
  columns: () => [
    { name: 'variable_id', type: 'string', description: 'Names the variable.' },
    { name: 'name', type: 'string', description: 'The variable’s name.' },
    { name: 'kind', type: 'string', description: 'What it is recorded of: actor, claim or venue.', options: KINDS },
    {
      name: 'table',
      type: 'string',
      description: 'The table with its values: claims for those of claims, spans for the others.',
      options: ['claims', 'spans'],
    },
    { name: 'column', type: 'string', description: 'The column with its values.' },
    { name: 'type', type: 'string', description: `One of: ${VARIABLE_TYPES.join(', ')}.`, options: VARIABLE_TYPES },
    {
      name: 'options',
      type: 'string',
      description: 'The choices of a category, joined with “; ”; a ; or \\ in a choice has a \\ before it.',
    },
    { name: 'initial', type: 'string', description: 'The value that a new span gets; empty for none.' },
    { name: 'required', type: 'boolean', description: 'Whether a record without it counts as incomplete.' },
    { name: 'definition', type: 'string', description: 'What is recorded.' },
    { name: 'retired', type: 'boolean', description: 'Whether it is no longer offered; what is recorded stays.' },
    { name: 'position', type: 'integer', description: 'Order among the variables of its kind, from 0.' },
    { name: 'created_at', type: 'datetime', description: 'When it was made, in UTC.' },
    { name: 'updated_at', type: 'datetime', description: 'When it was last changed, in UTC.' },
  ],
  count: (book) => book.variables.size,
  *rows(book) {
    for (const variable of book.variables.values()) yield variableRow(variable, book);
  },
};

/** The row of a variable. */
export function variableRow(variable: Variable, book: Book): DatasetRow {
  return {
    articleId: null,
    annotationId: null,
    cells: [
      variable.id,
      variable.name,
      variable.kind,
      variable.kind === 'claim' ? 'claims' : 'spans',
      book.columns.get(variable.id) ?? '',
      variable.type,
      listCell(variable.options),
      variable.initial,
      variable.required,
      variable.definition,
      variable.retired,
      variable.position,
      variable.createdAt,
      variable.updatedAt,
    ],
  };
}
