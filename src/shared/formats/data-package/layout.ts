import { DATASET_TABLES, type DatasetColumn, type DatasetTable } from '../../model/dataset.ts';
import { TABLES } from '../tables.ts';

/** How a data package was written; kept in its `datapackage.json` as `parley`, so that reading undoes it exactly. */
export interface Choice {
  /** `spreadsheet`: a BOM, and `'` before cells that could run as a formula. */
  readonly flavour: 'program' | 'spreadsheet';
  /** `omit`: articles.csv has no texts. */
  readonly text: 'include' | 'omit';
}

/** Raised when a package written so can't be read by an older Parley. */
export const LAYOUT_VERSION = 1;

export const DESCRIPTOR = 'datapackage.json';
export const CODEBOOK = 'codebook.json';
export const README = 'README.md';

/** The tables in the order in which a stranger reads them. */
export const PACKAGE_TABLES: readonly DatasetTable[] = DATASET_TABLES;

export function tableFile(table: DatasetTable): string {
  return `${table}.csv`;
}

/** The columns as written: all of the table's, or all but the text (which is the last of them). */
export function writtenColumns(table: DatasetTable, choice: Choice): readonly DatasetColumn[] {
  const { columns } = TABLES[table];
  return choice.text === 'omit' ? columns.filter((column) => column.name !== 'text') : columns;
}
