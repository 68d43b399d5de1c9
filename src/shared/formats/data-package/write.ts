import type { DatasetTable } from '../../model/dataset.ts';
import { codebook } from '../codebook.ts';
import { csvLine, guardFormula } from '../csv.ts';
import type { ArticleUnit, Corpus, Piece, Written } from '../format.ts';
import { TABLES } from '../tables.ts';
import type { CoderNames } from '../tables/shape.ts';
import { countUnit, type Counts, startCounts } from './counts.ts';
import { descriptorText } from './descriptor.ts';
import { type Choice, CODEBOOK, DESCRIPTOR, PACKAGE_TABLES, README, tableFile, writtenColumns } from './layout.ts';
import { readmeText } from './readme.ts';

/** A piece is let go when it is this long (UTF-16 units): few enough writes, little enough memory. */
const PIECE = 1 << 16;

/** The files of a data package. One pass over the corpus; the tables' pieces come interleaved, the descriptor last. */
export function* writePackage(corpus: Corpus, choice: Choice, written: Written): Iterable<Piece> {
  const coderNames: CoderNames = new Map(corpus.coders.map((coder) => [coder.id, coder.name]));
  const counts = startCounts(corpus);
  const pending = new Map<DatasetTable, string>();
  for (const table of PACKAGE_TABLES) {
    const bom = choice.flavour === 'spreadsheet' ? '\uFEFF' : '';
    pending.set(table, bom + csvLine(writtenColumns(table, choice).map((column) => column.name)));
  }
  for (const unit of corpus.units()) {
    countUnit(counts, unit);
    for (const table of PACKAGE_TABLES) {
      const text = (pending.get(table) ?? '') + rowsText(table, unit, coderNames, choice, counts);
      if (text.length >= PIECE) yield { path: tableFile(table), text };
      pending.set(table, text.length >= PIECE ? '' : text);
    }
  }
  for (const [table, text] of pending) {
    if (text !== '') yield { path: tableFile(table), text };
  }
  yield { path: CODEBOOK, text: `${JSON.stringify(codebook(), null, 2)}\n` };
  yield { path: README, text: readmeText(corpus, choice, counts) };
  yield { path: DESCRIPTOR, text: descriptorText(corpus, choice, written) };
}

function rowsText(
  table: DatasetTable,
  unit: ArticleUnit,
  coderNames: CoderNames,
  choice: Choice,
  counts: Counts,
): string {
  const guard = choice.flavour === 'spreadsheet' ? guardFormula : null;
  const width = writtenColumns(table, choice).length;
  let text = '';
  for (const { cells } of TABLES[table].rows(unit, coderNames)) {
    text += csvLine(cells.length === width ? cells : cells.slice(0, width), guard);
    counts.rows[table]++;
  }
  return text;
}
