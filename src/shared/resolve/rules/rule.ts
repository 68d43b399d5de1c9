import type { RuleId } from '../../model/entity-candidate.ts';
import type { ReadMention } from '../read.ts';
import type { EntityIndex, Found, Surroundings } from '../resolve.ts';

/** One reason for which a mention may be an entity. */
export interface ResolveRule {
  readonly id: RuleId;
  /** What the rule goes by, for lists of rules. */
  readonly title: string;
  /** Entities of the mention's own kind, in any order, each at most once. */
  find(mention: ReadMention, around: Surroundings, index: EntityIndex): readonly Found[];
}
