import type { EntityName, Proposal } from '../../shared/api/methods/entities.ts';
import type { Change } from '../../shared/change/change.ts';
import type { EntityKind } from '../../shared/model/entity.ts';

/** Who or what a mention may be, as it was asked last. */
export interface AskedProposal {
  readonly annotationId: string;
  /** Of the state: an answer to an earlier one doesn't hold any more. */
  readonly revision: number;
  readonly proposal: Proposal;
}

/** What is in sight in the Entities place, kept while one is elsewhere. */
export interface EntitiesView {
  readonly tab: 'list' | 'unresolved' | 'duplicates';
  readonly kind: EntityKind | null;
  readonly query: string;
  readonly sort: 'name' | 'mentions';
  readonly entityId: string | null;
}

/** The authority list as every panel needs it: names by id; and what is offered for the selected mention. */
export interface EntitiesState {
  /** Of a list beyond 20,000 only those that were needed. */
  readonly names: ReadonlyMap<string, EntityName>;
  /** How many entities the project has. */
  readonly total: number;
  /** Goes up with each change after which something else may be offered. */
  readonly revision: number;
  readonly asked: AskedProposal | null;
  /** Mentions for which nothing is offered any more in this window. */
  readonly quiet: ReadonlySet<string>;
  /** The mention that was linked last: others with its words are offered to be linked too. */
  readonly linked: string | null;
  /** The mention whose entity is being chosen, or for which others with the same words are listed; null for none. */
  readonly chooser: string | null;
  readonly alike: string | null;
  readonly view: EntitiesView;
}

export const emptyEntities: EntitiesState = {
  names: new Map(),
  total: 0,
  revision: 0,
  asked: null,
  quiet: new Set(),
  linked: null,
  chooser: null,
  alike: null,
  view: { tab: 'list', kind: null, query: '', sort: 'name', entityId: null },
};

/** The slice after these changes; the same object when none concerns it. */
export function applyToEntities(state: EntitiesState, changes: readonly Change[]): EntitiesState {
  let names: Map<string, EntityName> | null = null;
  let { total } = state;
  let touched = false;
  for (const change of changes) {
    if (change.record === 'annotation' || change.record === 'verdict') touched = true;
    if (change.record !== 'entity') continue;
    touched = true;
    names ??= new Map(state.names);
    total += (change.after ? 1 : 0) - (change.before ? 1 : 0);
    if (change.after) {
      const { id, kind, category, name } = change.after;
      names.set(id, { id, kind, category, name });
    } else {
      names.delete(change.id);
    }
  }
  if (!touched) return state;
  return { ...state, names: names ?? state.names, total, revision: state.revision + 1 };
}

/** With more names; the same object when they are known. */
export function withNames(entities: EntitiesState, names: readonly EntityName[]): EntitiesState {
  if (names.every(({ id }) => entities.names.has(id))) return entities;
  return { ...entities, names: new Map([...entities.names, ...names.map((one) => [one.id, one] as const)]) };
}
