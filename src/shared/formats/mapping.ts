import { isKind, type Kind } from '../model/kind.ts';
import { isRole, type Role } from '../model/role.ts';
import type { ReadMapping } from './format.ts';

/** Their type → our kind: as the mapping says, else by our kinds' own names in any case; null for neither. */
export function kindOf(type: string, mapping: ReadMapping): Kind | null {
  if (Object.hasOwn(mapping.kinds, type)) return mapping.kinds[type] ?? null;
  const lower = type.toLowerCase();
  return isKind(lower) ? lower : null;
}

/**
 * Their role or relation → our role: as the mapping says, else by our roles' own names in any case; null for neither.
 * Digits at the end (`Source2`) only tell several fillers apart.
 */
export function roleOf(name: string, mapping: ReadMapping): Role | null {
  const bare = bareRole(name);
  for (const candidate of [name, bare]) {
    if (Object.hasOwn(mapping.roles, candidate)) return mapping.roles[candidate] ?? null;
  }
  const lower = bare.toLowerCase();
  return isRole(lower) ? lower : null;
}

/** A role's name without the digits that tell several fillers apart. */
export function bareRole(name: string): string {
  return name.replace(/\d+$/, '') || name;
}

/** Counts names with what they map to. */
export interface NameCounter<T> {
  add(name: string, mapped: T): void;
  /** The most frequent first. */
  list(): { readonly name: string; readonly count: number; readonly mapped: T }[];
}

/** Counts names with what they map to, in the order of the most frequent. */
export function nameCounter<T>(): NameCounter<T> {
  const counted = new Map<string, { readonly name: string; count: number; readonly mapped: T }>();
  return {
    add(name, mapped) {
      const known = counted.get(name);
      if (known) known.count++;
      else counted.set(name, { name, count: 1, mapped });
    },
    list: () => [...counted.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  };
}
