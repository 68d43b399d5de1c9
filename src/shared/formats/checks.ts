import { z } from 'zod';
import { ARTICLE_STATUSES } from '../model/article.ts';
import { ArticleFieldsSchema } from '../model/schemas.ts';
import { type Span, spanProblem } from '../text/span.ts';

/** An article's fields as a file holds them. */
export const ArticleInFile = ArticleFieldsSchema.extend({
  status: z.enum(ARTICLE_STATUSES),
  fileName: z.string().max(4000),
  addedAt: z.iso.datetime(),
});

export const Time = z.iso.datetime();

export const Attributes = z.record(z.string(), z.union([z.string(), z.literal(true)]));

/** What is wrong with a value, in one line, naming the field where there is one. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'it can’t be read';
  const path = issue.path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : String(step))).join('.');
  return path === '' ? issue.message : `“${path.replaceAll('.[', '[')}”: ${issue.message}`;
}

/** `12-40;55-70` → a span of this text, or what is wrong with it in plain words. */
export function parseFragments(list: string, text: string): Span | string {
  if (!/^\d{1,10}-\d{1,10}(;\d{1,10}-\d{1,10})*$/.test(list)) return 'it isn’t a list of fragments like 12-40;55-70';
  const span = list.split(';').map((fragment) => {
    const [start, end] = fragment.split('-').map(Number);
    return { start: start as number, end: end as number };
  });
  return spanProblem(text, span) ?? span;
}

/** A JSON object of attributes, '' for none; null when it is neither. */
export function parseAttributes(cell: string): z.infer<typeof Attributes> | null {
  if (cell === '') return {};
  try {
    const parsed = Attributes.safeParse(JSON.parse(cell));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
