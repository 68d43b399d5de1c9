import type { Change } from '../../shared/change/change.ts';
import type { BookRecords } from '../../shared/formats/book.ts';
import { inTreeOrder } from '../../shared/formats/paths.ts';
import type { Loss } from '../../shared/formats/format.ts';
import type { Code } from '../../shared/model/code.ts';
import type { Entity } from '../../shared/model/entity.ts';
import { ID_PATTERN } from '../../shared/model/ids.ts';
import { fitsVariable, VARIABLE_MAX, type Variable, type VariableValue } from '../../shared/model/variable.ts';
import { foldWords } from '../../shared/text/fold.ts';

/** What of the project's codebook and authority list an import looks up. */
export interface BookView {
  codes(): readonly Code[];
  variables(): readonly Variable[];
  entities(): readonly Entity[];
}

/**
 * An import's codes, variables and entities laid over the project's: the same ones are found, by id or else by name, and
 * never changed; the others are made. Ids are those of the files.
 */
export interface BookPlan {
  /** The project's code, or null when the files don't define it. */
  code(id: string): string | null;
  /** The project's entity, or null when the files don't define it. */
  entity(id: string): Pick<Entity, 'id' | 'kind'> | null;
  /** The project's variable, or null when the files don't define it. */
  variable(id: string): string | null;
  /** Whether the project's variable can have the value. A category gets a choice that it doesn't have yet. */
  admit(id: string, value: VariableValue): boolean;
  /** What has to be written. @param exampleOf an annotation's key in the files → the annotation's id, or null. */
  changes(exampleOf: (key: string) => string | null): Change[];
  /** How many were made. */
  made(): { readonly codes: number; readonly variables: number; readonly entities: number };
  /** What differs from the project's own, which is kept. */
  losses(): Loss[];
}

interface Maker {
  newId(): string;
  now(): string;
}

/** A record that is there or to be made. */
interface Placed<T> {
  readonly record: T;
  readonly isNew: boolean;
}

export function planBook(read: BookRecords, view: BookView, maker: Maker): BookPlan {
  const codes = placeCodes(read.codes, view.codes(), maker);
  const variables = placeVariables(read.variables, view.variables(), maker);
  const entities = placeEntities(read.entities, view.entities(), maker);
  /** Choices that categories have to get, by the variable's id in the project. */
  const choices = new Map<string, string[]>();

  function admit(id: string, value: VariableValue): boolean {
    const variable = variables.placed.get(id)?.record;
    if (!variable) return false;
    const added = choices.get(variable.id) ?? [];
    const options = [...variable.options, ...added];
    if (fitsVariable({ type: variable.type, options }, value)) return true;
    const canGrow = variable.type === 'category' && typeof value === 'string' && value.trim() !== '';
    if (!canGrow || options.length >= VARIABLE_MAX.options || value.length > VARIABLE_MAX.option) return false;
    choices.set(variable.id, [...added, value]);
    return true;
  }

  function withChoices(variable: Variable): Variable {
    const added = choices.get(variable.id) ?? [];
    return added.length === 0 ? variable : { ...variable, options: [...variable.options, ...added] };
  }

  return {
    code: (id) => codes.placed.get(id)?.record.id ?? null,
    entity: (id) => entities.placed.get(id)?.record ?? null,
    variable: (id) => variables.placed.get(id)?.record.id ?? null,
    admit,
    changes(exampleOf) {
      const shown = (code: Code): Code => ({
        ...code,
        examples: code.examples.map(exampleOf).filter((id) => id !== null),
      });
      const grown = [...new Set([...variables.placed.values()].filter(({ isNew }) => !isNew).map((one) => one.record))]
        .filter(({ id }) => choices.has(id))
        .map((before): Change => {
          const after = { ...withChoices(before), updatedAt: maker.now() };
          return { record: 'variable', id: before.id, before, after };
        });
      return [
        ...created(codes.placed).map(
          (code): Change => ({ record: 'code', id: code.id, before: null, after: shown(code) }),
        ),
        ...created(variables.placed).map(
          (variable): Change => ({ record: 'variable', id: variable.id, before: null, after: withChoices(variable) }),
        ),
        ...grown,
        ...created(entities.placed).map(
          (entity): Change => ({ record: 'entity', id: entity.id, before: null, after: entity }),
        ),
      ];
    },
    made: () => ({ codes: codes.made, variables: variables.made, entities: entities.made }),
    losses: () =>
      [
        {
          what: 'Codes that differ from the project’s',
          count: codes.differing,
          detail: 'The project’s own were kept as they are: names, definitions, colours and places.',
        },
        {
          what: 'Variables that differ from the project’s',
          count: variables.differing,
          detail: 'The project’s own were kept as they are; a category got the choices that were coded.',
        },
        {
          what: 'Variables that were renamed',
          count: variables.renamed,
          detail:
            'The project’s variable of that name is another, or of another type: theirs was added with a number behind its name.',
        },
        {
          what: 'Entities that differ from the project’s',
          count: entities.differing,
          detail: 'The project’s own were kept as they are: names, aliases and what else is known of them.',
        },
      ].filter((loss) => loss.count > 0),
  };
}

interface PlacedRecords<T> {
  /** By the ids of the files. */
  readonly placed: ReadonlyMap<string, Placed<T>>;
  readonly made: number;
  readonly differing: number;
}

/** The records to be made, each once. */
function created<T>(placed: ReadonlyMap<string, Placed<T>>): T[] {
  return [...new Set(placed.values())].filter(({ isNew }) => isNew).map(({ record }) => record);
}

