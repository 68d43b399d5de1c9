import type { EntityName } from '../../shared/api/methods/entities.ts';
import type { Change } from '../../shared/change/change.ts';

/** The authority list as every panel needs it: names by id. */
export interface EntitiesState {
  /** Every entity, or of a very long list the first ones and those that were asked for. */
  readonly names: ReadonlyMap<string, EntityName>;
  readonly total: number;
}

export const emptyEntities: EntitiesState = { names: new Map(), total: 0 };

/** The names after these changes; the same object when none concerns them. */
export function applyToEntities(entities: EntitiesState, changes: readonly Change[]): EntitiesState {
  let next: Map<string, EntityName> | null = null;
  let { total } = entities;
  for (const change of changes) {
    if (change.record !== 'entity') continue;
    next ??= new Map(entities.names);
    total += (change.after ? 1 : 0) - (change.before ? 1 : 0);
    if (change.after) next.set(change.id, nameOf(change.after));
    else next.delete(change.id);
  }
  return next ? { names: next, total } : entities;
}

/** With more names; the same object when they are known. */
export function withNames(entities: EntitiesState, names: readonly EntityName[]): EntitiesState {
  if (names.every(({ id }) => entities.names.has(id))) return entities;
  return { ...entities, names: new Map([...entities.names, ...names.map((one) => [one.id, one] as const)]) };
}

function nameOf({ id, kind, category, name }: EntityName): EntityName {
  return { id, kind, category, name };
}
