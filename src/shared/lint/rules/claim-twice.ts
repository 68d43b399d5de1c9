import type { Annotation } from '../../model/annotation.ts';
import { countWords } from '../../text/words.ts';
import type { Rule } from '../rule.ts';
import { type LintLayer, sharedUnits } from '../layer.ts';

/** Fewer words may well be said twice. */
const LEAST_WORDS = 4;

/** A claim whose very words are a claim elsewhere in the article too. */
export const claimTwice: Rule = {
  id: 'claim-twice',
  title: 'The same claim twice',
  explanation:
    'The same words by the same claimant at two places of one article are mostly one claim, repeated by the article. Keep both only if it was made twice.',
  *find(layer) {
    const first = new Map<string, Annotation>();
    for (const claim of layer.of('claim')) {
      const words = layer.folded(claim);
      if (countWords(words) < LEAST_WORDS) continue;
      const key = `${words}\u0000${claimants(layer, claim)}`;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, claim);
        continue;
      }
      // Over the same place it is another rule's.
      if (sharedUnits(earlier.fragments, claim.fragments) > 0) continue;
      yield {
        key: [earlier.id, claim.id].sort().join(' '),
        span: claim.fragments,
        annotationIds: [claim.id, earlier.id],
        message: `${layer.quoted(claim.fragments)} is a claim earlier in this article already.`,
        fixes: [{ title: 'Remove this one', fix: { act: 'remove', id: claim.id } }],
      };
    }
  },
};

function claimants(layer: LintLayer, claim: Annotation): string {
  return layer
    .linksOf(claim)
    .filter(({ role }) => role === 'claimant')
    .map(({ targetId }) => {
      const target = layer.byId(targetId);
      return target ? (target.entityId ?? layer.folded(target)) : targetId;
    })
    .sort()
    .join('\u0001');
}
