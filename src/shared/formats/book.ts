import type { Code } from '../model/code.ts';
import type { Entity } from '../model/entity.ts';
import type { Kind } from '../model/kind.ts';
import type { Variable } from '../model/variable.ts';
import type { Coder } from '../model/coder.ts';
import { slug } from '../text/slug.ts';
import { codePaths, inTreeOrder } from './paths.ts';

/** The records that coding refers to: shared by all articles and coders of a project. */
export interface BookRecords {
  /** Retired ones too. */
  readonly codes: readonly Code[];
  /** Retired ones too. */
  readonly variables: readonly Variable[];
  readonly entities: readonly Entity[];
}

/** The same, to be looked up by id while rows and lines are made. */
export interface Book {
  /** Coder id → the coder's name. */
  readonly coders: ReadonlyMap<string, string>;
  /** In the order of the codebook: each behind its parent. */
  readonly codes: ReadonlyMap<string, Code>;
  /** Code id → its names from the top down, `Settlement > Security guarantees`. */
  readonly paths: ReadonlyMap<string, string>;
  /** By kind, in the order of the codebook. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Variable id → the name of its column, `var_stance`. Each has its own. */
  readonly columns: ReadonlyMap<string, string>;
  /** By kind, then name. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** The variables of a kind, in order. */
  variablesOf(kind: Kind): readonly Variable[];
}

const books = new WeakMap<object, Book>();

/** The book of a corpus: made once, however many files are written of it. */
export function bookOf(corpus: BookRecords & { readonly coders: readonly Coder[] }): Book {
  const known = books.get(corpus);
  if (known) return known;
  const book = makeBook(corpus, corpus.coders);
  books.set(corpus, book);
  return book;
}

/**
 * Prepares records to be looked up.
 * @param columns the variables' columns where they are given already, as in a package that is read; else they are made.
 */
export function makeBook(records: BookRecords, coders: readonly Coder[], columns?: ReadonlyMap<string, string>): Book {
  const codes = byId(inTreeOrder(records.codes));
  const variables = records.variables.toSorted(byKindAndPlace);
  const kinds = new Map<Kind, Variable[]>();
  for (const variable of variables) {
    const own = kinds.get(variable.kind);
    if (own) own.push(variable);
    else kinds.set(variable.kind, [variable]);
  }
  return {
    coders: new Map(coders.map((coder) => [coder.id, coder.name])),
    codes,
    paths: codePaths(codes),
    variables: byId(variables),
    columns: columns ?? variableColumns(variables),
    entities: byId(records.entities.toSorted(byKindAndName)),
    variablesOf: (kind) => kinds.get(kind) ?? [],
  };
}

/** No codes, variables or entities. */
export const EMPTY_RECORDS: BookRecords = { codes: [], variables: [], entities: [] };

/**
 * A column for each variable: `var_` and what of its name a program's variable may have. Those made first choose first, so
 * that a new variable doesn't rename the column of an older one.
 */
function variableColumns(variables: readonly Variable[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const columns = new Map<string, string>();
  for (const variable of variables.toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))) {
    const base = `var_${slug(variable.name, { ascii: false, between: '_' }) || variable.kind}`;
    let column = base;
    for (let number = 2; taken.has(column); number++) column = `${base}_${number}`;
    taken.add(column);
    columns.set(variable.id, column);
  }
  return columns;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

const KIND_PLACE: Readonly<Record<Kind, number>> = { claim: 0, actor: 1, venue: 2 };

function byKindAndPlace(a: Variable, b: Variable): number {
  return (
    KIND_PLACE[a.kind] - KIND_PLACE[b.kind] || a.position - b.position || compare(a.name, b.name) || compare(a.id, b.id)
  );
}

function byKindAndName(a: Entity, b: Entity): number {
  return compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
