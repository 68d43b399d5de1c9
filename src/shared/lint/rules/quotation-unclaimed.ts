import { countWords } from '../../text/words.ts';
import type { Rule } from '../rule.ts';
import type { Annotation } from '../../model/annotation.ts';
import { meets, normaliseSpan, type Span } from '../../text/span.ts';

/** Fewer words than this in quotation marks are a name or a word held at arm's length, not something said. */
const LEAST_WORDS = 4;
/** The same in signs, in scripts in which each counts as a word. */
const LEAST_SIGNS = 8;
const SIGN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/** Something that is quoted and that no claim covers. */
export const quotationUnclaimed: Rule = {
  id: 'quotation-unclaimed',
  title: 'Quotation that no claim covers',
  explanation:
    'What is quoted has usually been said by somebody. Tag it as a claim and say by whom; a title or a saying can be dismissed.',
  *find(layer) {
    // Of an article that nobody has begun to code, everything would be missing.
    if (layer.annotations.length === 0) return;
    const claims = sorted(layer.of('claim'));
    const actors = sorted(layer.of('actor'));
    for (const quotation of layer.outerQuotations()) {
      if (meets(claims, quotation)) continue;
      const inside = layer.text.slice(quotation.start, quotation.end);
      if (countWords(inside) < (SIGN.test(inside) ? LEAST_SIGNS : LEAST_WORDS)) continue;
      const sentence = layer.sentenceOf([quotation]);
      const named =
        meets(actors, { start: sentence.start, end: quotation.start }) ||
        meets(actors, { start: quotation.end, end: sentence.end });
      const words = layer.quoted([quotation]);
      yield {
        key: `${quotation.start}-${quotation.end}`,
        span: [quotation],
        annotationIds: [],
        message: named
          ? `${words} is quoted, but isn’t tagged as a claim.`
          : `${words} is quoted, but isn’t tagged as a claim, and no actor in its sentence says it.`,
        fixes: [{ title: 'Tag it as a claim', fix: { act: 'tag', kind: 'claim', fragments: [quotation] } }],
      };
    }
  },
};

/** Where words are tagged, put together where they touch: in order, none over another. */
function sorted(annotations: readonly Annotation[]): Span {
  return normaliseSpan(annotations.flatMap(({ fragments }) => fragments));
}
