import type { Rule } from '../rule.ts';

/** A claim that nobody makes. */
export const claimWithoutClaimant: Rule = {
  id: 'claim-without-claimant',
  title: 'Claim without a claimant',
  explanation:
    'A claim says who claimed it. If the article doesn’t tell (“it was said”), tag the words that stand for the speaker, or dismiss this with a reason.',
  *find(layer) {
    for (const claim of layer.of('claim')) {
      if (layer.linksOf(claim).some(({ role }) => role === 'claimant')) continue;
      const sentence = layer.sentenceOf(claim.fragments);
      const beside = layer
        .beginningIn(sentence)
        .filter(
          ({ kind, fragments }) =>
            kind === 'actor' &&
            fragments.every(({ start, end }) => sentence.start <= start && end <= sentence.end) &&
            !fragments.some((f) => claim.fragments.some((c) => c.start <= f.start && f.end <= c.end)),
        );
      // Several names in the sentence: that is for the analyst to choose.
      const only = new Set(beside.map((actor) => layer.folded(actor))).size === 1 ? beside[0] : undefined;
      yield {
        key: claim.id,
        span: claim.fragments,
        annotationIds: [claim.id],
        message: `Nobody is named as claiming ${layer.quoted(claim.fragments)}.`,
        fixes: [
          ...(only
            ? [
                {
                  title: `By ${layer.quoted(only.fragments)}, in the same sentence`,
                  fix: { act: 'link', claimId: claim.id, role: 'claimant', targetId: only.id } as const,
                },
              ]
            : []),
          { title: 'Choose who claims it…', fix: { act: 'choose-role', claimId: claim.id, role: 'claimant' } },
        ],
      };
    }
  },
};
