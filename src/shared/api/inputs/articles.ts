import { z } from 'zod';
import { ARTICLE_STATUSES } from '../../model/article.ts';
import { ArticleFieldsSchema } from '../../model/schemas.ts';
import { CorpusFilterSchema } from './filter.ts';
import { handle, id, job } from './parts.ts';

/** What goes into the corpus and its articles, checked. */
export const articleInputs = {
  'articles.list': z.strictObject({
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(1000),
    sort: z.enum(['date', 'outlet', 'status', 'title', 'added']),
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
} satisfies Record<string, z.ZodType>;
