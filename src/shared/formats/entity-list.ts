import {
  ENTITY_CATEGORIES,
  type Entity,
  type EntityCategory,
  type EntityKind,
  CATEGORIES_OF,
} from '../model/entity.ts';
import { foldWords } from '../text/fold.ts';
import { inQuotes } from '../text/quote.ts';
import { CsvError, csvLine, type CsvRecord, csvRecords, guardFormula, separatorOf, unguardFormula } from './csv.ts';

/*
 * The authority list as a CSV file: one entity a row, other names in one cell with “|” between them, the parent by its name.
 */

export const ENTITY_COLUMNS = ['name', 'kind', 'category', 'aliases', 'country', 'party', 'parent', 'note'] as const;

type Column = (typeof ENTITY_COLUMNS)[number];

/** One row as it was read. What the file has no column for, or an empty cell, is not said. */
export interface EntityLine {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly name: string;
  /** Null where neither kind nor category is said. */
  readonly kind: EntityKind | null;
  readonly category: EntityCategory | null;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly party: string;
  readonly parent: string;
  readonly note: string;
}

/** The lines of a list, and what is wrong with the others. */
export interface EntityLines {
  readonly lines: readonly EntityLine[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** The list as CSV (UTF-8 with a byte order mark: spreadsheets take it for UTF-8 then). Cells that a spreadsheet would take for formulas are guarded; “|” in a name is doubled. */
export function writeEntityList(entities: readonly Entity[]): string {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const rows = entities.map(({ name, kind, category, aliases, country, party, parentId, note }) =>
    csvLine(
      [
        name,
        kind,
        category,
        // A blank on both sides: else a name that begins with “|” would be read as the end of the one before.
        aliases.map((alias) => alias.replaceAll('|', '||')).join(' | '),
        country,
        party,
        (parentId !== null && names.get(parentId)) || '',
        note,
      ],
      guardFormula,
    ),
  );
  return `\uFEFF${csvLine(ENTITY_COLUMNS)}${rows.join('')}`;
}

/**
 * The rows of such a file, in any order of columns, with commas, semicolons or tabs between them; further columns are passed over. Rows that can't be read are named. Throws
 * `CsvError` for a file that is no CSV, or has no column for the name.
 */
export function readEntityList(text: string): EntityLines {
  const plain = text.replace(/^\uFEFF/u, '');
  const records = csvRecords(plain, separatorOf(plain))[Symbol.iterator]();
  const head = records.next().value as CsvRecord | undefined;
  const columns = head?.cells.map((cell) => foldWords(cell)) ?? [];
  if (!columns.includes('name')) throw new CsvError('the first line names no column “name”', head?.line ?? 1);
  const lines: EntityLine[] = [];
  const problems: { line: number; message: string }[] = [];
  for (let next = records.next(); !next.done; next = records.next()) {
    const { line, cells } = next.value;
    const cell = (column: Column) => unguardFormula(cells[columns.indexOf(column)] ?? '').trim();
    const read = toLine(line, cell);
    if (typeof read === 'string') problems.push({ line, message: read });
    else lines.push(read);
  }
  return { lines, problems };
}

function toLine(line: number, cell: (column: Column) => string): EntityLine | string {
  const name = cell('name');
  if (name === '') return 'It has no name.';
  const kindCell = foldWords(cell('kind'));
  const categoryCell = foldWords(cell('category'));
  const category = ENTITY_CATEGORIES.find((one) => one === categoryCell);
  if (categoryCell !== '' && !category) return `${inQuotes(cell('category'))} isn’t a category.`;
  const ofCategory = category && (CATEGORIES_OF.actor.includes(category) ? 'actor' : 'venue');
  const kind = kindCell === '' ? (ofCategory ?? null) : kindCell;
  if (kind !== null && kind !== 'actor' && kind !== 'venue')
    return `${inQuotes(cell('kind'))} is no kind of name: actor or venue.`;
  if (kind && category && !CATEGORIES_OF[kind].includes(category))
    return `${inQuotes(category)} isn’t a category of ${kind}s.`;
  return {
    line,
    name,
    kind,
    category: category ?? null,
    aliases: splitAliases(cell('aliases')),
    country: cell('country'),
    party: cell('party'),
    parent: cell('parent'),
    note: cell('note'),
  };
}

function splitAliases(cell: string): string[] {
  const parts = cell.replaceAll('||', '\u0000').split('|');
  return parts.map((part) => part.replaceAll('\u0000', '|').trim()).filter((part) => part !== '');
}
