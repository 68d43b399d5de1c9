import type { Kind } from './kind.ts';

/** The parts that other annotations play in a claim record: by whom, to whom, where. */
export const ROLES = ['claimant', 'addressee', 'venue'] as const;

export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}

/** The kind of annotation that may fill each role. */
export const ROLE_KIND: Readonly<Record<Role, Kind>> = { claimant: 'actor', addressee: 'actor', venue: 'venue' };

/** The small word that stands before a role on a claim card. */
export const ROLE_WORD: Readonly<Record<Role, string>> = { claimant: 'by', addressee: 'to', venue: 'at' };
