import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import type { Context } from '../context.ts';
import { edit } from '../layer.ts';
import { named, needEntity } from './common.ts';

/** Telling entities apart whose names are alike. One of the two keeps it, whichever has the smaller id. */
export const entityApart: Pick<Handlers<Context>, 'entities.tellApart'> = {
  'entities.tellApart'(context, { ids, apart }) {
    const project = context.session.need();
    const [first, second] = [...ids].sort().map((id) => needEntity(project.db, id)) as [Entity, Entity];
    if (first.id === second.id) {
      throw new ParleyError('bad-input', `${inQuotes(first.name)} is itself.`, 'Choose two entities.');
    }
    if (first.kind !== second.kind) {
      throw new ParleyError(
        'bad-input',
        `${inQuotes(first.name)} and ${inQuotes(second.name)} are of two kinds: nobody takes them for one.`,
        'Only actors and actors, or venues and venues, are told apart.',
      );
    }
    const label = `${apart ? 'tell' : 'no longer tell'} ${named(first)} and ${named(second)} apart`;
    if (areApart(first, second) === apart) return project.commit('', []);
    const now = context.now();
    const [keeper, other] = first.apartFrom?.includes(second.id) || apart ? [first, second] : [second, first];
    const others = (keeper.apartFrom ?? []).filter((id) => id !== other.id);
    const next = withApart(keeper, apart ? [...others, other.id] : others);
    return project.commit(label, [edit('entity', keeper, { ...next, updatedAt: now })]);
  },
};

/** Whether two entities were told apart. */
export function areApart(one: Entity, other: Entity): boolean {
  return (one.apartFrom?.includes(other.id) || other.apartFrom?.includes(one.id)) ?? false;
}

/** An entity that is told apart from just these. */
export function withApart(entity: Entity, ids: readonly string[]): Entity {
  const { apartFrom: _, ...rest } = entity;
  return ids.length === 0 ? rest : { ...rest, apartFrom: [...new Set(ids)] };
}
