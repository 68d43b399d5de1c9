import { z } from 'zod';

/** Someone who codes. The id stays when the name is corrected. */
export interface Coder {
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

export const CoderName = z.string().trim().min(1).max(120);
