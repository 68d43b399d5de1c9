import type { EntityCategory } from './entity.ts';

/** The rules by which an entity is proposed for a mention. Stable: what was decided about proposals is kept under them. */
export const RULE_IDS = [
  'same-words',
  'name',
  'alias',
  'folded',
  'bare',
  'title',
  'surname',
  'given-name',
  'acronym',
  'initials',
  'renamed',
  'spelling',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** One entity that a mention may refer to. */
export interface Candidate {
  /** Null: an entity that isn't there yet, with the name and category that it would get. */
  readonly entityId: string | null;
  readonly name: string;
  readonly category: EntityCategory;
  readonly rule: RuleId | 'new';
  /** Why, in the analyst's words: `last name of Adra Solène, who is named in this article`. */
  readonly reason: string;
  /** For order alone; more is likelier. */
  readonly score: number;
}
