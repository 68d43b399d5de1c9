import { z } from 'zod';
import { ARTICLE_FIELD_MAX } from './article.ts';
import { CODER_NAME_MAX } from './coder.ts';
import { type ChangedKeys, isCombination, isKept, KEYS_MAX } from './keys.ts';
import { KINDS } from './kind.ts';

/* What the model's records may hold, checked where they come in from outside. The window needs the types alone. */

export const KindSchema = z.enum(KINDS);

const offset = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);

export const SpanSchema = z
  .array(z.object({ start: offset, end: offset }))
  .min(1)
  .max(1000);

export const CoderNameSchema = z.string().trim().min(1).max(CODER_NAME_MAX);

/** What `isCombination` says; a few for a command. */
export const ChangedKeysSchema: z.ZodType<ChangedKeys> = z
  .record(
    z.string().regex(/^[a-z0-9-]{1,80}$/, 'it isn’t a command'),
    z
      .array(
        z
          .string()
          .max(40)
          .refine(isCombination, 'it isn’t a combination of keys')
          .refine((keys) => !isKept(keys), 'a browser keeps it for itself'),
      )
      .max(KEYS_MAX.each),
  )
  .refine((keys) => Object.keys(keys).length <= KEYS_MAX.commands, 'too many commands');

/** The fields that an analyst may edit: what `fitsField` says, field by field. */
export const ArticleFieldsSchema = z.object({
  title: z.string().max(ARTICLE_FIELD_MAX.title),
  outlet: z.string().max(ARTICLE_FIELD_MAX.outlet),
  date: z.union([z.literal(''), z.iso.date()]),
  author: z.string().max(ARTICLE_FIELD_MAX.author),
  url: z.string().max(ARTICLE_FIELD_MAX.url),
  language: z.string().max(ARTICLE_FIELD_MAX.language),
});
