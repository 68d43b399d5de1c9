/** What an entity can be the reference of. */
export type EntityKind = 'actor' | 'venue';

export const ACTOR_CATEGORIES = ['person', 'organisation', 'state', 'group', 'other'] as const;
export const VENUE_CATEGORIES = ['place', 'forum', 'medium', 'event'] as const;
export const ENTITY_CATEGORIES = [...ACTOR_CATEGORIES, ...VENUE_CATEGORIES] as const;

export type EntityCategory = (typeof ENTITY_CATEGORIES)[number];

export const CATEGORIES_OF: Readonly<Record<EntityKind, readonly EntityCategory[]>> = {
  actor: ACTOR_CATEGORIES,
  venue: VENUE_CATEGORIES,
};

/** Who or what mentions refer to: one entry of the project's authority list, shared by all coders. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  /** One of its kind's. */
  readonly category: EntityCategory;
  /** The canonical name. */
  readonly name: string;
  /** Other names and spellings, without the canonical one. */
  readonly aliases: readonly string[];
  /** '' when not known. */
  readonly country: string;
  /** '' when none or not known. */
  readonly party: string;
  /** The entity that it is part of (a ministry of a state, a hall in a city), or null. Never in a circle. */
  readonly parentId: string | null;
  readonly note: string;
  /** Ids of entities that it was told apart from: the names are alike, and it isn't one of them. Absent for none. */
  readonly apartFrom?: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The longest values, in UTF-16 units, and the most aliases. */
export const ENTITY_MAX = { name: 300, aliases: 500, country: 120, party: 200, note: 8000 } as const;
