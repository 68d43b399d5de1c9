import { ENTITY_MAX, type Entity } from '../../shared/model/entity.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { oneLine } from '../../shared/text/shorten.ts';
import { keptName, type Maker, ownId, type Placed, type PlacedRecords, times } from './import-placing.ts';

/** Entities of files laid over the project's: found by id, or else by name. */
export function placeEntities(given: readonly Entity[], own: readonly Entity[], maker: Maker): PlacedRecords<Entity> {
  const read = given.map(cleaned);
  const byId = new Map(own.map((entity) => [entity.id, entity]));
  const byName = new Map<string, Entity[]>();
  for (const entity of own) {
    const key = entityKey(entity);
    const namesakes = byName.get(key);
    if (namesakes) namesakes.push(entity);
    else byName.set(key, [entity]);
  }
  // Who is found by id isn't found by name as somebody else; and nobody twice, because namesakes are different people.
  const taken = new Set(read.filter(({ id, kind }) => byId.get(id)?.kind === kind).map(({ id }) => id));
  const found = new Map<string, Entity>();
  const ids = new Map<string, string>();
  // The one who is most alike chooses first, however the files order them.
  const best = (entity: Entity): number =>
    Math.max(0, ...(byName.get(entityKey(entity)) ?? []).map((one) => alike(one, entity)));
  for (const entity of read.toSorted((a, b) => best(b) - best(a))) {
    const same = byId.get(entity.id);
    const known = same?.kind === entity.kind ? same : likeliest(entity, byName.get(entityKey(entity)) ?? [], taken);
    if (known) {
      taken.add(known.id);
      found.set(entity.id, known);
    }
    ids.set(entity.id, known?.id ?? ownId(entity.id, byId, maker));
  }
  const placed = new Map<string, Placed<Entity>>();
  let differing = 0;
  for (const entity of read) {
    const known = found.get(entity.id);
    const parentId = entity.parentId === null ? null : (ids.get(entity.parentId) ?? null);
    if (known) {
      if (entity.createdAt !== '' && !isSameEntity(known, { ...entity, parentId })) differing++;
      placed.set(entity.id, { record: known, isNew: false });
      continue;
    }
    const record = { ...entity, ...times(entity, maker), id: ids.get(entity.id) ?? maker.newId(), parentId };
    placed.set(entity.id, { record, isNew: true });
  }
  return { placed, made: placed.size - found.size, differing };
}

/** Of those with the same name: the one of whom most is the same. */
function likeliest(entity: Entity, namesakes: readonly Entity[], taken: ReadonlySet<string>): Entity | undefined {
  return namesakes.filter(({ id }) => !taken.has(id)).toSorted((a, b) => alike(b, entity) - alike(a, entity))[0];
}

/** How many of the fields that tell namesakes apart are the same. */
function alike(one: Entity, entity: Entity): number {
  return (['name', 'category', 'country', 'party'] as const).filter((field) => one[field] === entity[field]).length;
}

function isSameEntity(a: Entity, b: Entity): boolean {
  const fields = ['name', 'category', 'country', 'party', 'note', 'parentId'] as const;
  const aliases = new Set(a.aliases);
  return (
    fields.every((field) => a[field] === b[field]) &&
    aliases.size === b.aliases.length &&
    b.aliases.every((one) => aliases.has(one))
  );
}

function cleaned(entity: Entity): Entity {
  return {
    ...entity,
    name: keptName(entity.name, 'name', ENTITY_MAX.name),
    aliases: entity.aliases.map(oneLine).filter((alias) => alias !== ''),
  };
}

function entityKey({ kind, name }: Entity): string {
  return `${kind} ${foldWords(name)}`;
}
