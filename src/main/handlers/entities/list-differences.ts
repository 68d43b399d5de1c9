import type { ListPreview } from '../../../shared/api/methods/entities.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';

/** Other names that are shown of one entity. */
const SHOWN = 4;

/**
 * What a list changes of an entity, in plain words: `2 other names: A, B; category person → organisation; part of “Velia”`.
 * @param nameOf the name of an entity by id.
 */
export function differences(before: Entity, after: Entity, nameOf: (id: string) => string): string {
  const found: string[] = [];
  const names = moreNames({ before, after });
  if (names.length > 0) {
    const more = names.length > SHOWN ? ' …' : '';
    found.push(`${counted(names.length, 'other name')}: ${names.slice(0, SHOWN).join(', ')}${more}`);
  }
  if (after.category !== before.category) found.push(`category ${before.category} → ${after.category}`);
  if (after.parentId !== before.parentId && after.parentId !== null) {
    const was = before.parentId === null ? '' : `, not of ${inQuotes(nameOf(before.parentId))}`;
    found.push(`part of ${inQuotes(nameOf(after.parentId))}${was}`);
  }
  for (const field of ['country', 'party'] as const) {
    if (after[field] === before[field]) continue;
    found.push(before[field] === '' ? `${field} ${after[field]}` : `${field} ${before[field]} → ${after[field]}`);
  }
  if (after.note !== before.note) found.push(before.note === '' ? 'a note' : 'another note');
  return found.join('; ');
}

/** How much of what a list changes, over all that it changes. */
export function sumsOf(changed: readonly { readonly before: Entity; readonly after: Entity }[]): ListPreview['sums'] {
  const count = (differs: (a: Entity, b: Entity) => boolean): number =>
    changed.filter(({ before, after }) => differs(before, after)).length;
  return {
    names: changed.reduce((sum, one) => sum + moreNames(one).length, 0),
    categories: count((a, b) => a.category !== b.category),
    parents: count((a, b) => a.parentId !== b.parentId),
    fields: count((a, b) => a.country !== b.country || a.party !== b.party || a.note !== b.note),
  };
}

function moreNames({ before, after }: { readonly before: Entity; readonly after: Entity }): string[] {
  return after.aliases.filter((alias) => !before.aliases.includes(alias));
}
