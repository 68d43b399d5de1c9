import { z } from 'zod';
import { ARTICLE_STATUSES } from '../model/article.ts';
import { DATASET_TABLES } from '../model/dataset.ts';
import { ID_PATTERN } from '../model/ids.ts';
import { ROLES } from '../model/role.ts';
import { codingFields, codingInputs } from './inputs/coding.ts';
import { ArticleFieldsSchema, ChangedKeysSchema, CoderNameSchema, KindSchema, SpanSchema } from '../model/schemas.ts';
import { codebookInputs } from './inputs/codebook.ts';
import { precedentsInputs } from './inputs/precedents.ts';
import { lintInputs } from './inputs/lint.ts';
import { CorpusFilterSchema } from './inputs/filter.ts';
import { mentionInputs } from './inputs/mentions.ts';
import { searchInputs } from './inputs/search.ts';
import { workInputs } from './inputs/work.ts';
import { proposalInputs } from './inputs/proposals.ts';
import { entityInputs } from './inputs/entities.ts';

/* What goes in, checked: `contract.ts` says what each method does with it. */

const nothing = z.strictObject({});
const id = z.string().min(1).max(100);
const handle = z.string().min(1).max(100);
const job = z.string().min(1).max(100);
const options = z.record(z.string(), z.string());
const mapping = z.object({
  kinds: z.record(z.string(), KindSchema),
  roles: z.record(z.string(), z.enum(ROLES)),
  coder: z.string().max(120),
  coderFrom: z.enum(['none', 'suffix']),
});

/** One schema a method: what `dispatch` lets in. */
export const inputSchemas = {
  'app.state': nothing,
  'app.saveSettings': z.strictObject({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    snapToWords: z.boolean().optional(),
    proposals: z.boolean().optional(),
    keys: ChangedKeysSchema.optional(),
  }),
  'coder.set': z.strictObject({ name: CoderNameSchema, mode: z.enum(['rename', 'switch']) }),
  'project.create': z.strictObject({ file: handle }),
  'project.open': z.strictObject({ file: handle }),
  'project.openSample': z.strictObject({ fresh: z.boolean() }),
  'project.info': nothing,
  'project.close': nothing,
  'project.check': nothing,
  'project.repairIndex': nothing,
  'files.places': nothing,
  'files.list': z.strictObject({
    folder: handle,
    show: z.enum(['all', 'projects', 'articles', 'folders', 'codebooks']),
  }),
  'files.child': z.strictObject({ folder: handle, name: z.string().min(1).max(255) }),
  'files.hold': z.strictObject({ name: z.string().min(1).max(255), base64: z.string() }),
  'articles.list': z.strictObject({
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
    sort: z.enum(['date', 'outlet', 'title', 'added']),
    status: z.enum(ARTICLE_STATUSES).nullable(),
    query: z.string().max(200),
    filter: CorpusFilterSchema.optional(),
  }),
  'articles.open': z.strictObject({ id }),
  'articles.update': z.strictObject({
    id,
    fields: ArticleFieldsSchema.partial(),
    status: z.enum(ARTICLE_STATUSES).optional(),
  }),
  'articles.remove': z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  'articles.inspect': z.strictObject({ files: z.array(handle).min(1).max(100_000), job }),
  'articles.import': z.strictObject({
    files: z
      .array(z.object({ file: handle, fields: ArticleFieldsSchema }))
      .min(1)
      .max(100_000),
    job,
  }),
  'annotations.add': z.strictObject({
    id: z.string().regex(ID_PATTERN, 'it isn’t an id').optional(),
    articleId: id,
    kind: KindSchema,
    fragments: SpanSchema,
    memo: z.string().max(20_000).optional(),
  }),
  'annotations.update': z.strictObject({
    id,
    fragments: SpanSchema.optional(),
    kind: KindSchema.optional(),
    memo: z.string().max(20_000).optional(),
    ...codingFields,
  }),
  'annotations.remove': z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  'annotations.merge': z.strictObject({ keepId: id, otherId: id }),
  'annotations.split': z.strictObject({ id }),
  ...codingInputs,
  'history.undo': nothing,
  'history.leave': nothing,
  'history.redo': nothing,
  'dataset.rows': z.strictObject({
    table: z.enum(DATASET_TABLES),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
  }),
  'exchange.formats': nothing,
  'exchange.preview': z.strictObject({ format: id, options }),
  'exchange.write': z.strictObject({ format: id, folder: handle, options, job }),
  'exchange.inspect': z.strictObject({ format: id, files: z.array(handle).min(1).max(100_000), mapping, options }),
  'exchange.read': z.strictObject({ format: id, files: z.array(handle).min(1).max(100_000), mapping, options, job }),
  'jobs.cancel': z.strictObject({ job }),
  ...codebookInputs,
  ...lintInputs,
  ...precedentsInputs,
  ...searchInputs,
  ...proposalInputs,
  ...mentionInputs,
  ...workInputs,
  ...entityInputs,
} satisfies Record<string, z.ZodType>;
