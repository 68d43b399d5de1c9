import { z } from 'zod';

/** What goes into the methods of the codebook, checked. */
export const codebookInputs = {
  'codebook.get': z.strictObject({}),
} satisfies Record<string, z.ZodType>;
