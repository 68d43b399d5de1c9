import { z } from 'zod';
import { CorpusFilterSchema } from './filter.ts';

const query = z.string().max(1000);
const offset = z.number().int().min(0);

/** What goes into searching, checked. */
export const searchInputs = {
  'search.texts': z.strictObject({
    query,
    filter: CorpusFilterSchema.optional(),
    offset,
    limit: z.number().int().min(1).max(100),
    lines: z.number().int().min(1).max(1000).optional(),
  }),
  'search.annotations': z.strictObject({
    query,
    filter: CorpusFilterSchema.optional(),
    offset,
    limit: z.number().int().min(1).max(500),
  }),
  'search.facets': z.strictObject({
    of: z.enum(['articles', 'annotations']).optional(),
    words: z.string().max(200).optional(),
  }),
} satisfies Record<string, z.ZodType>;
