import type { CoderCount } from '../../../shared/api/methods/entities.ts';
import type { EntityCategory, EntityKind } from '../../../shared/model/entity.ts';
import { CATEGORIES_OF } from '../../../shared/model/entity.ts';
import { counted } from '../../../shared/text/counted.ts';
import { someOf } from '../parts/words.ts';

/** The categories of a kind as a choice. */
export function categoryOptions(kind: EntityKind): readonly { value: EntityCategory; label: string }[] {
  return CATEGORIES_OF[kind].map((value) => ({ value, label: value }));
}

/** `5 mentions (3 of Ana and 2 of Ben)`; `no mentions`. */
export function mentionsWords(mentions: number, coders: readonly CoderCount[]): string {
  if (mentions === 0) return 'no mentions';
  const who = coders.map(({ name, count }) => `${count.toLocaleString('en')} of ${name}`);
  return `${counted(mentions, 'mention')} (${someOf(who, 5)})`;
}
