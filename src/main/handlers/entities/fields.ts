import { ParleyError } from '../../../shared/api/errors.ts';
import { CATEGORIES_OF, type Entity, ENTITY_MAX } from '../../../shared/model/entity.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { oneLine } from '../../../shared/text/shorten.ts';
import { entityTable } from '../../db/entities.ts';
import { withArticle } from '../labels.ts';
import { type Database, needEntity } from './common.ts';

/**
 * An entity as it may be kept: names with single blanks, each once. Errors: `bad-input` for what can't be, `already-exists`
 * for a name that another one has, `not-found` for a parent that isn't there.
 */
export function checkedEntity(db: Database, given: Entity): Entity {
  const entity: Entity = {
    ...given,
    name: oneLine(given.name),
    aliases: cleanAliases(given.name, given.aliases),
    country: oneLine(given.country),
    party: oneLine(given.party),
    note: given.note.trim(),
  };
  refuseFields(entity);
  const other = entityTable(db)
    .named(entity.kind, foldWords(entity.name))
    .find(({ id, name }) => id !== entity.id && foldWords(name) === foldWords(entity.name));
  if (other) throw nameTaken(other);
  refuseParent(db, entity);
  return entity;
}

/** The refusal of a name that another entity of the kind has. */
export function nameTaken(other: Pick<Entity, 'kind' | 'name'>): ParleyError {
  return new ParleyError(
    'already-exists',
    `There is ${withArticle(other.kind)} called ${inQuotes(other.name)} already.`,
    'Take that one, or add what tells the two apart: “Smith (Velia)”.',
  );
}

/** What can't be kept of an entity by itself. Errors: `bad-input`. */
export function refuseFields({ kind, category, name, aliases, country, party, note }: Entity): void {
  if (name === '') refuse('An entity needs a name.', 'Give the name by which it is best known.');
  if (!CATEGORIES_OF[kind].includes(category)) {
    refuse(`${inQuotes(category)} isn’t a category of ${kind}s.`, `Choose one of ${CATEGORIES_OF[kind].join(', ')}.`);
  }
  const long = [name, ...aliases].find((one) => one.length > ENTITY_MAX.name);
  if (long !== undefined) {
    refuse(
      `${inQuotes(`${long.slice(0, 60)}…`)} is too long for a name.`,
      `A name has up to ${ENTITY_MAX.name} characters.`,
    );
  }
  if (aliases.length > ENTITY_MAX.aliases) {
    refuse(`${inQuotes(name)} has ${aliases.length} other names.`, `An entity has up to ${ENTITY_MAX.aliases}.`);
  }
  for (const [field, value] of Object.entries({ country, party, note })) {
    const most = ENTITY_MAX[field as 'country'];
    if (value.length > most)
      refuse(`The ${field} of ${inQuotes(name)} is too long.`, `It has up to ${most} characters.`);
  }
  if ([name, ...aliases, country, party, note].some((value) => /[\ud800-\udfff]/u.test(value))) {
    refuse('A name holds half a character.', 'Type it again.');
  }
}

/** Errors: `not-found`, `bad-input` for parents in a circle or of another kind. */
function refuseParent(db: Database, { id, kind, name, parentId }: Entity): void {
  if (parentId === null) return;
  const parent = needEntity(db, parentId);
  if (parent.kind !== kind) {
    throw new ParleyError(
      'bad-input',
      `${inQuotes(parent.name)} is ${withArticle(parent.kind)}: ${withArticle(kind)} can’t be part of it.`,
      `Choose ${withArticle(kind)}.`,
    );
  }
  const seen = new Set<string>();
  for (let at: Entity | null = parent; at; at = at.parentId === null ? null : entityTable(db).get(at.parentId)) {
    // A circle can’t be made; one in a damaged file must not hang the window.
    if (seen.has(at.id)) return;
    seen.add(at.id);
    if (at.id === id) {
      throw new ParleyError(
        'bad-input',
        at === parent
          ? `${inQuotes(name)} can’t be part of itself.`
          : `${inQuotes(parent.name)} is itself part of ${inQuotes(name)}, so that can’t be part of it.`,
        'Choose another one, or none.',
      );
    }
  }
}

/** Other names: each once, none that is the canonical one. */
export function cleanAliases(name: string, aliases: readonly string[]): string[] {
  const known = new Set(['', oneLine(name)]);
  return aliases.map(oneLine).filter((alias) => !known.has(alias) && known.add(alias));
}

function refuse(reason: string, hint: string): never {
  throw new ParleyError('bad-input', reason, hint);
}
