import type { DatasetTable } from '../../model/dataset.ts';
import { CsvError, csvRecords, unguardFormula } from '../csv.ts';
import { FormatError, type SourceFiles } from '../format.ts';
import type { LossCounter } from '../losses.ts';
import { TABLES } from '../tables.ts';
import type { DatasetRow } from '../tables/shape.ts';
import { type Choice, writtenColumns } from './layout.ts';

/** One row of a table as read. */
export interface TableRow {
  /** The cell of a column that the table must have. */
  cell(column: string): string;
  /** The error that names file and row. */
  wrong(message: string): FormatError;
}

const HINT = 'Nothing was read. Export the package again, or undo the change in that row.';

/** The rows of a package's table, its columns found by name. Throws `FormatError` naming file and row. */
export function* tableRows(
  files: SourceFiles,
  path: string,
  table: DatasetTable,
  choice: Choice,
  losses: LossCounter,
): Iterable<TableRow> {
  let places: ReadonlyMap<string, number> | null = null;
  let width = 0;
  // As a spreadsheet counts: the header is row 1.
  let row = 0;
  const wrong = (message: string): FormatError => new FormatError(`${path}, row ${row}: ${message}`, HINT);
  try {
    for (const { cells } of csvRecords(files.text(path))) {
      row++;
      if (!places) {
        places = columnPlaces(cells, path, table, choice, losses);
        width = cells.length;
        continue;
      }
      if (cells.length !== width) throw wrong(`it has ${cells.length} cells, the header has ${width}.`);
      const found = places;
      const undo = choice.flavour === 'spreadsheet' ? unguardFormula : (cell: string) => cell;
      yield { cell: (column) => undo(cells[found.get(column) ?? -1] ?? ''), wrong };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FormatError(`${path}, line ${error.line}: ${error.message}.`, HINT);
    throw error;
  }
  if (!places) throw new FormatError(`${path} is empty.`, HINT);
}

function columnPlaces(
  header: readonly string[],
  path: string,
  table: DatasetTable,
  choice: Choice,
  losses: LossCounter,
): ReadonlyMap<string, number> {
  const places = new Map(header.map((name, at) => [name, at]));
  const expected = writtenColumns(table, choice).map((column) => column.name);
  for (const name of expected) {
    if (!places.has(name)) throw new FormatError(`${path} has no column “${name}”.`, HINT);
  }
  for (const name of header) {
    if (!expected.includes(name))
      losses.add(`Column “${name}” of ${path}`, 'It isn’t one of Parley’s and is left out.');
  }
  return places;
}

/** Throws unless a row says, in each of its cells, what the texts and the other tables make it say. */
export function checkRow(row: TableRow, table: DatasetTable, expected: DatasetRow): void {
  for (const [i, column] of TABLES[table].columns.entries()) {
    const should = String(expected.cells[i] ?? '');
    const is = row.cell(column.name);
    if (is !== should) {
      throw row.wrong(
        `“${column.name}” is “${shown(is)}”; by the article’s text and the other tables it is “${shown(should)}”.`,
      );
    }
  }
}

function shown(text: string): string {
  const characters = [...text];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text;
}
