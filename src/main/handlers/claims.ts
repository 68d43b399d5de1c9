import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Link } from '../../shared/model/link.ts';
import { mayFill, ROLE_KINDS, type Role } from '../../shared/model/role.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import { entityTable } from '../db/entities.ts';
import { linkTable } from '../db/links.ts';
import type { Context } from './context.ts';
import { creation, Layer, notFound } from './layer.ts';
import { linkRemovals } from './link-changes.ts';

/** Claim records: who claimed it, to whom, where. */
export const claimHandlers: Pick<Handlers<Context>, 'claims.link' | 'claims.unlink'> = {
  'claims.link'(context, { claimId, role, targetId }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const claim = layer.own(claimId);
    const target = layer.own(targetId);
    refuseLink(claim, role, target);
    const links = linkTable(project.db);
    if (links.find(claimId, role, targetId)) return project.commit('', []);
    const taken = links.ofClaim(claimId).filter((link) => link.role === role);
    const position = Math.max(-1, ...taken.map((link) => link.position)) + 1;
    const link: Link = {
      id: context.newId(),
      articleId: claim.articleId,
      claimId,
      role,
      targetIs: 'annotation',
      targetId,
      position,
    };
    return project.commit(`link ${role} ${layer.words(target)} to ${layer.name(claim)}`, [creation('link', link)]);
  },

  'claims.unlink'(context, { linkId }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const link = linkTable(project.db).get(linkId);
    if (!link) throw notFound('This link isn’t in the project any more.');
    const claim = layer.own(link.claimId);
    const label = `unlink ${link.role} ${targetWords(layer, link)} from ${layer.name(claim)}`;
    return project.commit(label, linkRemovals(project.db, [link]));
  },
};

/** What fills the role, as a label names it: the annotation's words, or the entity's name. */
function targetWords(layer: Layer, link: Link): string {
  if (link.targetIs === 'annotation') return layer.words(layer.annotation(link.targetId));
  return inQuotes(entityTable(layer.db).get(link.targetId)?.name ?? '');
}

function refuseLink(claim: Annotation, role: Role, target: Annotation): void {
  const wanted = ROLE_KINDS[role].map(article).join(' or ');
  const reason =
    claim.kind !== 'claim'
      ? `Only a claim has a ${role}; this is ${article(claim.kind)}.`
      : !mayFill(role, target.kind)
        ? `The ${role} of a claim is ${wanted}, not ${article(target.kind)}.`
        : claim.articleId !== target.articleId
          ? 'A claim can’t be linked with another article.'
          : null;
  if (reason !== null) throw new ParleyError('bad-input', reason, `Choose ${wanted} in the same article.`);
}

function article(kind: string): string {
  return `${kind === 'actor' ? 'an' : 'a'} ${kind}`;
}
