import { CsvError, csvRecords, separatorOf, unguardFormula } from '../../formats/csv.ts';
import { CODE_MAX } from '../../model/code.ts';
import { foldWords } from '../../text/fold.ts';
import { inQuotes } from '../../text/quote.ts';
import { cleanColour } from '../colours.ts';
import { CodebookProblem } from '../problem.ts';
import { PATH_MARK } from '../tree.ts';
import { type BookCode, type BookFile, LossCounter, MOST_LEVELS, nameInFile, refuseTwins, tooDeep } from './book.ts';

/** What a column is for, by its heading as people write it, folded. */
const HEADINGS: Readonly<Record<'name' | 'definition' | 'colour' | 'parent' | 'path' | 'retired', readonly string[]>> =
  {
    name: ['name', 'code', 'code name', 'label', 'node'],
    definition: ['definition', 'description', 'memo', 'comment', 'meaning'],
    colour: ['colour', 'color'],
    parent: ['parent', 'parent code', 'parent name', 'parent path', 'under', 'category'],
    path: ['path', 'code path', 'full name', 'full path', 'hierarchy'],
    retired: ['retired'],
  };

interface Row {
  readonly line: number;
  readonly name: string;
  /** What stands in the parent's cell: '' for none. */
  readonly parent: string;
  /** The whole path, where a column says it. */
  readonly path: readonly string[] | null;
  readonly definition: string;
  readonly colour: string | null;
  readonly retired: boolean | null;
}

interface Node {
  /** As its own row has it, else as the rows under it do. */
  name: string;
  row: Row | null;
  /** Whether it is counted already what its name lost. */
  isTold: boolean;
  readonly under: Map<string, Node>;
}

/**
 * Reads codes from CSV: a row a code, in any order, with its name and its parent (a path or a name), or with its path in one
 * column or in columns `level 1`, `level 2` … Commas, semicolons or tabs.
 */
export function readCsv(text: string): BookFile {
  const losses = new LossCounter();
  const rows = readRows(text.replace(/^\ufeff/, ''), losses);
  if (rows.length === 0) throw new CodebookProblem('There are no codes in the file.', 'Choose another file.');
  const top: Node = { name: '', row: null, isTold: true, under: new Map() };
  const paths = new Paths(rows);
  for (const row of rows) {
    const node = descend(top, paths.of(row), losses, row.line);
    if (node.row) {
      throw new CodebookProblem(
        `The code ${inQuotes(paths.of(row).join(` ${PATH_MARK} `))} is there twice: in lines ${node.row.line} and ${row.line}.`,
        'Take one of the lines away, or rename it.',
      );
    }
    node.row = row;
  }
  const codes = [...top.under.values()].map(toCode);
  refuseTwins(codes);
  return { what: 'Table of codes (CSV)', codes, variables: [], losses: losses.all() };
}

