import { z } from 'zod';
import { handle, job, nothing } from './parts.ts';

/** What goes into opening, making and checking a project, checked. */
export const projectInputs = {
  'project.create': z.strictObject({ file: handle }),
  'project.open': z.strictObject({ file: handle }),
  'project.openSample': z.strictObject({ fresh: z.boolean() }),
  'project.info': nothing,
  'project.close': nothing,
  'project.check': z.strictObject({ job: job.optional() }),
  'project.repairIndex': z.strictObject({ job: job.optional() }),
} satisfies Record<string, z.ZodType>;
