import { z } from 'zod';
import { REPORTINGS } from '../../model/annotation.ts';
import { SpanSchema } from '../../model/schemas.ts';
import { id } from './parts.ts';

/* What was decided of a proposal, as it comes in. */

const rule = z.string().min(1).max(100);
const key = z.string().min(1).max(2000);

/** One schema a method. */
export const proposalInputs = {
  'proposals.accept': z.strictObject({
    articleId: id,
    claimId: id.optional(),
    claim: SpanSchema,
    speaker: SpanSchema.optional(),
    venue: SpanSchema.optional(),
    addressee: SpanSchema.optional(),
    relay: SpanSchema.optional(),
    cue: SpanSchema.optional(),
    reporting: z.enum(REPORTINGS).optional(),
    rule,
    key,
    outcome: z.enum(['accepted', 'changed']),
  }),
  'proposals.dismiss': z.strictObject({ articleId: id, rule, key, reason: z.string().max(2000).optional() }),
  'proposals.verdicts': z.strictObject({ articleId: id }),
  'proposals.stats': z.strictObject({}),
} satisfies Record<string, z.ZodType>;
