import { z } from 'zod';
import { DATASET_TABLES } from '../../model/dataset.ts';
import { ROLES } from '../../model/role.ts';
import { KindSchema } from '../../model/schemas.ts';
import { handle, id, job, nothing } from './parts.ts';

const options = z.record(z.string(), z.string());
const mapping = z.object({
  kinds: z.record(z.string(), KindSchema),
  roles: z.record(z.string(), z.enum(ROLES)),
  coder: z.string().max(120),
  coderFrom: z.enum(['none', 'suffix']),
});
const files = z.array(handle).min(1).max(100_000);

/** What goes into the dataset, exports and annotated files, checked. */
export const exchangeInputs = {
  'dataset.rows': z.strictObject({
    table: z.enum(DATASET_TABLES),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
  }),
  'exchange.formats': nothing,
  'exchange.preview': z.strictObject({ format: id, options }),
  'exchange.write': z.strictObject({ format: id, folder: handle, options, job }),
  'exchange.inspect': z.strictObject({ format: id, files, mapping, options }),
  'exchange.read': z.strictObject({ format: id, files, mapping, options, job }),
} satisfies Record<string, z.ZodType>;
