import { z } from 'zod';

/** What goes into asking for precedents, checked. */
export const precedentsInputs = {
  'annotations.precedents': z.strictObject({ annotationId: z.string().min(1).max(100) }),
} satisfies Record<string, z.ZodType>;
