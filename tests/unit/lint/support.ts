import { lint } from '../../../src/shared/lint/lint.ts';
import { type Annotation, UNCODED } from '../../../src/shared/model/annotation.ts';
import type { Finding, RuleId } from '../../../src/shared/model/finding.ts';
import type { Kind } from '../../../src/shared/model/kind.ts';
import type { Link } from '../../../src/shared/model/link.ts';
import type { Role } from '../../../src/shared/model/role.ts';
import type { Span } from '../../../src/shared/text/span.ts';

/** A tag for a test: `['actor', 'Velia']`, `['actor', 'Velia', 1]` for the second place, or with a span of its own. */
export type Tag = readonly [Kind, string | Span, number?];

export function annotation(
  text: string,
  [kind, what, nth = 0]: Tag,
  id: string,
  more: Partial<Annotation> = {},
): Annotation {
  return {
    id,
    articleId: 'article',
    kind,
    coderId: 'ana',
    fragments: typeof what === 'string' ? [placeOf(text, what, nth)] : what,
    memo: '',
    attributes: {},
    ...UNCODED,
    createdAt: '2031-03-14T09:00:00.000Z',
    updatedAt: '2031-03-14T09:00:00.000Z',
    ...more,
  };
}

export function placeOf(text: string, words: string, nth = 0): { start: number; end: number } {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” isn’t in the text`);
  return { start, end: start + words.length };
}

/** Links of tags by their place in the list: `[1, 'claimant', 0]`. */
export function findings(
  text: string,
  tags: readonly Tag[],
  links: readonly (readonly [claim: number, role: Role, target: number])[] = [],
  hasEntities = false,
): readonly Finding[] {
  return lint({
    text,
    locale: 'en',
    annotations: tags.map((tag, i) => annotation(text, tag, `a${i}`)),
    links: links.map(
      ([claim, role, target], i): Link => ({
        id: `l${i}`,
        articleId: 'article',
        claimId: `a${claim}`,
        role,
        targetIs: 'annotation',
        targetId: `a${target}`,
        position: 0,
      }),
    ),
    hasEntities,
  });
}

/** Those of one rule. */
export function byRule(rule: RuleId, ...of: Parameters<typeof findings>): readonly Finding[] {
  return findings(...of).filter((finding) => finding.rule === rule);
}
