import { type Fragment, type Span, spanEnd, spanProblem, spanStart, splitsPair } from '../text/span.ts';

/**
 * What a span says, kept beside its offsets so that the offsets can be checked and the words found again: the shape of
 * W3C Web Annotation's TextQuoteSelector, with one `exact` a fragment.
 */
export interface Selector {
  /** The words of each fragment, in text order. */
  readonly exact: readonly string[];
  /** Up to 32 UTF-16 units before the first fragment; shorter at the beginning of the text. */
  readonly prefix: string;
  /** Up to 32 UTF-16 units behind the last fragment. */
  readonly suffix: string;
}

/** anchored: the words stand at their offsets; moved: at one other place, with their context; orphan: neither. */
export type AnchorState = 'anchored' | 'moved' | 'orphan';

/** The most context that a selector keeps on either side, in UTF-16 units. */
export const CONTEXT_UNITS = 32;

/** The words and context of a valid span of the text. Context never begins or ends inside a surrogate pair. */
export function describeSpan(text: string, span: Span): Selector {
  const start = spanStart(span);
  const end = spanEnd(span);
  let from = Math.max(0, start - CONTEXT_UNITS);
  if (splitsPair(text, from)) from++;
  let to = Math.min(text.length, end + CONTEXT_UNITS);
  if (splitsPair(text, to)) to--;
  return {
    exact: span.map((f) => text.slice(f.start, f.end)),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
  };
}

/** Whether the span of this text still says what the selector kept of it. */
export function verifySpan(text: string, span: Span, selector: Selector): AnchorState {
  if (standsAt(text, span, selector)) return 'anchored';
  return findSpan(text, selector) ? 'moved' : 'orphan';
}

/**
 * The one place in the text where the selector's words stand between its prefix and suffix, fragments in their order and
 * each as near to the one before as can be; null when there is no such place or more than one.
 */
export function findSpan(text: string, selector: Selector): Span | null {
  const [first, ...rest] = selector.exact;
  if (first === undefined || selector.exact.includes('')) return null;
  const needle = selector.prefix + first + (rest.length === 0 ? selector.suffix : '');
  let found: Span | null = null;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const start = at + selector.prefix.length;
    const span = place(text, { start, end: start + first.length }, rest, selector.suffix);
    if (!span || spanProblem(text, span) !== null) continue;
    if (found) return null;
    found = span;
  }
  return found;
}

function place(text: string, first: Fragment, rest: readonly string[], suffix: string): Span | null {
  const span = [first];
  let from = first.end + 1;
  for (const [i, words] of rest.entries()) {
    const needle = i === rest.length - 1 ? words + suffix : words;
    const start = text.indexOf(needle, from);
    if (start < 0) return null;
    span.push({ start, end: start + words.length });
    from = start + words.length + 1;
  }
  return span;
}

function standsAt(text: string, span: Span, selector: Selector): boolean {
  if (span.length !== selector.exact.length || spanProblem(text, span) !== null) return false;
  return span.every((f, i) => text.slice(f.start, f.end) === selector.exact[i]);
}
