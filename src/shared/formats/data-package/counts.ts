import type { DatasetTable } from '../../model/dataset.ts';
import type { Kind } from '../../model/kind.ts';
import { type Role, ROLES } from '../../model/role.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit, Corpus } from '../format.ts';
import { PACKAGE_TABLES } from './layout.ts';

/** How much a package holds, counted while it is written. */
export interface Counts {
  readonly rows: Record<DatasetTable, number>;
  readonly kinds: Record<Kind, number>;
  readonly roles: Record<Role, number>;
  /** Annotations by coder id. */
  readonly coders: Map<string, number>;
  /** Values of a category that are none of its choices today, by the name of its column. */
  readonly others: Map<string, Set<string>>;
}

/** Nothing counted yet; every coder of the corpus has a place. */
export function startCounts(corpus: Corpus): Counts {
  return {
    rows: Object.fromEntries(PACKAGE_TABLES.map((table) => [table, 0])) as Record<DatasetTable, number>,
    kinds: { actor: 0, claim: 0, venue: 0 },
    roles: Object.fromEntries(ROLES.map((role) => [role, 0])) as Record<Role, number>,
    coders: new Map(corpus.coders.map((coder) => [coder.id, 0])),
    others: new Map(),
  };
}

/** Adds what one article holds. */
export function countUnit(counts: Counts, unit: ArticleUnit, book: Book): void {
  for (const { kind, coderId, values } of unit.annotations) {
    counts.kinds[kind]++;
    counts.coders.set(coderId, (counts.coders.get(coderId) ?? 0) + 1);
    for (const id in values) countOther(counts, book, id, values[id]);
  }
  for (const { role } of unit.links) counts.roles[role]++;
}

function countOther(counts: Counts, book: Book, variableId: string, value: unknown): void {
  const variable = book.variables.get(variableId);
  if (variable?.type !== 'category' || typeof value !== 'string' || variable.options.includes(value)) return;
  const column = book.columns.get(variableId) ?? '';
  const others = counts.others.get(column);
  if (others) others.add(value);
  else counts.others.set(column, new Set([value]));
}
