import { DATASET_TABLES, type DatasetColumn, type DatasetTable } from '../../model/dataset.ts';
import type { Book } from '../book.ts';
import { TABLES } from '../tables.ts';
import { FIRST_COLUMNS, FIRST_TABLES } from './first-layout.ts';

/** How a data package was written; kept in its `datapackage.json` as `parley`, so that reading undoes it exactly. */
export interface Choice {
  /** `spreadsheet`: a BOM, and `'` before cells that could run as a formula. */
  readonly flavour: 'program' | 'spreadsheet';
  /** `omit`: articles.csv has no texts. */
  readonly text: 'include' | 'omit';
}

/** Raised when a package written so can't be read by an older Parley. Earlier ones are read for ever. */
export const LAYOUT_VERSION = 2;

export const DESCRIPTOR = 'datapackage.json';
export const README = 'README.md';

/** The tables in the order in which a stranger reads them. */
export const PACKAGE_TABLES: readonly DatasetTable[] = DATASET_TABLES;

/** The file of a table. */
export function tableFile(table: DatasetTable): string {
  return `${table}.csv`;
}

/** The columns as written: all of the table's, or all but the text (which is the last of them). */
export function writtenColumns(table: DatasetTable, choice: Choice, book: Book): readonly DatasetColumn[] {
  const columns = TABLES[table].columns(book);
  return choice.text === 'omit' ? columns.filter((column) => column.name !== 'text') : columns;
}

/** The tables that a package of a layout has. */
export function tablesOf(layout: number): readonly DatasetTable[] {
  return layout === 1 ? FIRST_TABLES : PACKAGE_TABLES;
}

/** The names of the columns that a table of a layout has, out of today's. */
export function columnsOf(layout: number, table: DatasetTable, book: Book): readonly string[] {
  if (layout === 1) return FIRST_COLUMNS[table] ?? [];
  return TABLES[table].columns(book).map((column) => column.name);
}
