import type { DatasetColumn } from '../../../shared/model/dataset.ts';
import { foldWords } from '../../../shared/text/fold.ts';

export type Cell = string | number | boolean | null;

/** A column's first width in pixels, from what it holds. The analyst can make it wider. */
export function columnWidth(column: DatasetColumn): number {
  // Ids are for programs: narrow, so that the words are in sight.
  if (isId(column)) return 92;
  if (column.type === 'integer') return widest(column, 96);
  if (column.type === 'boolean') return widest(column, 88);
  if (column.type === 'date') return widest(column, 112);
  if (column.type === 'datetime') return widest(column, 196);
  if (/(^|_)(claim|words|quote|text|title|memo|definition|note)$/.test(column.name)) return 440;
  if (/^(codes?|aliases|options)$/.test(column.name)) return 300;
  // One of a few short words.
  if (column.options || /^(country|party|language|colour)$/.test(column.name)) return widest(column, 128);
  return widest(column, 184);
}

// 8 px a letter and 32 for the padding, so that no heading is cut off.
function widest(column: DatasetColumn, usual: number): number {
  return Math.max(usual, column.name.length * 8 + 32);
}

/** A cell as one line to read: line breaks become ↵, so that a long text stays in its row; exact value in `title`. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (typeof cell === 'number') return String(cell);
  // A whole article in a cell would be laid out in full only to be cut off.
  const line = cell.length > 400 ? `${cell.slice(0, 400).replace(/[\uD800-\uDBFF]$/, '')}…` : cell;
  return line.replace(/\r\n|[\r\n\u2028\u2029]/g, ' ↵ ');
}

/** Whether a column holds names for programs, not for reading. */
export function isId(column: DatasetColumn): boolean {
  return /(^|_)ids?$|sha256$|^examples$/.test(column.name);
}

/** Whether a column's values are aligned to the right. */
export function isNumeric(column: DatasetColumn): boolean {
  return column.type === 'integer';
}

/** The columns whose name or meaning has all of these words, in any case. */
export function columnsWith(columns: readonly DatasetColumn[], words: string): readonly DatasetColumn[] {
  const wanted = foldWords(words).split(' ').filter(Boolean);
  if (wanted.length === 0) return columns;
  return columns.filter(({ name, description }) => {
    const said = foldWords(`${name} ${description}`);
    return wanted.every((word) => said.includes(word));
  });
}
