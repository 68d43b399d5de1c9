import { CsvError, csvRecords, unguardFormula } from '../csv.ts';
import { FormatError, type SourceFiles } from '../format.ts';
import type { LossCounter } from '../losses.ts';
import type { DatasetRow } from '../tables/shape.ts';
import type { Choice } from './layout.ts';
import { exactly } from '../../text/shorten.ts';

/** Characters that an error quotes of a text. */
const SHOWN = 80;

/** One row of a table as read. */
export interface TableRow {
  /** The cell of a column that the table must have. */
  cell(column: string): string;
  /** The error that names file and row. */
  wrong(message: string): FormatError;
}

const HINT = 'Nothing was read. Export the package again, or undo the change in that row.';

/**
 * The rows of a package's table, its columns found by name. Throws `FormatError` naming file and row.
 * @param expected the columns that the table must have.
 */
export function* tableRows(
  files: SourceFiles,
  path: string,
  expected: readonly string[],
  choice: Choice,
  losses: LossCounter,
): Iterable<TableRow> {
  let places: ReadonlyMap<string, number> | null = null;
  let width = 0;
  // As a spreadsheet counts: the header is row 1.
  let row = 0;
  const wrongAt =
    (at: number) =>
    (message: string): FormatError =>
      new FormatError(`${path}, row ${at}: ${message}`, HINT);
  try {
    for (const { cells } of csvRecords(files.text(path))) {
      row++;
      if (!places) {
        places = columnPlaces(cells, path, expected, losses);
        width = cells.length;
        continue;
      }
      if (cells.length !== width) throw wrongAt(row)(`it has ${cells.length} cells, the header has ${width}.`);
      const found = places;
      const undo = choice.flavour === 'spreadsheet' ? unguardFormula : (cell: string) => cell;
      yield { cell: (column) => undo(cells[found.get(column) ?? -1] ?? ''), wrong: wrongAt(row) };
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
  expected: readonly string[],
  losses: LossCounter,
): ReadonlyMap<string, number> {
  const places = new Map(header.map((name, at) => [name, at]));
  for (const name of expected) {
    if (!places.has(name)) throw new FormatError(`${path} has no column “${name}”.`, HINT);
  }
  for (const name of header) {
    if (!expected.includes(name))
      losses.add(`Column “${name}” of ${path}`, 'It isn’t one of Parley’s and is left out.');
  }
  return places;
}

/** Which cells of today's rows a package has, by place: those of an earlier layout are fewer. */
export type ColumnCheck = readonly { readonly at: number; readonly name: string }[];

/** @param columns all of the table's today; @param read those that the package has. */
export function columnCheck(columns: readonly { readonly name: string }[], read: readonly string[]): ColumnCheck {
  return columns.map(({ name }, at) => ({ at, name })).filter(({ name }) => read.includes(name));
}

/** Throws unless a row says, in each of its cells, what the texts and the other tables make it say. */
export function checkRow(row: TableRow, check: ColumnCheck, expected: DatasetRow): void {
  for (const { at, name } of check) {
    const should = String(expected.cells[at] ?? '');
    const is = row.cell(name);
    if (is !== should) {
      throw row.wrong(
        `“${name}” is “${exactly(is, SHOWN)}”; by the article’s text and the other tables it is “${exactly(should, SHOWN)}”.`,
      );
    }
  }
}
