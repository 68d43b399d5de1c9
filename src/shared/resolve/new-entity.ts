import type { EntityCategory } from '../model/entity.ts';
import { longForms } from './acronyms.ts';
import { bareWords } from './bare.ts';
import { longerName } from './named-here.ts';
import { isState } from './states.ts';
import type { ReadMention } from './read.ts';
import type { Surroundings } from './resolve.ts';
import { isAcronym, isCapital } from './words.ts';

/** What a new entity for a mention would be called, and be. The analyst may change both. */
export function suggestEntity(
  mention: ReadMention,
  around: Surroundings,
): { readonly name: string; readonly category: EntityCategory } {
  if (mention.kind === 'venue') return { name: mention.bare, category: venueCategory(mention) };
  const category = actorCategory(mention);
  const full = category === 'person' || category === 'other' ? fullerName(mention, around) : null;
  if (full !== null) return { name: full, category: 'person' };
  if (category === 'person') return { name: mention.titled?.name ?? mention.bare, category };
  const [long] = isAcronym(mention.bare) ? longForms(mention.bare, around.text, mention.language) : [];
  return { name: long === undefined ? mention.bare : bareWords(long), category };
}

/** `Solène` → `Adra Solène`, where the article has a tagged mention that says more. */
function fullerName(mention: ReadMention, { others, language }: Surroundings): string | null {
  if (mention.name.length !== 1) return null;
  for (const other of others) {
    if (other.kind !== 'actor') continue;
    const read = longerName(mention, other, language, 'last');
    if (read && actorCategory(read) === 'person') return read.titled?.name ?? read.bare;
  }
  return null;
}

function actorCategory(mention: ReadMention): EntityCategory {
  const { bare, name, titled, language } = mention;
  if (isState(bare)) return 'state';
  if (name.some((word) => language.organisation.includes(word)) || isAcronym(bare)) return 'organisation';
  if (titled) return 'person';
  if (name.some((word) => language.group.includes(word))) return 'group';
  const words = bare.split(/\s+/u);
  if (words.length >= 2 && words.length <= 4 && words.every((word) => isCapital(word) || word.length <= 3))
    return 'person';
  return 'other';
}

function venueCategory({ name, language }: ReadMention): EntityCategory {
  const has = (words: readonly string[]) => name.some((word) => words.includes(word));
  if (has(language.event)) return 'event';
  if (has(language.forum)) return 'forum';
  return has(language.medium) ? 'medium' : 'place';
}
