import type { Annotation } from '../../model/annotation.ts';
import type { DatasetColumn } from '../../model/dataset.ts';
import type { Kind } from '../../model/kind.ts';
import type { Variable, VariableType } from '../../model/variable.ts';
import type { Book } from '../book.ts';
import type { Cell } from './shape.ts';
import { oneLine } from '../../text/shorten.ts';

/* A column for each of the codebook's variables, in the table of its kind. */

/** The kinds whose variables stand in `claims` and in `spans`. */
export const CLAIM_KINDS: readonly Kind[] = ['claim'];
export const SPAN_KINDS: readonly Kind[] = ['actor', 'venue'];

const COLUMN_TYPE: Readonly<Record<VariableType, DatasetColumn['type']>> = {
  category: 'string',
  boolean: 'boolean',
  integer: 'integer',
  date: 'date',
  'short-text': 'string',
  'long-text': 'string',
};

/** The columns of the variables of these kinds, in the order of the codebook. */
export function variableColumns(book: Book, kinds: readonly Kind[]): readonly DatasetColumn[] {
  return kinds.flatMap((kind) => book.variablesOf(kind)).map((variable) => columnOf(book, variable));
}

function columnOf(book: Book, variable: Variable): DatasetColumn {
  const { id, kind, name, definition, type, options } = variable;
  const choices = type === 'category' && options.length > 0 ? ` One of: ${options.join(', ')}.` : '';
  return {
    name: book.columns.get(id) ?? id,
    type: COLUMN_TYPE[type],
    description: oneLine(`Variable of ${kind}s: ${name}.${definition === '' ? '' : ` ${definition}`}${choices}`),
    ...(type === 'category' && { options }),
  };
}

/** The values of an annotation in the columns of these kinds; null where it has none. */
export function variableCells(book: Book, kinds: readonly Kind[], { values }: Annotation): readonly Cell[] {
  const cells: Cell[] = [];
  for (const kind of kinds) for (const { id } of book.variablesOf(kind)) cells.push(values[id] ?? null);
  return cells;
}
