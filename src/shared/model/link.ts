import type { Role } from './role.ts';

/** One filled role of a claim record: this claim is *by* that actor, *to* that one, *at* that venue. */
export interface Link {
  readonly id: string;
  readonly articleId: string;
  /** The claim's annotation. */
  readonly claimId: string;
  readonly role: Role;
  /** Whether words of the article fill the role or an entity that the article doesn't name there. */
  readonly targetIs: 'annotation' | 'entity';
  /** The annotation, in the same article and by the same coder; or the entity. */
  readonly targetId: string;
  /** Order among the links of one claim and role, from 0. */
  readonly position: number;
}
