import { z } from 'zod';
import { handle, nothing } from './parts.ts';

/** What goes into choosing files, checked. */
export const fileInputs = {
  'files.places': nothing,
  'files.list': z.strictObject({
    folder: handle,
    show: z.enum(['all', 'projects', 'articles', 'folders', 'codebooks']),
  }),
  'files.child': z.strictObject({ folder: handle, name: z.string().min(1).max(255) }),
  'files.hold': z.strictObject({ name: z.string().min(1).max(255), base64: z.string() }),
} satisfies Record<string, z.ZodType>;
