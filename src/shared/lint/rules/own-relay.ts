import type { Link } from '../../model/link.ts';
import { ROLE_NAME } from '../../model/role.ts';
import type { Rule } from '../rule.ts';

/** A claimant who is said to pass the own claim on. */
export const ownRelay: Rule = {
  id: 'own-relay',
  title: 'Claimant who is the relay too',
  explanation:
    'In “X said that Y told Z”, X passes on what Y claims. Whoever is both was mostly the claimant first, and left so when the chain was coded.',
  *find(layer) {
    for (const claim of layer.of('claim')) {
      const links = layer.linksOf(claim);
      const relays = links.filter(({ role }) => role === 'relay');
      for (const relay of relays) {
        const claimant = links.find(({ role, targetId }) => role === 'claimant' && targetId === relay.targetId);
        if (!claimant) continue;
        const target = layer.byId(relay.targetId);
        const who = target ? layer.quoted(target.fragments) : 'The same entity';
        // Where somebody else claims it, the chain is told, and the claimant is what was left.
        const others = links.some(({ role, id }) => role === 'claimant' && id !== claimant.id);
        const out = (link: Link) => ({
          title: `${who} isn’t the ${ROLE_NAME[link.role]}`,
          fix: { act: 'unlink', linkId: link.id } as const,
        });
        const fixes = [out(claimant), out(relay)];
        yield {
          key: `${claim.id} ${relay.targetId}`,
          span: claim.fragments,
          annotationIds: [claim.id, ...(target ? [target.id] : [])],
          message: `${who} both claims ${layer.quoted(claim.fragments)} and passes it on.`,
          fixes: others ? fixes : fixes.toReversed(),
        };
      }
    }
  },
};
