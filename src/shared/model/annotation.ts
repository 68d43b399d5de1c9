import { z } from 'zod';
import type { Span } from '../text/span.ts';
import { KINDS, type Kind } from './kind.ts';

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

export const KindSchema = z.enum(KINDS);

const offset = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);

export const SpanSchema = z
  .array(z.object({ start: offset, end: offset }))
  .min(1)
  .max(1000);
