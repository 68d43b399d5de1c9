import { z } from 'zod';
import { QUEUES } from '../../model/queue.ts';

/** What goes into the progress of the work, checked. */
export const workInputs = {
  'work.progress': z.strictObject({}),
  'work.queues': z.strictObject({}),
  'work.queue': z.strictObject({
    queue: z.enum(QUEUES),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
  }),
} satisfies Record<string, z.ZodType>;
