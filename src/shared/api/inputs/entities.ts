import { z } from 'zod';
import { ENTITY_CATEGORIES } from '../../model/entity.ts';
import { RULE_IDS } from '../../model/entity-candidate.ts';
import { id } from './parts.ts';

/* The authority list, as it comes in. What fits together is for the handlers to say. */

const ids = z.array(id).min(1).max(100_000);
const kind = z.enum(['actor', 'venue']);
const category = z.enum(ENTITY_CATEGORIES);
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) };
const key = z.string().min(1).max(1000);

/** An entity's fields as they are given: beyond the greatest lengths the handlers say what is too long. */
const fields = {
  category,
  name: z.string().max(10_000),
  aliases: z.array(z.string().max(10_000)).max(10_000),
  country: z.string().max(10_000),
  party: z.string().max(10_000),
  parentId: id.nullable(),
  note: z.string().max(100_000),
};
const someFields = z.strictObject(fields).partial();
const newEntity = z
  .strictObject({ ...fields, kind })
  .partial()
  .required({ kind: true, category: true, name: true });

/** What stood as the offer when the analyst decided: kept as accepted or changed. */
const offered = z.strictObject({ rule: z.enum([...RULE_IDS, 'new']), entityId: id.nullable() }).nullable();

const split = {
  id,
  to: z.union([z.strictObject({ entityId: id }), z.strictObject({ entity: newEntity })]),
  spellings: z.array(key).max(10_000),
  annotationIds: z.array(id).max(100_000),
  aliases: z.array(z.string().max(10_000)).max(10_000),
};

/** One schema a method. */
export const entityInputs = {
  'entities.names': z.strictObject({ ids: z.array(id).max(10_000).nullable() }),
  'entities.list': z.strictObject({
    ...page,
    sort: z.enum(['name', 'mentions']),
    kind: kind.nullable(),
    category: category.nullable(),
    query: z.string().max(200),
  }),
  'entities.get': z.strictObject({ id, ...page }),
  'entities.propose': z.strictObject({ annotationId: id }),
  'entities.alike': z.strictObject({ annotationId: id }),
  'entities.queue': z.strictObject({ ...page, limit: z.number().int().min(1).max(200), kind: kind.nullable() }),
  'entities.link': z.strictObject({ annotationIds: ids, entityId: id.nullable(), offered: offered.optional() }),
  'entities.dismiss': z.strictObject({ annotationId: id, offered: offered.unwrap() }),
  'entities.add': z.strictObject({
    entity: newEntity,
    annotationIds: z.array(id).max(100_000),
    offered: offered.optional(),
  }),
  'entities.update': z.strictObject({ id, fields: someFields }),
  'entities.mergePreview': z.strictObject({ keepId: id, otherIds: z.array(id).min(1).max(100) }),
  'entities.merge': z.strictObject({ keepId: id, otherIds: z.array(id).min(1).max(100) }),
  'entities.splitPreview': z.strictObject(split),
  'entities.split': z.strictObject(split),
  'entities.removePreview': z.strictObject({ ids }),
  'entities.remove': z.strictObject({ ids }),
  'entities.duplicates': z.strictObject({ kind: kind.nullable(), apart: z.boolean(), ...page }),
  'entities.tellApart': z.strictObject({ ids: z.tuple([id, id]), apart: z.boolean() }),
  'entities.writeCsv': z.strictObject({ folder: id, name: z.string().min(1).max(255) }),
  'entities.readCsv': z.strictObject({ file: id }),
  'entities.importCsv': z.strictObject({ file: id }),
} satisfies Record<string, z.ZodType>;
