import type { Change } from '../../shared/change/change.ts';
import { convertValue } from '../../shared/codebook/convert.ts';
import type { BookRecords } from '../../shared/formats/book.ts';
import type { Loss } from '../../shared/formats/format.ts';
import type { Code } from '../../shared/model/code.ts';
import type { Entity } from '../../shared/model/entity.ts';
import { VARIABLE_MAX, type Variable, type VariableValue } from '../../shared/model/variable.ts';
import { oneLine } from '../../shared/text/shorten.ts';
import { placeCodes } from './import-codes.ts';
import { placeEntities } from './import-entities.ts';
import { created, type Maker } from './import-placing.ts';
import { placeVariables } from './import-variables.ts';

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
  /** A value as the project's variable holds it: choices are the same but for case, accents and blanks. As it is where it can't. */
  meant(id: string, value: VariableValue): VariableValue;
  /** The same for a value to be kept: a category gets a choice that it doesn't have yet. Null for one that it can't have. */
  admit(id: string, value: VariableValue): VariableValue | null;
  /** What has to be written. @param exampleOf an annotation's key in the files → the annotation's id, or null. */
  changes(exampleOf: (key: string) => string | null): Change[];
  /** How many were made. */
  made(): { readonly codes: number; readonly variables: number; readonly entities: number };
  /** What differs from the project's own, which is kept. */
  losses(): Loss[];
}

/** Lays the codes, variables and entities that were read over those of the project. */
export function planBook(read: BookRecords, view: BookView, maker: Maker): BookPlan {
  const codes = placeCodes(read.codes, view.codes(), maker);
  const variables = placeVariables(read.variables, view.variables(), maker);
  const entities = placeEntities(read.entities, view.entities(), maker);
  /** Choices that categories have to get, by the variable's id in the project. */
  const choices = new Map<string, string[]>();

  const optionsOf = (variable: Variable): readonly string[] => [
    ...variable.options,
    ...(choices.get(variable.id) ?? []),
  ];

  function held(variable: Variable, value: VariableValue): VariableValue | undefined {
    return convertValue(value, { type: variable.type, options: optionsOf(variable) });
  }

  function admit(id: string, value: VariableValue): VariableValue | null {
    const variable = variables.placed.get(id)?.record;
    if (!variable) return null;
    const known = held(variable, value);
    if (known !== undefined) return known;
    if (variable.type !== 'category' || typeof value !== 'string') return null;
    const choice = oneLine(value);
    const hasRoom = optionsOf(variable).length < VARIABLE_MAX.options && choice.length <= VARIABLE_MAX.option;
    if (choice === '' || !hasRoom) return null;
    choices.set(variable.id, [...(choices.get(variable.id) ?? []), choice]);
    return choice;
  }

  function withChoices(variable: Variable): Variable {
    return choices.has(variable.id) ? { ...variable, options: optionsOf(variable) } : variable;
  }

  return {
    code: (id) => codes.placed.get(id)?.record.id ?? null,
    entity: (id) => entities.placed.get(id)?.record ?? null,
    variable: (id) => variables.placed.get(id)?.record.id ?? null,
    meant(id, value) {
      const variable = variables.placed.get(id)?.record;
      return (variable && held(variable, value)) ?? value;
    },
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
