/**
 * Spans: standoff positions in an article's plain text. A span is a list of fragments; a fragment is a half-open range
 * of UTF-16 code units. A quotation broken by `," he said, "` is one span of two fragments.
 */

/** A half-open range `[start, end)` of UTF-16 code units in an article's text. */
export interface Fragment {
  readonly start: number;
  readonly end: number;
}

/** One or more fragments in text order that neither overlap nor touch. */
export type Span = readonly Fragment[];

/** Where a span begins: UTF-16 offset of its first fragment. */
export function spanStart(span: Span): number {
  return span[0]?.start ?? 0;
}

/** Where a span ends: UTF-16 offset behind its last fragment. */
export function spanEnd(span: Span): number {
  return span.at(-1)?.end ?? 0;
}

/** The number of UTF-16 code units that the fragments cover, gaps left out. */
export function spanLength(span: Span): number {
  let length = 0;
  for (const fragment of span) length += fragment.end - fragment.start;
  return length;
}

/** Any ranges in any order → a span: sorted, empty ones dropped, overlapping and touching ones joined. May be empty. */
export function normaliseSpan(fragments: Iterable<Fragment>): Span {
  const sorted = [...fragments].filter((f) => f.end > f.start).sort((a, b) => a.start - b.start || a.end - b.end);
  const out: { start: number; end: number }[] = [];
  for (const fragment of sorted) {
    const last = out.at(-1);
    if (last && fragment.start <= last.end) last.end = Math.max(last.end, fragment.end);
    else out.push({ start: fragment.start, end: fragment.end });
  }
  return out;
}

/** Whether both spans cover exactly the same units. */
export function sameSpan(a: Span, b: Span): boolean {
  return a.length === b.length && a.every((f, i) => f.start === b[i]?.start && f.end === b[i]?.end);
}

/** Whether every unit of `inner` is covered by `outer`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return inner.every((f) => outer.some((o) => o.start <= f.start && f.end <= o.end));
}

/** Whether any fragment of a span, which is normalised, shares a unit with a range. */
export function meets(span: Span, { start, end }: Fragment): boolean {
  let low = 0;
  let high = span.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((span[middle] as Fragment).end <= start) low = middle + 1;
    else high = middle;
  }
  const next = span[low];
  return start < end && next !== undefined && next.start < end;
}

/** Reading order: by start; of two that start together, the longer (outer) first; then by end. */
export function compareSpans(a: Span, b: Span): number {
  return spanStart(a) - spanStart(b) || spanEnd(b) - spanEnd(a) || a.length - b.length;
}

/** The words of a span: its fragments' texts joined with `joiner` (one space unless told). */
export function spanText(text: string, span: Span, joiner = ' '): string {
  return span.map((f) => text.slice(f.start, f.end)).join(joiner);
}

/**
 * What is wrong with a span for this text, in plain words, or null when nothing is. Checks order, bounds, emptiness and
 * that no boundary falls between the two halves of a surrogate pair.
 */
export function spanProblem(text: string, span: Span): string | null {
  if (span.length === 0) return 'it covers no text';
  let last = -1;
  for (const { start, end } of span) {
    if (!Number.isInteger(start) || !Number.isInteger(end)) return 'its offsets are not whole numbers';
    if (start < 0 || end > text.length) return `it reaches outside the text (0–${text.length})`;
    if (end <= start) return 'one of its fragments is empty';
    if (start <= last) return 'its fragments overlap, touch or are out of order';
    if (splitsPair(text, start) || splitsPair(text, end)) return 'it begins or ends inside a character';
    last = end;
  }
  return null;
}

/** Whether a place lies inside a character that takes two UTF-16 units. */
export function splitsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
