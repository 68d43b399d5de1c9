import { z } from 'zod';
import { ID_PATTERN } from '../../model/ids.ts';
import { KindSchema, SpanSchema } from '../../model/schemas.ts';
import { codingFields } from './coding.ts';
import { id, nothing } from './parts.ts';

const memo = z.string().max(20_000);

/** What goes into tagging, and into the history of it, checked. */
export const annotationInputs = {
  'annotations.add': z.strictObject({
    id: z.string().regex(ID_PATTERN, 'it isn’t an id').optional(),
    articleId: id,
    kind: KindSchema,
    fragments: SpanSchema,
    memo: memo.optional(),
  }),
  'annotations.update': z.strictObject({
    id,
    fragments: SpanSchema.optional(),
    kind: KindSchema.optional(),
    memo: memo.optional(),
    ...codingFields,
  }),
  'annotations.remove': z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  'annotations.merge': z.strictObject({ keepId: id, otherId: id }),
  'annotations.split': z.strictObject({ id }),
  'history.undo': nothing,
  'history.leave': nothing,
  'history.redo': nothing,
} satisfies Record<string, z.ZodType>;
