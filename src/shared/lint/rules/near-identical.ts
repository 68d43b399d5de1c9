import type { Annotation } from '../../model/annotation.ts';
import { spanEnd, spanLength, spanStart, spanText } from '../../text/span.ts';
import { countWords } from '../../text/words.ts';
import type { Rule } from '../rule.ts';
import { type LintLayer, sharedUnits } from '../layer.ts';

/** The share of all that two spans cover which both have to cover, to be taken for one. */
const ALIKE = 0.9;
/** Spans that differ by this many words at most are alike too, when the longer has many more. */
const FEW_WORDS = 2;
const MANY_WORDS = 6;

/** Two annotations of one kind that cover all but the same words. */
export const nearIdentical: Rule = {
  id: 'near-identical',
  title: 'Nearly the same words twice',
  explanation:
    'Two annotations of one kind over almost the same words are usually one that was tagged twice: they would count twice.',
  *find(layer) {
    for (const kind of ['actor', 'claim', 'venue'] as const) {
      const all = layer.of(kind);
      for (const [i, one] of all.entries()) {
        for (let j = i + 1; j < all.length; j++) {
          const other = all[j] as Annotation;
          if (spanStart(other.fragments) >= spanEnd(one.fragments)) break;
          if (!alike(layer, one, other)) continue;
          const [keep, drop] = layer.linksOf(other).length > layer.linksOf(one).length ? [other, one] : [one, other];
          yield {
            key: [one.id, other.id].sort().join(' '),
            span: one.fragments,
            annotationIds: [one.id, other.id],
            message: `${layer.quoted(one.fragments)} and ${layer.quoted(other.fragments)} are two ${kind}s over nearly the same words.`,
            fixes: [
              { title: 'Make them one', fix: { act: 'merge', keepId: keep.id, otherId: drop.id } },
              { title: `Remove ${layer.quoted(drop.fragments)}`, fix: { act: 'remove', id: drop.id } },
            ],
          };
        }
      }
    }
  },
};

function alike(layer: LintLayer, a: Annotation, b: Annotation): boolean {
  const shared = sharedUnits(a.fragments, b.fragments);
  if (shared === 0) return false;
  const [lengthA, lengthB] = [spanLength(a.fragments), spanLength(b.fragments)];
  if (shared / (lengthA + lengthB - shared) >= ALIKE) return true;
  // Many more units can't be a few words.
  if (lengthA + lengthB - 2 * shared > 60) return false;
  const words = (annotation: Annotation) => countWords(spanText(layer.text, annotation.fragments));
  const [wordsA, wordsB] = [words(a), words(b)];
  if (Math.max(wordsA, wordsB) < MANY_WORDS || shared < Math.min(lengthA, lengthB) * ALIKE) return false;
  return Math.abs(wordsA - wordsB) <= FEW_WORDS;
}
