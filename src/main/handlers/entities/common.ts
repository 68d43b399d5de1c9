import type { CoderCount, EntityName, EntityRow } from '../../../shared/api/methods/entities.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { coderTable } from '../../db/coders.ts';
import { entityTable } from '../../db/entities.ts';
import { mentionTable } from '../../db/mentions.ts';
import type { Project } from '../context.ts';
import { shown } from '../labels.ts';

export type Database = Project['db'];

/** Errors: `not-found`. */
export function needEntity(db: Database, id: string): Entity {
  const entity = entityTable(db).get(id);
  if (entity) return entity;
  throw new ParleyError(
    'not-found',
    'This entity isn’t in the list.',
    'It may have been removed or merged: look at the list as it is now.',
  );
}

/** `“Adra Solène”`, as a label quotes it. */
export function named({ name }: Pick<Entity, 'name'>): string {
  return inQuotes(shown(name));
}

/** An entity as it is named elsewhere. */
export function nameOf({ id, kind, category, name }: Entity): EntityName {
  return { id, kind, category, name };
}

/** Whether an entity is one of these or part of one of them, at any depth. */
export function isWithin(id: string, ids: ReadonlySet<string>, get: (id: string) => Entity | null): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = get(at)?.parentId ?? null) {
    if (ids.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** An entity as a row of the authority list, with its counts. */
export function toRow(db: Database, entity: Entity): EntityRow {
  const mentions = mentionTable(db);
  return {
    ...entity,
    mentions: mentions.count(entity.id),
    claims: mentions.claims(entity.id),
    parentName: (entity.parentId && entityTable(db).get(entity.parentId)?.name) || '',
  };
}

/** Coders by how many of these annotations are theirs, the most first. */
export function coderCounts(db: Database, coderIds: Iterable<string>): CoderCount[] {
  const counts = new Map<string, number>();
  for (const id of coderIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([coderId, count]) => ({ coderId, name: coderName(db, coderId), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** A coder's name, for messages. */
export function coderName(db: Database, coderId: string): string {
  return coderTable(db).get(coderId)?.name ?? 'another coder';
}

/** What an act on the shared list did to other coders' mentions; '' when only to one's own. */
export function othersNotice(
  counts: readonly { readonly coderId: string; readonly count: number }[],
  own: string,
): string {
  const others = counts.filter(({ coderId }) => coderId !== own);
  if (others.length === 0) return '';
  const mentions = others.reduce((sum, { count }) => sum + count, 0);
  return `${mentions.toLocaleString('en')} of them ${mentions === 1 ? 'is' : 'are'} ${others.length === 1 ? 'another coder’s' : `those of ${others.length} other coders`}: entities are shared by all.`;
}

/** Whose mentions refer to any of these entities, the most first: counted by an index, however many there are. */
export function codersOf(db: Database, entityIds: readonly string[]): CoderCount[] {
  const counts = new Map<string, number>();
  for (const id of new Set(entityIds)) {
    for (const { coderId, count } of mentionTable(db).coders(id))
      counts.set(coderId, (counts.get(coderId) ?? 0) + count);
  }
  return [...counts]
    .map(([coderId, count]) => ({ coderId, name: coderName(db, coderId), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** How many mentions these are in all. */
export function sumOf(coders: readonly CoderCount[]): number {
  return coders.reduce((sum, { count }) => sum + count, 0);
}
