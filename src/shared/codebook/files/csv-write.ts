import { csvLine, guardFormula } from '../../formats/csv.ts';
import type { Loss } from '../../model/exchange.ts';
import type { Variable } from '../../model/variable.ts';
import type { CodeTree } from '../tree.ts';
import { LossCounter } from './book.ts';

/**
 * The codes as CSV that a spreadsheet opens: a row a code, its parent as a path, UTF-8 with a byte order mark. No cell can
 * run as a formula.
 * @param uses how many claims each code is on, by id.
 */
export function writeCsv(tree: CodeTree, uses: ReadonlyMap<string, number>): string {
  const rows = tree
    .ordered()
    .map((code) =>
      line([
        code.parentId === null ? '' : tree.path(code.parentId),
        code.name,
        code.definition,
        code.colour,
        code.retired ? 'yes' : 'no',
        uses.get(code.id) ?? 0,
      ]),
    );
  return `\ufeff${line(['parent', 'name', 'definition', 'colour', 'retired', 'claims'])}${rows.join('')}`;
}

/** What the CSV can't carry of a codebook. @param examples how many examples its codes have. */
export function csvLoses(variables: readonly Variable[], examples: number): readonly Loss[] {
  const losses = new LossCounter();
  if (variables.length > 0)
    losses.add('Variables', 'The table has codes alone. Export as JSON to keep them.', variables.length);
  if (examples > 0) losses.add('Examples', 'The table has no column for them. Export as JSON to keep them.', examples);
  return losses.all();
}

function line(cells: readonly (string | number)[]): string {
  return csvLine(cells, guardFormula);
}
