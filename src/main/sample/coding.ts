import { z } from 'zod';
import { REPORTINGS } from '../../shared/model/annotation.ts';
import { ARTICLE_STATUSES } from '../../shared/model/article.ts';
import { ENTITY_CATEGORIES } from '../../shared/model/entity.ts';
import { KINDS } from '../../shared/model/kind.ts';
import { ROLES } from '../../shared/model/role.ts';
import { VARIABLE_TYPES } from '../../shared/model/variable.ts';
import type { Span } from '../../shared/text/span.ts';

/** An annotation of the sample, by the file of its article and its key there. */
const Example = z.tuple([z.string(), z.string()]);

const Value = z.union([z.string(), z.number(), z.boolean()]);

/** Codes and variables, in the order in which they stand in the codebook. */
const Codebook = z.strictObject({
  codes: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      definition: z.string(),
      colour: z.string().regex(/^#[0-9a-f]{6}$/),
      /** The key of the code above it, which stands before it. */
      parent: z.string().optional(),
      retired: z.boolean().default(false),
      examples: z.array(Example).default([]),
    }),
  ),
  variables: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(KINDS),
      name: z.string(),
      definition: z.string(),
      type: z.enum(VARIABLE_TYPES),
      options: z.array(z.string()).default([]),
      required: z.boolean().default(false),
    }),
  ),
});

const EntityInSample = z.strictObject({
  key: z.string(),
  kind: z.enum(['actor', 'venue']),
  category: z.enum(ENTITY_CATEGORIES),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  country: z.string().default(''),
  party: z.string().default(''),
  /** The key of the entity that it is part of, which stands before it. */
  parent: z.string().optional(),
  note: z.string().default(''),
});

const AnnotationInSample = z.strictObject({
  key: z.string(),
  kind: z.enum(KINDS),
  /** One entry a fragment, in text order. */
  words: z.array(z.string()).min(1),
  /** Look behind these words only. */
  after: z.string().optional(),
  memo: z.string().default(''),
  /** Keys of the entity, the codes and the variables. */
  entity: z.string().optional(),
  codes: z.array(z.string()).default([]),
  values: z.record(z.string(), Value).default({}),
  reporting: z.enum(REPORTINGS).or(z.literal('')).default(''),
  cue: z.array(z.string()).default([]),
  cueAfter: z.string().optional(),
  utteredOn: z.string().default(''),
});

/** The shape of `resources/sample/coding.json`: how the sample project is coded, by words instead of offsets. */
export const Coding = z.strictObject({
  about: z.string(),
  codebook: Codebook,
  entities: z.array(EntityInSample),
  articles: z.record(
    z.string(),
    z.strictObject({
      status: z.enum(ARTICLE_STATUSES),
      annotations: z.array(AnnotationInSample),
      /** Claim, role and who fills it: an annotation of the article by its key, or `entity:KEY`. */
      links: z.array(z.tuple([z.string(), z.enum(ROLES), z.string()])),
    }),
  ),
});

export type Coding = z.infer<typeof Coding>;
export type ArticleCoding = Coding['articles'][string];

/**
 * Words → the span where they stand: the first place behind `after`, each fragment behind the one before it.
 * @throws Error naming the words that the text doesn't have.
 */
export function findSpan(text: string, words: readonly string[], after = ''): Span {
  let from = after === '' ? 0 : behind(text, after, 0);
  return words.map((fragment) => {
    const end = behind(text, fragment, from);
    from = end;
    return { start: end - fragment.length, end };
  });
}

function behind(text: string, words: string, from: number): number {
  const at = text.indexOf(words, from);
  if (at < 0) throw new Error(`The sample’s text has no “${words}” from ${from} on.`);
  return at + words.length;
}
