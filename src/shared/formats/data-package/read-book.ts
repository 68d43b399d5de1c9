import type { z } from 'zod';
import type { DatasetTable } from '../../model/dataset.ts';
import type { Variable, VariableType } from '../../model/variable.ts';
import { type Book, type BookRecords, makeBook } from '../book.ts';
import { firstIssue } from '../checks.ts';
import type { FormatError } from '../format.ts';
import { parseList } from '../list-cell.ts';
import { bookProblem, CodeInFile, EntityInFile, VariableInFile } from '../read-book.ts';
import { codeRow } from '../tables/codes.ts';
import { entityRow } from '../tables/entities.ts';
import type { DatasetRow } from '../tables/shape.ts';
import { variableRow } from '../tables/variables.ts';
import { parseValue } from '../values.ts';
import { type ColumnCheck, checkRow, type TableRow } from './read-table.ts';

/** A package's codes, variables and entities, to be looked up and to be given on. */
export interface ReadBook {
  readonly records: BookRecords;
  readonly book: Book;
}

/**
 * Reads the tables that belong to no article. Each row is made again and compared once all are read, because paths and
 * parents' names are in it.
 */
export function readBook(
  rowsOf: (table: DatasetTable) => Iterable<TableRow>,
  checkOf: (table: DatasetTable, book: Book) => ColumnCheck,
  wrong: (message: string) => FormatError,
): ReadBook {
  const columns = new Map<string, string>();
  const variables = [...rowsOf('variables')].map((row) => ({ row, record: readVariable(row, columns) }));
  const codes = [...rowsOf('codes')].map((row) => ({ row, record: readCode(row) }));
  const entities = [...rowsOf('entities')].map((row) => ({ row, record: readEntity(row) }));
  const records: BookRecords = {
    variables: variables.map(({ record }) => record),
    codes: codes.map(({ record }) => record),
    entities: entities.map(({ record }) => record),
  };
  const problem = bookProblem(records);
  if (problem !== null) throw wrong(`${problem}.`);
  const book = makeBook(records, [], columns);
  checkAll(variables, variableRow, book, checkOf('variables', book));
  checkAll(codes, codeRow, book, checkOf('codes', book));
  checkAll(entities, entityRow, book, checkOf('entities', book));
  return { records, book };
}

function checkAll<T>(
  read: readonly { readonly row: TableRow; readonly record: T }[],
  rowOf: (record: T, book: Book) => DatasetRow,
  book: Book,
  check: ColumnCheck,
): void {
  for (const { row, record } of read) checkRow(row, check, rowOf(record, book));
}

function readCode(row: TableRow) {
  return parsed(row, CodeInFile, {
    id: row.cell('code_id'),
    parentId: row.cell('parent_id') || null,
    name: row.cell('name'),
    definition: row.cell('definition'),
    colour: row.cell('colour'),
    position: wholeNumber(row.cell('position')),
    retired: truth(row.cell('retired')),
    examples: parseList(row.cell('examples')),
    createdAt: row.cell('created_at'),
    updatedAt: row.cell('updated_at'),
  });
}

function readEntity(row: TableRow) {
  return parsed(row, EntityInFile, {
    id: row.cell('entity_id'),
    kind: row.cell('kind'),
    category: row.cell('category'),
    name: row.cell('name'),
    aliases: parseList(row.cell('aliases')),
    country: row.cell('country'),
    party: row.cell('party'),
    parentId: row.cell('parent_id') || null,
    note: row.cell('note'),
    createdAt: row.cell('created_at'),
    updatedAt: row.cell('updated_at'),
  });
}

function readVariable(row: TableRow, columns: Map<string, string>): Variable {
  const type = row.cell('type');
  const initial = row.cell('initial');
  const variable = parsed(row, VariableInFile, {
    id: row.cell('variable_id'),
    kind: row.cell('kind'),
    name: row.cell('name'),
    definition: row.cell('definition'),
    type,
    options: parseList(row.cell('options')),
    // A value that can't be read stays a text, which then fits no such variable.
    initial: initial === '' ? null : (parseValue(type as VariableType, initial) ?? initial),
    required: truth(row.cell('required')),
    position: wholeNumber(row.cell('position')),
    retired: truth(row.cell('retired')),
    createdAt: row.cell('created_at'),
    updatedAt: row.cell('updated_at'),
  });
  const column = row.cell('column');
  if (!column.startsWith('var_')) throw row.wrong('“column” doesn’t name a column that begins with var_.');
  if ([...columns.values()].includes(column)) throw row.wrong(`there is another variable in the column “${column}”.`);
  columns.set(variable.id, column);
  return variable;
}

function parsed<T>(row: TableRow, schema: z.ZodType<T>, record: object): T {
  const found = schema.safeParse(record);
  if (!found.success) throw row.wrong(`${firstIssue(found.error)}.`);
  return found.data;
}

function truth(cell: string): unknown {
  return cell === 'true' ? true : cell === 'false' ? false : cell;
}

function wholeNumber(cell: string): unknown {
  return /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
}
