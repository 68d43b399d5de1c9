import type { Span } from '../text/span.ts';
import type { Kind } from './kind.ts';

/** A span that one coder tagged as one kind. A claim's links to others are `Link` records. */
export interface Annotation {
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
