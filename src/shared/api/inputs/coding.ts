import { z } from 'zod';
import { REPORTINGS } from '../../model/annotation.ts';
import { MISSING_PARTS } from '../../model/completeness.ts';
import { ROLES } from '../../model/role.ts';
import { id } from './parts.ts';

/* What annotations are coded with, as it comes in. Whether a code, value or entity fits is for the handlers to say. */

const offset = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const codes = z.array(id).max(200);
const values = z.record(id, z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()]));
const reporting = z.enum(['', ...REPORTINGS]);
const day = z.string().max(20);

/** What one annotation can be coded with anew: what isn't named stays as it is. */
export const codingFields = {
  entityId: id.nullable().optional(),
  codes: codes.optional(),
  values: values.optional(),
  reporting: reporting.optional(),
  cue: z
    .array(z.object({ start: offset, end: offset }))
    .max(100)
    .optional(),
  utteredOn: day.optional(),
};

/** One schema a method. */
export const codingInputs = {
  'annotations.code': z.strictObject({
    ids: z.array(id).min(1).max(100_000),
    change: z.strictObject({
      entityId: id.nullable().optional(),
      addCodes: codes.optional(),
      removeCodes: codes.optional(),
      values: values.optional(),
      reporting: reporting.optional(),
      utteredOn: day.optional(),
    }),
  }),
  'claims.link': z.strictObject({
    claimId: id,
    role: z.enum(ROLES),
    targetIs: z.enum(['annotation', 'entity']).optional(),
    targetId: id,
  }),
  'claims.unlink': z.strictObject({ linkId: id }),
  'claims.relink': z.strictObject({
    linkId: id,
    role: z.enum(ROLES).optional(),
    position: z.number().int().min(0).max(10_000).optional(),
  }),
  'claims.incomplete': z.strictObject({
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
    missing: z.enum(MISSING_PARTS).nullable(),
    coderId: id.nullable(),
  }),
  'claims.countIncomplete': z.strictObject({ coderId: id.nullable() }),
} satisfies Record<string, z.ZodType>;
