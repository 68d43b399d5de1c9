import type { MergePreview, MergeSide } from '../../../shared/api/methods/entities.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { Change } from '../../../shared/change/change.ts';
import { type Entity, ENTITY_MAX } from '../../../shared/model/entity.ts';
import type { Link } from '../../../shared/model/link.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { entityTable } from '../../db/entities.ts';
import { linkTable } from '../../db/links.ts';
import { mentionTable } from '../../db/mentions.ts';
import type { Context } from '../context.ts';
import { edit, removal } from '../layer.ts';
import { joinedEdits, linkRemovals } from '../link-changes.ts';
import { withApart } from './apart.ts';
import { coderCounts, codersOf, type Database, isWithin, named, needEntity, othersNotice, sumOf } from './common.ts';
import { mentionsOf, partsLeft } from './editing.ts';
import { cleanAliases } from './fields.ts';

const EXAMPLES = 4;
const SPELLINGS = 20;

/** Making several entities one. */
export const entityMerging: Pick<Handlers<Context>, 'entities.mergePreview' | 'entities.merge'> = {
  'entities.mergePreview'(context, { keepId, otherIds }): MergePreview {
    const { db } = context.session.need();
    const { keep, others } = sides(db, keepId, otherIds);
    const ids = others.map(({ id }) => id);
    const coders = codersOf(db, ids);
    const { moved, doubled } = links(db, keepId, ids);
    return {
      keep: side(db, keep),
      others: others.map((other) => side(db, other)),
      result: mergedEntity(db, keep, others),
      coders,
      mentions: sumOf(coders),
      links: moved.length,
      doubled: doubled.length,
      parts: partsLeft(db, [keepId, ...ids]).filter(({ parentId }) => parentId !== keepId).length,
    };
  },

  'entities.merge'(context, { keepId, otherIds }) {
    const project = context.session.need();
    const { db } = project;
    const now = context.now();
    const { keep, others } = sides(db, keepId, otherIds);
    const ids = others.map(({ id }) => id);
    const mentions = mentionsOf(db, ids);
    const { moved, doubled } = links(db, keepId, ids);
    const touched = handedOver(db, keepId, ids);
    const changes: Change[] = [
      edit('entity', keep, { ...mergedEntity(db, keep, others), updatedAt: now }),
      ...mentions.map((mention) => edit('annotation', mention, { ...mention, entityId: keepId, updatedAt: now })),
      ...joinedEdits(
        linkRemovals(db, doubled),
        moved.map((link) => edit('link', link, { ...link, targetId: keepId })),
      ),
      ...touched.map(([before, after]) => edit('entity', before, { ...after, updatedAt: now })),
      ...others.map((other) => removal('entity', other)),
    ];
    const [only, ...rest] = others;
    const what = only && rest.length === 0 ? named(only) : counted(others.length, 'name');
    const coders = coderCounts(
      db,
      mentions.map(({ coderId }) => coderId),
    );
    const notice = [
      mentions.length === 0
        ? ''
        : `${counted(mentions.length, 'mention')} ${mentions.length === 1 ? 'refers' : 'refer'} to ${named(keep)} now.`,
      othersNotice(coders, context.user.coder().id),
      doubled.length === 0
        ? ''
        : `${counted(doubled.length, 'link')} that both had ${doubled.length === 1 ? 'is' : 'are'} now one.`,
    ];
    const everybody = coders.some(({ coderId }) => coderId !== context.user.coder().id);
    return project.commit(`merge ${what} into ${named(keep)}${everybody ? ' for all coders' : ''}`, changes, {
      notice: notice.filter((part) => part !== '').join(' '),
    });
  },
};

