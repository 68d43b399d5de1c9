import { z } from 'zod';
import { ARTICLE_STATUSES, fitsField } from '../../model/article.ts';
import { KINDS } from '../../model/kind.ts';
import { id } from './parts.ts';

const ids = z.array(id).max(1000).readonly().optional();
const day = z
  .string()
  .refine((value) => fitsField('date', value), 'it isn’t a day of the calendar')
  .optional();

/** The parts of a `CorpusFilter`; what isn't given asks for nothing. */
export const CorpusFilterSchema = z.strictObject({
  outlets: z.array(z.string().max(1000)).max(1000).readonly().optional(),
  from: day,
  to: day,
  statuses: z.array(z.enum(ARTICLE_STATUSES)).readonly().optional(),
  coders: ids,
  codes: ids,
  entities: ids,
  kinds: z.array(z.enum(KINDS)).readonly().optional(),
  coded: z.enum(['', 'some', 'none']).optional(),
});
