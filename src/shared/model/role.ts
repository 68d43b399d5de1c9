import type { Kind } from './kind.ts';

/**
 * The parts that others play in a claim record. A relay passes on what the claimant said (“X said that Y told Z”: X), the
 * outermost first. A venue has a role of its own: where it was said, where something is proposed, where it was held.
 */
export const ROLES = ['claimant', 'addressee', 'about', 'relay', 'venue', 'venue-proposed', 'venue-held'] as const;

export type Role = (typeof ROLES)[number];

/** Whether it is a role of a claim. */
export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}

/** The kinds of annotation, and so of entity, that may fill each role; the likeliest first. */
export const ROLE_KINDS: Readonly<Record<Role, readonly [Kind, ...Kind[]]>> = {
  claimant: ['actor'],
  addressee: ['actor'],
  about: ['actor', 'venue'],
  relay: ['actor'],
  venue: ['venue'],
  'venue-proposed': ['venue'],
  'venue-held': ['venue'],
};

/** Whether something of that kind may fill a role. */
export function mayFill(role: Role, kind: Kind): boolean {
  return ROLE_KINDS[role].includes(kind);
}

/** The small words that stand before a role on a claim card. */
export const ROLE_WORD: Readonly<Record<Role, string>> = {
  claimant: 'by',
  addressee: 'to',
  about: 'about',
  relay: 'via',
  venue: 'at',
  'venue-proposed': 'proposed at',
  'venue-held': 'held at',
};

/** What a role is called in words. */
export const ROLE_NAME: Readonly<Record<Role, string>> = {
  claimant: 'claimant',
  addressee: 'addressee',
  about: 'subject',
  relay: 'relay',
  venue: 'venue',
  'venue-proposed': 'proposed venue',
  'venue-held': 'past venue',
};
