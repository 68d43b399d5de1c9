import type { Annotation } from '../../model/annotation.ts';
import { ROLE_NAME } from '../../model/role.ts';
import { spanStart } from '../../text/span.ts';
import type { Rule } from '../rule.ts';
import type { LintLayer } from '../layer.ts';

/** A claim linked with a far mention of a name that is tagged in the claim's own sentence. */
export const farLink: Rule = {
  id: 'far-link',
  title: 'Linked with a far mention of the name',
  explanation:
    'The name stands in the claim’s own sentence and is tagged there; the link goes to another mention, paragraphs away. Who reads the record would look in the wrong place.',
  *find(layer) {
    for (const claim of layer.of('claim')) {
      const links = layer.linksOf(claim);
      if (links.length === 0) continue;
      const sentence = layer.sentenceOf(claim.fragments);
      const beside = layer.beginningIn(sentence);
      const here = layer.paragraph(spanStart(claim.fragments));
      for (const link of links) {
        const target = layer.byId(link.targetId);
        if (!target) continue;
        const at = spanStart(target.fragments);
        if ((at >= sentence.start && at < sentence.end) || layer.paragraph(at).start === here.start) continue;
        const near = beside.find((other) => isNear(layer, other, target));
        if (!near) continue;
        yield {
          key: link.id,
          span: near.fragments,
          annotationIds: [claim.id, target.id, near.id],
          message: `The ${ROLE_NAME[link.role]} of ${layer.quoted(claim.fragments)} is a mention of ${layer.quoted(target.fragments)} in another paragraph, though it stands in the same sentence.`,
          fixes: [
            {
              title: `Choose the ${ROLE_NAME[link.role]}…`,
              fix: { act: 'choose-role', claimId: claim.id, role: link.role },
            },
          ],
        };
      }
    }
  },
};

function isNear(layer: LintLayer, other: Annotation, target: Annotation): boolean {
  return other.kind === target.kind && layer.folded(other) === layer.folded(target);
}
