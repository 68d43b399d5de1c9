/** What became of a proposal: taken as it was, taken otherwise, or waved away. A finding is only ever dismissed. */
export const OUTCOMES = ['accepted', 'changed', 'dismissed'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What a coder decided about something that Parley proposed or found: it isn't shown to them again. */
export interface Verdict {
  readonly id: string;
  readonly articleId: string;
  readonly coderId: string;
  /** proposal: a quotation, claimant, cue or venue that was offered; finding: something that the consistency check found. */
  readonly about: 'proposal' | 'finding';
  /** The rule that proposed or found it, by its id. */
  readonly rule: string;
  /** What it was about, the same each time: made by the rule from offsets and ids. */
  readonly key: string;
  readonly outcome: Outcome;
  /** Why, in the coder's words; '' for none. */
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}
