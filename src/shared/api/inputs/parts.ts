import { z } from 'zod';

/* What the inputs of many methods have in common. */

/** Takes no input. */
export const nothing = z.strictObject({});

/** The id of a record. */
export const id = z.string().min(1).max(100);

/** A file or folder, as the host named it for this launch. */
export const handle = z.string().min(1).max(100);

/** The caller's own name for work that tells how far it is and can be cancelled. */
export const job = z.string().min(1).max(100);
