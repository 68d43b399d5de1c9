import { withoutOuterQuotes } from '../../shared/text/quote.ts';
import { counted } from '../../shared/text/counted.ts';
import type { Span } from '../../shared/text/span.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Words as a label quotes them: white space as single spaces, at most `most` characters as a reader counts them, `…` where
 * something was left out. Never ends inside a character.
 */
export function shorten(words: string, most = 40): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  let kept = '';
  let count = 0;
  for (const { segment, index } of graphemes.segment(line)) {
    if (++count === most) {
      const rest = line.slice(index + segment.length);
      return rest === '' ? line : `${kept.trimEnd()}…`;
    }
    kept += segment;
  }
  return line;
}

/** The words of a span as a label quotes them: `A settlement is possible … one chair`. Outer quotation marks are left out. */
export function quoted(text: string, span: Span, most = 40): string {
  // Far more than is shown is not looked at: a span may be as long as its article.
  return shorten(
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