function readRows(text: string, losses: LossCounter): Row[] {
  const separator = separatorOf(text);
  try {
    const records = [...csvRecords(text, separator)];
    const head = records[0];
    if (!head) throw new CodebookProblem('The file is empty.', 'Choose another file.');
    const column = columnsOf(head.cells, losses);
    return records.slice(1).flatMap(({ line, cells }): Row[] => {
      const cell = (at: number | undefined): string =>
        at === undefined ? '' : unguardFormula((cells[at] ?? '').trim());
      const levels = column.levels.map(cell).filter((each) => each !== '');
      const whole = cell(column.path);
      const path = levels.length > 0 ? levels : whole === '' ? null : splitPath(whole);
      const name = cell(column.name) || path?.at(-1) || '';
      if (name === '') {
        if (cells.every((each) => each.trim() === '')) return [];
        throw new CodebookProblem(`Line ${line}: a code has no name.`, 'Name it, or take the line away.');
      }
      const color = cell(column.colour);
      const colour = color === '' ? null : cleanColour(color);
      if (color !== '' && colour === null) {
        losses.add('Colours that can’t be read', 'They aren’t written as #rrggbb: the codes get others.');
      }
      const definition = column.definition === undefined ? '' : unguardFormula(cells[column.definition] ?? '');
      if (definition.length > CODE_MAX.definition) {
        throw new CodebookProblem(
          `Line ${line}: the definition has ${definition.length} characters; it may have ${CODE_MAX.definition}.`,
          'Shorten it.',
        );
      }
      const says = foldWords(cell(column.retired));
      const retired = column.retired === undefined ? null : ['yes', 'true', '1', 'x'].includes(says);
      return [{ line, name, parent: cell(column.parent), path, definition, colour, retired }];
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CodebookProblem(`The file is broken: line ${error.line}: ${error.message}.`, 'Save it as CSV again.');
  }
}

/** Columns that say how a code stands in the project: known, and not read. */
const PASSED_OVER = ['claims', ''];

function columnsOf(cells: readonly string[], losses: LossCounter) {
  const keys = cells.map((cell) => foldWords(cell).replaceAll('_', ' '));
  const find = (what: keyof typeof HEADINGS): number | undefined => {
    const at = keys.findIndex((key) => HEADINGS[what].includes(key));
    return at < 0 ? undefined : at;
  };
  const levels = keys
    .map((key, at) => ({ at, level: Number(/^(?:level|ebene|niveau)\s*(\d{1,2})$/.exec(key)?.[1] ?? Number.NaN) }))
    .filter(({ level }) => !Number.isNaN(level))
    .sort((a, b) => a.level - b.level)
    .map(({ at }) => at);
  const [name, path] = [find('name'), find('path')];
  if (name === undefined && path === undefined && levels.length === 0) {
    throw new CodebookProblem(
      'No column of the file is headed “name”, so it isn’t known what the codes are called.',
      'Head the columns of a CSV file: parent, name, definition, colour. One row is one code.',
    );
  }
  const [definition, colour, parent, retired] = [find('definition'), find('colour'), find('parent'), find('retired')];
  const used = new Set([name, path, definition, colour, parent, retired, ...levels]);
  for (const [at, key] of keys.entries()) {
    if (!used.has(at) && !PASSED_OVER.includes(key)) {
      losses.add(`Column ${inQuotes((cells[at] ?? '').trim())}`, 'A code has no such field: it is left out.');
    }
  }
  return { name, path, levels, definition, colour, parent, retired };
}

/** `A › B`, `A > B`, `A\B`, `A::B` → its names. */
function splitPath(path: string): string[] {
  const mark = [PATH_MARK, '>', '\\', '::'].find((each) => path.includes(each));
  return (mark === undefined ? [path] : path.split(mark)).map((each) => each.trim()).filter((each) => each !== '');
}

/** The whole path of each row: its parent's, which may be that of another row. */
class Paths {
  readonly #byName = new Map<string, Row[]>();
  readonly #known = new Map<Row, readonly string[]>();
  readonly #open: Row[] = [];

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      const key = foldWords(row.name);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), row]);
    }
  }

  of(row: Row): readonly string[] {
    const known = this.#known.get(row);
    if (known) return known;
    if (this.#open.includes(row)) throw circle(this.#open.slice(this.#open.indexOf(row)));
    if (this.#open.length > MOST_LEVELS) throw tooDeep();
    this.#open.push(row);
    const path = this.#find(row);
    this.#open.pop();
    this.#known.set(row, path);
    return path;
  }

  #find(row: Row): readonly string[] {
    if (row.path) return row.path;
    if (row.parent === '') return [row.name];
    const named = this.#byName.get(foldWords(row.parent)) ?? [];
    const parent = named.find((each) => each.parent === '' && each.path === null) ?? named[0];
    if (!parent) return [...splitPath(row.parent), row.name];
    if (named.length > 1 && parent.parent !== '') {
      throw new CodebookProblem(
        `Line ${row.line}: there are ${named.length} codes ${inQuotes(row.parent)} under which ${inQuotes(row.name)} could stand.`,
        `Write the parent’s whole path: A ${PATH_MARK} B.`,
      );
    }
    return [...this.of(parent), row.name];
  }
}

function circle(rows: readonly Row[]): CodebookProblem {
  const names = rows.map((row) => inQuotes(row.name)).join(', ');
  const message =
    rows.length === 1
      ? `${names} stands under itself (line ${rows[0]?.line}).`
      : `The codes ${names} stand under each other in a circle (lines ${rows.map((row) => row.line).join(', ')}).`;
  return new CodebookProblem(message, 'Give one of them another parent.');
}

/** The node of a row, which is the end of its path. */
function descend(top: Node, path: readonly string[], losses: LossCounter, line: number): Node {
  let node = top;
  for (const [depth, typed] of path.entries()) {
    const lost = new LossCounter();
    const name = nameInFile(typed, lost, `Line ${line}`);
    const key = foldWords(name);
    const next = node.under.get(key) ?? { name, row: null, isTold: false, under: new Map() };
    node.under.set(key, next);
    if (depth === path.length - 1) next.name = name;
    if (!next.isTold) for (const { what, detail, count } of lost.all()) losses.add(what, detail, count);
    next.isTold ||= lost.all().length > 0;
    node = next;
  }
  return node;
}

function toCode({ name, row, under }: Node): BookCode {
  return {
    name,
    definition: row?.definition ?? '',
    colour: row?.colour ?? null,
    retired: row?.retired ?? null,
    examples: [],
    under: [...under.values()].map(toCode),
  };
}
