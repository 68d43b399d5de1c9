import type { Cell } from './tables/shape.ts';

/*
 * CSV as RFC 4180 has it. Written here and not taken from csv-parse and csv-stringify, because their builds for any
 * runtime carry a Buffer of their own and their types bring Node's into the shared code. Tests hold it against csv-parse.
 */

const QUOTED = /[",\r\n]/;

/** One record with its line end. null and '' are an empty cell, which reads back as ''. */
export function csvLine(cells: readonly Cell[], guard: ((cell: string) => string) | null = null): string {
  return `${cells.map((cell) => csvCell(cell, guard)).join(',')}\r\n`;
}

function csvCell(cell: Cell, guard: ((cell: string) => string) | null): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = guard ? guard(cell) : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What stands between the cells of a record. */
export type CsvSeparator = ',' | ';' | '\t';

/** The separator that a text's first line has most of, outside quotes; a comma where it has none. */
export function separatorOf(text: string): CsvSeparator {
  const first = (/^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => first.split(sign).length;
  if (count('\t') > Math.max(count(','), count(';'))) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

/** One record as read. */
export interface CsvRecord {
  /** Line of the file in which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with a CSV file, and in which line. */
export class CsvError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'CsvError';
    this.line = line;
  }
}

/**
 * The records of a CSV text, one by one. Lines end with CR LF, LF or CR; wholly empty lines are passed over. Throws
 * `CsvError` for a quote that isn't closed, or closed in the middle of a cell.
 * @param separator what stands between cells: `;` where a spreadsheet's language has decimal commas.
 */
export function* csvRecords(text: string, separator: CsvSeparator = ','): Iterable<CsvRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at, line, separator);
    if (record.cells.length > 1 || record.cells[0] !== '' || record.quoted) yield { line, cells: record.cells };
    at = record.next;
    line = record.nextLine;
  }
}

interface ReadRecord {
  readonly cells: readonly string[];
  readonly quoted: boolean;
  readonly next: number;
  readonly nextLine: number;
}

function readRecord(text: string, start: number, startLine: number, separator: CsvSeparator): ReadRecord {
  const cells: string[] = [];
  let at = start;
  let line = startLine;
  let quoted = false;
  for (;;) {
    if (text[at] === '"') {
      quoted = true;
      const end = closingQuote(text, at, line);
      const raw = text.slice(at + 1, end);
      line += lineEnds(raw);
      cells.push(raw.includes('"') ? raw.replaceAll('""', '"') : raw);
      at = end + 1;
      if (at < text.length && !endsCell(text[at], separator)) throw new CsvError('text follows a closing quote', line);
    } else {
      const from = at;
      while (at < text.length && !endsCell(text[at], separator)) at++;
      cells.push(text.slice(from, at));
    }
    if (text[at] !== separator) break;
    at++;
  }
  const next = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
  return { cells, quoted, next, nextLine: line + 1 };
}

function closingQuote(text: string, open: number, line: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  throw new CsvError('a quote is opened and never closed', line);
}

function lineEnds(raw: string): number {
  return raw.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function endsCell(character: string | undefined, separator: CsvSeparator): boolean {
  return character === separator || character === '\n' || character === '\r';
}

const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Puts `'` before a cell that a spreadsheet might run as a formula. Cells that begin with `'` and would look guarded get
 * one too, so that `unguardFormula` gives back every cell exactly.
 */
export function guardFormula(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** The cell that `guardFormula` was given. */
export function unguardFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
