import { type Fragment, normaliseSpan, sameSpan, type Span } from '../../text/span.ts';
import type { Rule } from '../rule.ts';
import type { LintLayer } from '../layer.ts';

const MARK = /["“”„‟«»‹›「」『』]/;

/** An annotation with white space at an end, or with one of a pair of quotation marks. */
export const raggedEdge: Rule = {
  id: 'ragged-edge',
  title: 'Space or half a pair of quotation marks at its edge',
  explanation:
    'White space at an end, or the opening mark of a quotation without the closing one, makes two codings of the same words differ.',
  *find(layer) {
    for (const annotation of layer.annotations) {
      const { fragments, id, kind } = annotation;
      const neat = normaliseSpan(fragments.map((fragment) => trimmed(layer, fragment)));
      if (sameSpan(neat, fragments) || neat.length === 0) continue;
      yield {
        // What was dismissed is this edge: another one of the same annotation is found anew.
        key: `${id} ${edges(fragments, neat)}`,
        span: fragments,
        annotationIds: [id],
        message: `The ${kind} ${layer.quoted(fragments)} has a space or half a pair of quotation marks at its edge.`,
        fixes: [{ title: `Leave it out: ${layer.quoted(neat)}`, fix: { act: 'reshape', id, fragments: neat } }],
      };
    }
  },
};

function trimmed(layer: LintLayer, fragment: Fragment): Fragment {
  const { text } = layer;
  let { start, end } = fragment;
  const space = () => {
    while (start < end && /\s/u.test(text.charAt(start))) start++;
    while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  };
  space();
  if (start < end && MARK.test(text.charAt(start)) && half(layer, start, { start, end })) start++;
  if (start < end && MARK.test(text.charAt(end - 1)) && half(layer, end - 1, { start, end })) end--;
  space();
  return { start, end };
}

/** Whether the mark at `at` belongs to a quotation whose other mark lies outside of the range. */
function half(layer: LintLayer, at: number, range: Fragment): boolean {
  const own = layer.quotationsAt(at);
  return own.length > 0 && own.every(({ start, end }) => start < range.start || end > range.end);
}

/** The ends that aren't neat, as far as a key holds them. */
function edges(fragments: Span, neat: Span): string {
  const kept = new Set(neat.flatMap(({ start, end }) => [start, end]));
  const ragged = fragments.flatMap(({ start, end }) => [start, end]).filter((at) => !kept.has(at));
  return ragged.slice(0, 12).join(',');
}
