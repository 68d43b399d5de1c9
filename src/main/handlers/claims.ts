import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Kind } from '../../shared/model/kind.ts';
import type { Link } from '../../shared/model/link.ts';
import { mayFill, ROLE_KINDS, ROLE_NAME, type Role } from '../../shared/model/role.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import { entityTable } from '../db/entities.ts';
import { linkTable } from '../db/links.ts';
import type { Context } from './context.ts';
import { shown, withArticle } from './labels.ts';
import { creation, edit, Layer, notFound } from './layer.ts';
import { linkRemovals } from './link-changes.ts';

/** Claim records: who claimed it, to whom, about what, where. */
export const claimHandlers: Pick<Handlers<Context>, 'claims.link' | 'claims.unlink' | 'claims.relink'> = {
  'claims.link'(context, { claimId, role, targetIs = 'annotation', targetId }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const claim = layer.own(claimId);
    const target = targetIs === 'entity' ? entityTarget(layer, targetId) : annotationTarget(layer, targetId);
    refuseLink(claim, role, target);
    const links = linkTable(project.db);
    if (links.find(claimId, role, targetId)) return project.commit('', []);
    const { articleId } = claim;
    const position = ofRole(links.ofClaim(claimId), role).length;
    const link: Link = { id: context.newId(), articleId, claimId, role, targetIs, targetId, position };
    const label = `link ${ROLE_NAME[role]} ${target.words} to ${layer.name(claim)}`;
    return project.commit(label, [creation('link', link)]);
  },

  'claims.unlink'(context, { linkId }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const { link, claim } = ownLink(layer, linkId);
    const label = `unlink ${ROLE_NAME[link.role]} ${targetOf(layer, link).words} from ${layer.name(claim)}`;
    return project.commit(label, linkRemovals(project.db, [link]));
  },

  'claims.relink'(context, { linkId, role: wanted, position }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const { link, claim } = ownLink(layer, linkId);
    const role = wanted ?? link.role;
    const target = targetOf(layer, link);
    refuseLink(claim, role, target);
    const links = linkTable(project.db);
    if (role !== link.role && links.find(claim.id, role, link.targetId)) {
      throw new ParleyError(
        'bad-input',
        `${target.words} is this claim’s ${ROLE_NAME[role]} already.`,
        'Take one of the two links out.',
      );
    }
    const all = links.ofClaim(claim.id);
    const others = ofRole(all, role).filter(({ id }) => id !== link.id);
    const at = Math.min(position ?? (role === link.role ? link.position : others.length), others.length);
    const order = [...others.slice(0, at), { ...link, role }, ...others.slice(at)];
    const left = role === link.role ? [] : ofRole(all, link.role).filter(({ id }) => id !== link.id);
    const changes = [...renumbered(order), ...renumbered(left)].flatMap((after): Change[] => {
      const before = all.find(({ id }) => id === after.id);
      const same = before?.role === after.role && before.position === after.position;
      return before && !same ? [edit('link', before, after)] : [];
    });
    const what = `${ROLE_NAME[link.role]} ${target.words}`;
    const label =
      role === link.role
        ? `move ${what} in ${layer.name(claim)}`
        : `make ${what} the ${ROLE_NAME[role]} of ${layer.name(claim)}`;
    return project.commit(label, changes);
  },
};

/** What fills a role, or is to. */
interface Target {
  readonly kind: Kind;
  /** As a label names it: the annotation's words, or the entity's name. */
  readonly words: string;
  /** The article of an annotation; null for an entity, which belongs to all. */
  readonly articleId: string | null;
}

function annotationTarget(layer: Layer, id: string): Target {
  const annotation = layer.own(id);
  return { kind: annotation.kind, words: layer.words(annotation), articleId: annotation.articleId };
}

function entityTarget(layer: Layer, id: string): Target {
  const entity = entityTable(layer.db).get(id);
  if (!entity)
    throw new ParleyError(
      'not-found',
      'This entity isn’t in the project.',
      'It may have been removed: choose another one.',
    );
  return { kind: entity.kind, words: inQuotes(shown(entity.name)), articleId: null };
}

function targetOf(layer: Layer, { targetIs, targetId }: Link): Target {
  return targetIs === 'entity' ? entityTarget(layer, targetId) : annotationTarget(layer, targetId);
}

function ownLink(layer: Layer, linkId: string): { readonly link: Link; readonly claim: Annotation } {
  const link = linkTable(layer.db).get(linkId);
  if (!link) throw notFound('This link isn’t in the project.');
  return { link, claim: layer.own(link.claimId) };
}

function ofRole(links: readonly Link[], role: Role): Link[] {
  return links.filter((link) => link.role === role);
}

function renumbered(links: readonly Link[]): Link[] {
  return links.map((link, position) => ({ ...link, position }));
}

function refuseLink(claim: Annotation, role: Role, target: Target): void {
  const wanted = ROLE_KINDS[role].map(withArticle).join(' or ');
  const name = ROLE_NAME[role];
  const reason =
    claim.kind !== 'claim'
      ? `Only a claim has ${withArticle(name)}; this is ${withArticle(claim.kind)}.`
      : !mayFill(role, target.kind)
        ? `The ${name} of a claim is ${wanted}, not ${withArticle(target.kind)}.`
        : target.articleId !== null && claim.articleId !== target.articleId
          ? 'A claim can’t be linked with another article.'
          : null;
  if (reason !== null) throw new ParleyError('bad-input', reason, `Choose ${wanted} in the same article.`);
}
