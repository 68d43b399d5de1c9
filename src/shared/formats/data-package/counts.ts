import type { DatasetTable } from '../../model/dataset.ts';
import type { Kind } from '../../model/kind.ts';
import { type Role, ROLES } from '../../model/role.ts';
import type { ArticleUnit, Corpus } from '../format.ts';
import { PACKAGE_TABLES } from './layout.ts';

/** How much a package holds, counted while it is written. */
export interface Counts {
  readonly rows: Record<DatasetTable, number>;
  readonly kinds: Record<Kind, number>;
  readonly roles: Record<Role, number>;
  /** Annotations by coder id. */
  readonly coders: Map<string, number>;
}

export function startCounts(corpus: Corpus): Counts {
  return {
    rows: Object.fromEntries(PACKAGE_TABLES.map((table) => [table, 0])) as Record<DatasetTable, number>,
    kinds: { actor: 0, claim: 0, venue: 0 },
    roles: Object.fromEntries(ROLES.map((role) => [role, 0])) as Record<Role, number>,
    coders: new Map(corpus.coders.map((coder) => [coder.id, 0])),
  };
}

export function countUnit(counts: Counts, unit: ArticleUnit): void {
  for (const { kind, coderId } of unit.annotations) {
    counts.kinds[kind]++;
    counts.coders.set(coderId, (counts.coders.get(coderId) ?? 0) + 1);
  }
  for (const { role } of unit.links) counts.roles[role]++;
}
