import { z } from 'zod';
import { CODE_MAX } from '../../model/code.ts';
import { KindSchema } from '../../model/schemas.ts';
import { VARIABLE_MAX, VARIABLE_TYPES } from '../../model/variable.ts';
import { handle, id } from './parts.ts';

/* What goes into the methods of the codebook, checked. */

const both = z.enum(['keep', 'take']);
// What is too long by little is refused by the plan, which says by how much.
const codeName = z.string().max(CODE_MAX.name * 4);
const definition = z.string().max(CODE_MAX.definition * 4);
const losing = z.number().int().min(0);
const value = z.union([z.string().max(VARIABLE_MAX.long), z.number(), z.boolean()]);

const merge = {
  ids: z.array(id).min(1).max(10_000),
  intoId: id,
  keepDefinitions: z.boolean(),
};
const move = { ids: z.array(id).min(1).max(10_000), parentId: id.nullable(), beforeId: id.nullable() };
const split = {
  id,
  parts: z
    .array(z.strictObject({ name: codeName, definition }))
    .min(1)
    .max(100),
  where: z.enum(['under', 'beside']),
  retire: z.boolean(),
  given: z.record(id, z.array(z.number().int().min(0).max(99)).max(100)),
};
const retire = { ids: z.array(id).min(1).max(10_000), retired: z.boolean() };
const remove = { id, under: z.enum(['remove', 'lift']) };

const fields = {
  name: z.string().max(VARIABLE_MAX.name * 4),
  definition,
  type: z.enum(VARIABLE_TYPES),
  options: z
    .array(z.strictObject({ name: z.string().max(VARIABLE_MAX.option * 4), was: z.array(z.string()).max(1000) }))
    .max(VARIABLE_MAX.options * 2),
  initial: value.nullable(),
  required: z.boolean(),
};
const edited = z.strictObject({ id, fields: z.strictObject(fields).partial() });

/** One schema a method. */
export const codebookInputs = {
  'codebook.get': z.strictObject({}),
  'codebook.log': z.strictObject({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(200) }),
  'codebook.preview': z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('move'), ...move }),
    z.strictObject({ act: z.literal('merge'), ...merge }),
    z.strictObject({ act: z.literal('split'), ...split }),
    z.strictObject({ act: z.literal('retire'), ...retire }),
    z.strictObject({ act: z.literal('remove'), ...remove }),
    z.strictObject({ act: z.literal('variable-update'), ...edited.shape }),
    z.strictObject({ act: z.literal('variable-remove'), id }),
  ]),
  'codebook.starter': z.strictObject({}),

  'codebook.inspect': z.strictObject({ file: handle, both }),
  'codebook.read': z.strictObject({ file: handle, both }),
  'codebook.write': z.strictObject({ file: handle, format: z.enum(['qdc', 'csv', 'json']), replace: z.boolean() }),

  'codes.add': z.strictObject({
    parentId: id.nullable(),
    name: codeName,
    definition: definition.optional(),
    colour: z.string().max(20).optional(),
  }),
  'codes.update': z.strictObject({
    id,
    name: codeName.optional(),
    definition: definition.optional(),
    colour: z.string().max(20).optional(),
  }),
  'codes.move': z.strictObject(move),
  'codes.merge': z.strictObject(merge),
  'codes.split': z.strictObject(split),
  'codes.retire': z.strictObject(retire),
  'codes.remove': z.strictObject({ ...remove, losing }),
  'codes.example': z.strictObject({ id, annotationId: id, is: z.boolean() }),
  'codes.examples': z.strictObject({ id }),
  'codes.claims': z.strictObject({
    id,
    withUnder: z.boolean(),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
  }),

  'variables.add': z.strictObject({ kind: KindSchema, ...fields }),
  'variables.update': edited.extend({ losing }),
  'variables.retire': z.strictObject({ id, retired: z.boolean() }),
  'variables.remove': z.strictObject({ id, losing }),
  'variables.reorder': z.strictObject({ kind: KindSchema, ids: z.array(id).max(10_000) }),
  'variables.values': z.strictObject({ id }),
} satisfies Record<string, z.ZodType>;
