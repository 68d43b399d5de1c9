import { normaliseSpan, type Span, spanEnd, spanLength, spanStart } from './span.ts';

/**
 * Whether two spans mention the same one, near enough to be one annotation: `Quill` and `Minister Ana Quill`, `Quill` and `Quill, the
 * envoy`; not `Oster` and `the envoy of Oster`. Without a dictionary: they share most of their words, or the shorter one ends the
 * longer and no little word joins it to what stands before.
 */
export function isSameMention(text: string, a: Span, b: Span): boolean {
  const both = spanLength(normaliseSpan([...a, ...b]));
  const shared = spanLength(a) + spanLength(b) - both;
  if (shared <= 0) return false;
  if (shared * 2 >= both) return true;
  const [inner, outer] = spanLength(a) < spanLength(b) ? [a, b] : [b, a];
  if (shared < spanLength(inner)) return false;
  if (spanStart(inner) === spanStart(outer)) return /^\s*[,(]/.test(text.slice(spanEnd(inner), spanEnd(outer)));
  if (spanEnd(inner) !== spanEnd(outer)) return false;
  const [, ...words] = text.slice(spanStart(outer), spanStart(inner)).trim().split(/\s+/u);
  return !words.some((word) => LITTLE.test(word)) && !/['’]s?$/u.test(words.at(-1) ?? '');
}

/** `of`, `der`, `from`: what joins a name to a noun before it is short and small. */
const LITTLE = /^\p{Ll}{1,4}$/u;
