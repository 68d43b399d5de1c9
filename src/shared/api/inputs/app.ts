import { z } from 'zod';
import { ChangedKeysSchema, CoderNameSchema } from '../../model/schemas.ts';
import { job, nothing } from './parts.ts';

/** What goes into the program's own methods, checked. */
export const appInputs = {
  'app.state': nothing,
  'app.saveSettings': z.strictObject({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    snapToWords: z.boolean().optional(),
    proposals: z.boolean().optional(),
    keys: ChangedKeysSchema.optional(),
  }),
  'coder.set': z.strictObject({ name: CoderNameSchema, mode: z.enum(['rename', 'switch']) }),
  'jobs.cancel': z.strictObject({ job }),
} satisfies Record<string, z.ZodType>;