/** Errors: `not-found`, `bad-input` for one with itself, two kinds, too many names or too long notes. */
function sides(db: Database, keepId: string, otherIds: readonly string[]): { keep: Entity; others: Entity[] } {
  const keep = needEntity(db, keepId);
  if (otherIds.includes(keepId)) {
    throw new ParleyError('bad-input', `${inQuotes(keep.name)} can’t be merged with itself.`, 'Choose another one.');
  }
  const others = [...new Set(otherIds)].map((id) => needEntity(db, id));
  const odd = others.find(({ kind }) => kind !== keep.kind);
  if (odd) {
    throw new ParleyError(
      'bad-input',
      `${inQuotes(keep.name)} is ${keep.kind === 'actor' ? 'an actor' : 'a venue'} and ${inQuotes(odd.name)} ${odd.kind === 'actor' ? 'an actor' : 'a venue'}: they can’t be one.`,
      'Merge actors with actors and venues with venues.',
    );
  }
  const { aliases, note } = mergedEntity(db, keep, others);
  if (aliases.length > ENTITY_MAX.aliases) {
    throw new ParleyError(
      'bad-input',
      `Together they have ${aliases.length} other names; an entity has up to ${ENTITY_MAX.aliases}.`,
      'Remove names that aren’t needed first.',
    );
  }
  if (note.length > ENTITY_MAX.note) {
    throw new ParleyError(
      'bad-input',
      `Together their notes have ${note.length.toLocaleString('en')} characters; a note has up to ${ENTITY_MAX.note.toLocaleString('en')}.`,
      'Shorten one of them first.',
    );
  }
  return { keep, others };
}

/** The kept one's fields go before; the others fill what it lacks. Their names become aliases. */
function mergedEntity(db: Database, keep: Entity, others: readonly Entity[]): Entity {
  const together = new Set([keep, ...others].map(({ id }) => id));
  const parents = [keep, ...others].map(({ parentId }) => parentId);
  const get = (id: string): Entity | null => entityTable(db).get(id);
  const notes = [keep, ...others].map(({ note }) => note).filter((note) => note !== '');
  const apart = [keep, ...others].flatMap(({ apartFrom }) => apartFrom ?? []);
  const kept = withApart(
    keep,
    apart.filter((id) => !together.has(id)),
  );
  return {
    ...kept,
    aliases: cleanAliases(keep.name, [...keep.aliases, ...others.flatMap(({ name, aliases }) => [name, ...aliases])]),
    country: [keep, ...others].find(({ country }) => country !== '')?.country ?? '',
    party: [keep, ...others].find(({ party }) => party !== '')?.party ?? '',
    // Not one that is part of what is merged: that would then be part of itself.
    parentId: parents.find((id) => id !== null && !isWithin(id, together, get)) ?? null,
    note: [...new Set(notes)].join('\n\n'),
  };
}

/** Entities, before and after, that were part of the others or told apart from them: that is the kept one now. */
function handedOver(db: Database, keepId: string, ids: readonly string[]): (readonly [Entity, Entity])[] {
  const gone = new Set([keepId, ...ids]);
  const after = new Map<string, readonly [Entity, Entity]>();
  for (const part of partsLeft(db, [keepId, ...ids])) {
    if (part.parentId !== keepId) after.set(part.id, [part, { ...part, parentId: keepId }]);
  }
  for (const entity of entityTable(db).toldApartFrom(ids)) {
    if (gone.has(entity.id)) continue;
    const now = after.get(entity.id)?.[1] ?? entity;
    const from = (entity.apartFrom ?? []).map((id) => (gone.has(id) ? keepId : id));
    after.set(entity.id, [entity, withApart(now, from)]);
  }
  return [...after.values()];
}

/** The links of claims to the others themselves: those that move, and those that the claim has already. */
function links(db: Database, keepId: string, ids: readonly string[]): { moved: Link[]; doubled: Link[] } {
  const taken = new Set(linkTable(db).ofEntity(keepId).map(place));
  const moved: Link[] = [];
  const doubled: Link[] = [];
  for (const link of ids.flatMap((id) => linkTable(db).ofEntity(id))) {
    if (taken.has(place(link))) doubled.push(link);
    else moved.push(link);
    taken.add(place(link));
  }
  return { moved, doubled };
}

const place = ({ claimId, role }: Link): string => `${claimId} ${role}`;

function side(db: Database, entity: Entity): MergeSide {
  const mentions = mentionTable(db);
  return {
    entity,
    mentions: mentions.count(entity.id),
    spellings: mentions.spellings(entity.id, SPELLINGS),
    examples: mentions.ofEntity(entity.id, EXAMPLES, 0),
  };
}
