import { z } from 'zod';
import { CorpusFilterSchema } from './filter.ts';
import { id } from './parts.ts';

const offset = z.number().int().min(0);

/** The most places that one act tags. */
export const MOST_MENTIONS = 20_000;

/** What goes into tagging all mentions, checked. */
export const mentionInputs = {
  'mentions.preview': z.strictObject({
    annotationId: id,
    matchCase: z.boolean(),
    matchAccents: z.boolean(),
    aliases: z.boolean(),
    scope: z.enum(['article', 'filter', 'project']),
    filter: CorpusFilterSchema.optional(),
    after: offset.nullable(),
    limit: z.number().int().min(1).max(1000),
  }),
  'mentions.tag': z.strictObject({
    annotationId: id,
    places: z
      .array(z.strictObject({ articleId: id, start: offset, end: offset }))
      .min(1)
      .max(MOST_MENTIONS),
    already: offset.optional(),
    job: z.string().min(1).max(100),
  }),
} satisfies Record<string, z.ZodType>;
