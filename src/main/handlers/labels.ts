import { withoutOuterQuotes } from '../../shared/text/quote.ts';
import { counted } from '../../shared/text/counted.ts';
import { clip } from '../../shared/text/shorten.ts';
import type { Span } from '../../shared/text/span.ts';

/** Characters of a label’s quotation, as a reader counts them. */
const LABEL = 40;

/** Words as a label quotes them. */
export function shown(words: string, most = LABEL): string {
  return clip(words, most);
}

/** The words of a span as a label quotes them: `A settlement is possible … one chair`. Outer quotation marks are left out. */
export function quoted(text: string, span: Span, most = LABEL): string {
  // Far more than is shown is not looked at: a span may be as long as its article.
  return clip(
    span.map(({ start, end }) => withoutOuterQuotes(text.slice(start, Math.min(end, start + 400)))).join(' … '),
    most,
  );
}

/**
 * `1 link was removed with it.`, `2 links were removed with them.`; '' for none.
 * @param owners how many records took them along.
 */
export function removedWith(count: number, noun: string, owners: number): string {
  if (count === 0) return '';
  return `${counted(count, noun)} ${count === 1 ? 'was' : 'were'} removed with ${owners === 1 ? 'it' : 'them'}.`;
}

/** `an actor`, `a claim`. */
export function withArticle(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
