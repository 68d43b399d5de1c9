import type { Span } from '../text/span.ts';
import type { Kind } from './kind.ts';
import type { VariableValue } from './variable.ts';

/** How the article brings a claim: in the speaker's own words, in other words, or as told. '' until coded. */
export const REPORTINGS = ['quoted', 'paraphrased', 'reported'] as const;

export type Reporting = (typeof REPORTINGS)[number];

/** What an annotation is coded with, beyond its words and kind. */
export interface Coding {
  /** Who or what an actor or venue refers to; null while nobody has said. Always null for a claim. */
  readonly entityId: string | null;
  /** The codes of a claim, in the order in which they were given; empty for the other kinds. */
  readonly codes: readonly string[];
  /** Values of the codebook's variables, by variable id. What has none isn't there. */
  readonly values: Readonly<Record<string, VariableValue>>;
  /** Of a claim. */
  readonly reporting: Reporting | '';
  /** The words that announce a claim (“said”, “according to”), UTF-16, in text order; empty for none. */
  readonly cue: Span;
  /** The day on which a claim was made, `YYYY-MM-DD`, apart from the day of publication; '' for not known. */
  readonly utteredOn: string;
}

/** A span that one coder tagged as one kind. A claim's links to others are `Link` records. */
export interface Annotation extends Coding {
  readonly id: string;
  readonly articleId: string;
  readonly kind: Kind;
  readonly coderId: string;
  /** UTF-16, in text order, at least one. */
  readonly fragments: Span;
  readonly memo: string;
  /** Values that came with an imported annotation (`Confidence: high`; `true` for a bare mark). */
  readonly attributes: Readonly<Record<string, string | true>>;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a freshly tagged span is coded with: nothing. */
export const UNCODED: Coding = { entityId: null, codes: [], values: {}, reporting: '', cue: [], utteredOn: '' };
