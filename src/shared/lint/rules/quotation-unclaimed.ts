import { countWords } from '../../text/words.ts';
import type { Rule } from '../rule.ts';
import { overlaps } from '../layer.ts';

/** Fewer words than this in quotation marks are a name or a word held at arm's length, not something said. */
const LEAST_WORDS = 4;

/** Something that is quoted and that no claim covers. */
export const quotationUnclaimed: Rule = {
  id: 'quotation-unclaimed',
  title: 'Quotation that no claim covers',
  explanation:
    'What is quoted has usually been said by somebody. Tag it as a claim and say by whom; a title or a saying can be dismissed.',
  *find(layer) {
    // Of an article that nobody has begun to code, everything would be missing.
    if (layer.annotations.length === 0) return;
    const claims = layer.of('claim');
    const actors = layer.of('actor');
    const all = layer.quotations();
    for (const quotation of all) {
      const inner = all.some(
        (other) => other !== quotation && other.start <= quotation.start && quotation.end <= other.end,
      );
      if (inner || countWords(layer.text.slice(quotation.start, quotation.end)) < LEAST_WORDS) continue;
      if (claims.some(({ fragments }) => fragments.some((f) => overlaps(f, quotation)))) continue;
      const sentence = layer.sentenceOf([quotation]);
      const named = actors.some(({ fragments }) =>
        fragments.some((f) => overlaps(f, sentence) && !overlaps(f, quotation)),
      );
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
