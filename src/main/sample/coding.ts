import { z } from 'zod';
import { ARTICLE_STATUSES } from '../../shared/model/article.ts';
import { KINDS } from '../../shared/model/kind.ts';
import { ROLES } from '../../shared/model/role.ts';
import type { Span } from '../../shared/text/span.ts';

/** The shape of `resources/sample/coding.json`: how the sample project is coded, by words instead of offsets. */
export const Coding = z.object({
  articles: z.record(
    z.string(),
    z.object({
      status: z.enum(ARTICLE_STATUSES),
      annotations: z.array(
        z.object({
          key: z.string(),
          kind: z.enum(KINDS),
          /** One entry a fragment, in text order. */
          words: z.array(z.string()).min(1),
          /** Look behind these words only. */
          after: z.string().optional(),
          memo: z.string().optional(),
        }),
      ),
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
