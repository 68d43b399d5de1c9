import type { DatasetTable } from '../../model/dataset.ts';
import { type Book, bookOf } from '../book.ts';
import { CODEBOOK, codebookText } from '../codebook.ts';
import { csvLine, guardFormula } from '../csv.ts';
import type { Corpus, Piece, Written } from '../format.ts';
import { TABLES } from '../tables.ts';
import type { ArticleTable, DatasetRow, ProjectTable } from '../tables/shape.ts';
import { countUnit, type Counts, startCounts } from './counts.ts';
import { descriptorText } from './descriptor.ts';
import { type Choice, DESCRIPTOR, PACKAGE_TABLES, README, tableFile, writtenColumns } from './layout.ts';
import { readmeText } from './readme.ts';

/** A piece is let go when it is this long (UTF-16 units): few enough writes, little enough memory. */
const PIECE = 1 << 16;

/** A table while it is written. */
interface Sheet {
  readonly name: DatasetTable;
  /** Cells a row as written: fewer than the table has when the text is left out. */
  readonly width: number;
  readonly guard: ((cell: string) => string) | null;
  pending: string;
}

/** The files of a data package. One pass over the corpus; the tables' pieces come interleaved, the descriptor last. */
export function* writePackage(corpus: Corpus, choice: Choice, written: Written): Iterable<Piece> {
  const book = bookOf(corpus);
  const counts = startCounts(corpus);
  const sheets = new Map(PACKAGE_TABLES.map((name) => [name, startSheet(name, choice, book)]));
  const tables = PACKAGE_TABLES.map((name) => TABLES[name]);
  const perArticle = sheetsOf(
    tables.filter((table): table is ArticleTable => table.per === 'article'),
    sheets,
  );
  const perProject = sheetsOf(
    tables.filter((table): table is ProjectTable => table.per === 'project'),
    sheets,
  );
  for (const unit of corpus.units()) {
    countUnit(counts, unit, book);
    for (const [table, sheet] of perArticle) {
      addRows(sheet, table.rows(unit, book), counts);
      if (sheet.pending.length >= PIECE) yield takePiece(sheet);
    }
  }
  for (const [table, sheet] of perProject) {
    for (const row of table.rows(book)) {
      addRows(sheet, [row], counts);
      if (sheet.pending.length >= PIECE) yield takePiece(sheet);
    }
  }
  for (const sheet of sheets.values()) if (sheet.pending !== '') yield takePiece(sheet);
  yield { path: CODEBOOK, text: codebookText(book) };
  yield { path: README, text: readmeText(corpus, choice, counts) };
  yield { path: DESCRIPTOR, text: descriptorText(corpus, choice, counts, written) };
}

function startSheet(name: DatasetTable, choice: Choice, book: Book): Sheet {
  const columns = writtenColumns(name, choice, book);
  const bom = choice.flavour === 'spreadsheet' ? '\uFEFF' : '';
  return {
    name,
    width: columns.length,
    guard: choice.flavour === 'spreadsheet' ? guardFormula : null,
    pending: bom + csvLine(columns.map((column) => column.name)),
  };
}

function sheetsOf<T extends { readonly name: DatasetTable }>(
  tables: readonly T[],
  sheets: ReadonlyMap<DatasetTable, Sheet>,
): readonly (readonly [T, Sheet])[] {
  return tables.map((table) => [table, sheets.get(table.name) as Sheet] as const);
}

function addRows(sheet: Sheet, rows: Iterable<DatasetRow>, counts: Counts): void {
  let text = '';
  for (const { cells } of rows) {
    text += csvLine(cells.length === sheet.width ? cells : cells.slice(0, sheet.width), sheet.guard);
    counts.rows[sheet.name]++;
  }
  sheet.pending += text;
}

function takePiece(sheet: Sheet): Piece {
  const text = sheet.pending;
  sheet.pending = '';
  return { path: tableFile(sheet.name), text };
}