function placeCodes(read: readonly Code[], own: readonly Code[], maker: Maker): PlacedRecords<Code> {
  const byId = new Map(own.map((code) => [code.id, code]));
  const byName = new Map(own.map((code) => [codeKey(code.parentId, code.name), code]));
  const places = placeCounter(own.map((code) => [code.parentId ?? '', code.position]));
  // What is found by its id isn't found by its name as something else.
  const taken = new Set(read.filter(({ id }) => byId.has(id)).map(({ id }) => id));
  const slots = slotMap<Code>();
  const placed = new Map<string, Placed<Code>>();
  let [made, differing] = [0, 0];
  for (const code of inTreeOrder(read)) {
    const parentId = code.parentId === null ? null : (placed.get(code.parentId)?.record.id ?? null);
    const namesake = byName.get(codeKey(parentId, code.name));
    const known = byId.get(code.id) ?? (namesake && !taken.has(namesake.id) ? namesake : undefined);
    if (known) {
      if (code.createdAt !== '' && !isSameCode(known, { ...code, parentId })) differing++;
      placed.set(code.id, slots(known, false));
      continue;
    }
    const name = freeName(code.name, (one) => byName.has(codeKey(parentId, one)));
    if (name !== code.name) differing++;
    const position = places(parentId ?? '', code.position);
    const record = { ...code, ...times(code, maker), id: ownId(code.id, byId, maker), name, parentId, position };
    byId.set(record.id, record);
    byName.set(codeKey(parentId, name), record);
    placed.set(code.id, slots(record, true));
    made++;
  }
  return { placed, made, differing };
}

/** One slot a record, however many of the files' are found to be it. */
function slotMap<T extends { readonly id: string }>(): (record: T, isNew: boolean) => Placed<T> {
  const slots = new Map<string, Placed<T>>();
  return (record, isNew) => {
    const slot = slots.get(record.id) ?? { record, isNew };
    slots.set(record.id, slot);
    return slot;
  };
}

/** The name, with a number behind it when it is taken. */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} (${number})`;
  return free;
}

function isSameCode(a: Code, b: Code): boolean {
  return (['name', 'parentId', 'definition', 'colour', 'retired'] as const).every((field) => a[field] === b[field]);
}

function placeVariables(
  read: readonly Variable[],
  own: readonly Variable[],
  maker: Maker,
): PlacedRecords<Variable> & { readonly renamed: number } {
  const byId = new Map(own.map((variable) => [variable.id, variable]));
  const byName = new Map(own.map((variable) => [variableKey(variable.kind, variable.name), variable]));
  const places = placeCounter(own.map((variable) => [variable.kind, variable.position]));
  const taken = new Set(read.filter((one) => isAlike(byId.get(one.id), one)).map(({ id }) => id));
  const slots = slotMap<Variable>();
  const placed = new Map<string, Placed<Variable>>();
  let [made, differing, renamed] = [0, 0, 0];
  for (const variable of read) {
    const { kind } = variable;
    const namesake = byName.get(variableKey(kind, variable.name));
    const free = namesake && !taken.has(namesake.id) ? namesake : undefined;
    const known = [byId.get(variable.id), free].find((one) => isAlike(one, variable));
    if (known) {
      if (variable.createdAt !== '' && !isSameVariable(known, variable)) differing++;
      placed.set(variable.id, slots(known, false));
      continue;
    }
    const name = freeName(variable.name, (one) => byName.has(variableKey(kind, one)));
    if (name !== variable.name) renamed++;
    const position = places(kind, variable.position);
    const record = { ...variable, ...times(variable, maker), id: ownId(variable.id, byId, maker), name, position };
    byId.set(record.id, record);
    byName.set(variableKey(kind, name), record);
    placed.set(variable.id, slots(record, true));
    made++;
  }
  return { placed, made, differing, renamed };
}

function isAlike(one: Variable | undefined, { kind, type }: Variable): boolean {
  return one?.kind === kind && one.type === type;
}

function isSameVariable(a: Variable, b: Variable): boolean {
  const same = (['name', 'definition', 'initial', 'required', 'retired'] as const).every(
    (field) => a[field] === b[field],
  );
  return same && a.options.join('\n') === b.options.join('\n');
}

function placeEntities(read: readonly Entity[], own: readonly Entity[], maker: Maker): PlacedRecords<Entity> {
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

/** An id of Parley's is kept, so that the same record is found again; any other becomes one. */
function ownId(id: string, known: ReadonlyMap<string, unknown>, maker: Maker): string {
  return ID_PATTERN.test(id) && !known.has(id) ? id : maker.newId();
}

function times(record: { readonly createdAt: string; readonly updatedAt: string }, maker: Maker) {
  const createdAt = record.createdAt || maker.now();
  return { createdAt, updatedAt: record.updatedAt || createdAt };
}

/** Places behind those that are there; where none are, those of the files. */
function placeCounter(taken: readonly (readonly [string, number])[]): (group: string, wanted: number) => number {
  const next = new Map<string, number>();
  for (const [group, position] of taken) next.set(group, Math.max(next.get(group) ?? 0, position + 1));
  return (group, wanted) => {
    const place = next.get(group);
    if (place === undefined) return wanted;
    next.set(group, place + 1);
    return place;
  };
}

function codeKey(parentId: string | null, name: string): string {
  return `${parentId ?? ''} ${foldWords(name)}`;
}

function variableKey(kind: string, name: string): string {
  return `${kind} ${foldWords(name)}`;
}

function entityKey({ kind, name }: Entity): string {
  return `${kind} ${foldWords(name)}`;
}
