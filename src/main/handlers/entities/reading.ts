import type { Handlers } from '../../../shared/api/dispatch.ts';
import { whySame } from '../../../shared/resolve/same.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { entityList } from '../../db/entity-list.ts';
import { entityTable } from '../../db/entities.ts';
import { mentionTable } from '../../db/mentions.ts';
import type { Context } from '../context.ts';
import { areApart } from './apart.ts';
import { coderName, type Database, nameOf, needEntity, toRow } from './common.ts';

/** Names that the window holds at once; of a longer list it asks for those that it shows. */
const MOST_NAMES = 20_000;
const MOST_SPELLINGS = 200;

/** The authority list, to read. */
export const entityReading: Pick<
  Handlers<Context>,
  'entities.names' | 'entities.list' | 'entities.get' | 'entities.duplicates'
> = {
  'entities.names'(context, { ids }) {
    const { db } = context.session.need();
    return { total: entityTable(db).count(), names: entityList(db).names(ids, MOST_NAMES) };
  },

  'entities.list'(context, choice) {
    const { db } = context.session.need();
    const byKind = entityList(db).counts(choice);
    const total = choice.kind === null ? byKind.actor + byKind.venue : byKind[choice.kind];
    return {
      total,
      byKind,
      rows: entityList(db)
        .page(choice)
        .map((entity) => toRow(db, entity)),
    };
  },

  'entities.get'(context, { id, offset, limit }) {
    const { db } = context.session.need();
    const entity = needEntity(db, id);
    const parent = entity.parentId === null ? null : entityTable(db).get(entity.parentId);
    const mentions = mentionTable(db);
    return {
      entity,
      parent: parent && nameOf(parent),
      parts: entityTable(db).partsOf(id).map(nameOf),
      mentions: {
        total: mentions.count(id),
        articles: mentions.articles(id),
        rows: mentions.ofEntity(id, limit, offset),
      },
      spellings: mentions.spellings(id, MOST_SPELLINGS),
      roles: mentions.roles(id),
      coders: mentions.coders(id).map((one) => ({ ...one, name: coderName(db, one.coderId) })),
    };
  },

  'entities.duplicates'(context, { kind, apart, offset, limit }) {
    const { db } = context.session.need();
    const alike = duplicates(db).filter(({ first }) => kind === null || first.kind === kind);
    const told = alike.filter(({ first, second }) => areApart(first, second));
    const pairs = apart ? told : alike.filter((pair) => !told.includes(pair));
    return {
      total: pairs.length,
      apart: told.length,
      pairs: pairs.slice(offset, offset + limit).map(({ first, second, reason }) => ({
        first: toRow(db, first),
        second: toRow(db, second),
        reason,
      })),
    };
  },
};

interface Pair {
  readonly first: Entity;
  readonly second: Entity;
  readonly reason: string;
}

/** Pairs among those that share a name or key, by name. */
function duplicates(db: Database): Pair[] {
  const pairs = new Map<string, Pair>();
  const known = new Map<string, Entity | null>();
  const get = (id: string): Entity | null => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const entity = entityTable(db).get(id);
    known.set(id, entity);
    return entity;
  };
  for (const ids of entityList(db).sharingKeys()) {
    for (const [i, one] of ids.entries()) {
      for (const other of ids.slice(i + 1)) {
        const key = [one, other].sort().join(' ');
        const [first, second] = [get(one), get(other)].sort((a, b) => ((a?.name ?? '') < (b?.name ?? '') ? -1 : 1));
        if (pairs.has(key) || !first || !second) continue;
        const reason = whySame(first, second);
        if (reason !== null) pairs.set(key, { first, second, reason });
      }
    }
  }
  const order = (a: Pair, b: Pair) => (a.first.name < b.first.name ? -1 : a.first.name > b.first.name ? 1 : 0);
  return [...pairs.values()].sort(order);
}
