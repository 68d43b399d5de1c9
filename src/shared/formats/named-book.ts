import type { Code } from '../model/code.ts';
import type { Entity, EntityKind } from '../model/entity.ts';
import type { Kind } from '../model/kind.ts';
import { VARIABLE_MAX, type Variable, type VariableType, type VariableValue } from '../model/variable.ts';
import { foldWords } from '../text/fold.ts';
import type { BookRecords } from './book.ts';
import { splitPath } from './paths.ts';

/** A code, variable or entity as a line names it: by id, by name, or both. */
export interface Named {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * Finds the records that lines name: those of the codebook beside the files, by id or else by name; what it doesn't have is
 * made of the name alone. Names are compared folded.
 */
export interface NamedBook {
  /** Which of these kinds an entity is of: the one known by its id, else by its name, else the first. */
  entityKind(kinds: readonly [EntityKind, ...EntityKind[]], named: Named): EntityKind;
  /** The entity's id, or null when nothing is named. */
  entity(kind: EntityKind, named: Named): string | null;
  /** The id of the code at the end of a path `A > B`, or null when nothing is named. */
  code(named: Named): string | null;
  /** The variable; of the type that the value shows where it has to be made. Null when nothing is named. */
  variable(kind: Kind, named: Named, value: VariableValue): Variable | null;
  /** Everything: what was given, and what was made. */
  records(): BookRecords;
}

/** Finds in what was given, and makes what isn't there. */
export function namedBook(given: BookRecords): NamedBook {
  const codes = new Map(given.codes.map((code) => [code.id, code]));
  const variables = new Map(given.variables.map((variable) => [variable.id, variable]));
  const entities = new Map(given.entities.map((entity) => [entity.id, entity]));
  const entityByName = new Map(given.entities.map((entity) => [entityKey(entity.kind, entity.name), entity.id]));
  const variableByName = new Map(given.variables.map((one) => [entityKey(one.kind, one.name), one.id]));
  const codeByName = new Map(given.codes.map((code) => [codeKey(code.parentId, code.name), code.id]));

  function makeCode(id: string, parentId: string | null, name: string): string {
    const position = [...codes.values()].filter((code) => code.parentId === parentId).length;
    codes.set(id, { ...BARE_CODE, id, parentId, name, position });
    codeByName.set(codeKey(parentId, name), id);
    return id;
  }

  return {
    entityKind(kinds, { id, name = '' }) {
      const byId = entities.get(id ?? '')?.kind;
      if (byId !== undefined && kinds.includes(byId)) return byId;
      return kinds.find((kind) => entityByName.has(entityKey(kind, name))) ?? kinds[0];
    },
    entity(kind, { id, name }) {
      if (id !== undefined && entities.get(id)?.kind === kind) return id;
      if (name === undefined || foldWords(name) === '') return null;
      const known = entityByName.get(entityKey(kind, name));
      if (known !== undefined) return known;
      const own = id !== undefined && !entities.has(id) ? id : `${kind} ${foldWords(name)}`;
      entities.set(own, { ...BARE_ENTITY, id: own, kind, category: kind === 'actor' ? 'other' : 'place', name });
      entityByName.set(entityKey(kind, name), own);
      return own;
    },
    code({ id, name }) {
      if (id !== undefined && codes.has(id)) return id;
      const names = splitPath(name ?? '');
      let parent: string | null = null;
      for (const [depth, one] of names.entries()) {
        const known = codeByName.get(codeKey(parent, one));
        const isLast = depth === names.length - 1;
        const own: string = isLast && id !== undefined ? id : `code ${parent ?? ''} > ${foldWords(one)}`;
        parent = known ?? makeCode(own, parent, one);
      }
      return parent;
    },
    variable(kind, { id, name }, value) {
      const byId = id === undefined ? undefined : variables.get(id);
      if (byId?.kind === kind) return byId;
      if (name === undefined || foldWords(name) === '') return null;
      const known = variables.get(variableByName.get(entityKey(kind, name)) ?? '');
      if (known) return known;
      const own = id !== undefined && !variables.has(id) ? id : `${kind} ${foldWords(name)}`;
      const position = [...variables.values()].filter((one) => one.kind === kind).length;
      const made: Variable = { ...BARE_VARIABLE, id: own, kind, name, type: typeOf(value), position };
      variables.set(own, made);
      variableByName.set(entityKey(kind, name), own);
      return made;
    },
    records: () => ({
      codes: [...codes.values()],
      variables: [...variables.values()],
      entities: [...entities.values()],
    }),
  };
}

const BARE_CODE: Omit<Code, 'id' | 'parentId' | 'name' | 'position'> = {
  definition: '',
  colour: '#7a7a7a',
  retired: false,
  examples: [],
  createdAt: '',
  updatedAt: '',
};

const BARE_VARIABLE: Omit<Variable, 'id' | 'kind' | 'name' | 'type' | 'position'> = {
  definition: '',
  options: [],
  initial: null,
  required: false,
  retired: false,
  createdAt: '',
  updatedAt: '',
};

const BARE_ENTITY: Omit<Entity, 'id' | 'kind' | 'category' | 'name'> = {
  aliases: [],
  country: '',
  party: '',
  parentId: null,
  note: '',
  createdAt: '',
  updatedAt: '',
};

/** The type of a variable that nobody defined, from one of its values. */
function typeOf(value: VariableValue): VariableType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'integer';
  return value.length > VARIABLE_MAX.short || /[\r\n]/.test(value) ? 'long-text' : 'short-text';
}

function entityKey(kind: Kind, name: string): string {
  return `${kind} ${foldWords(name)}`;
}

function codeKey(parentId: string | null, name: string): string {
  return `${parentId ?? ''} > ${foldWords(name)}`;
}
