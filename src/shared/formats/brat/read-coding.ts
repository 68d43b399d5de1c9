import { type Annotation, type Coding, REPORTINGS } from '../../model/annotation.ts';
import type { Kind } from '../../model/kind.ts';
import type { Variable, VariableValue } from '../../model/variable.ts';
import { isDay } from '../../text/day.ts';
import type { LossCounter } from '../losses.ts';
import type { NamedBook } from '../named-book.ts';
import { isOfType, parseValue } from '../values.ts';
import { CODE_REFERENCE, ENTITY_REFERENCE, REPORTING, UTTERED_ON } from './coding.ts';
import type { Remark } from './grammar.ts';

/** What the coding in brat's files refers to. */
export interface BratBook {
  readonly book: NamedBook;
  /** Column name → variable id. */
  readonly columns: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, Variable>;
}

/** Whether a reference is an entity or code as Parley writes them. */
export function isCoding({ value }: Remark): boolean {
  return databaseOf(value) !== null;
}

function databaseOf(value: string): string | null {
  return [ENTITY_REFERENCE, CODE_REFERENCE].find((database) => value.startsWith(`${database}:`)) ?? null;
}

/** An annotation's coding out of what is said of it; attributes that are none of it stay attributes. */
export function codingOf(
  kind: Kind,
  said: Annotation['attributes'],
  references: readonly Remark[],
  { book, columns, variables }: BratBook,
  losses: LossCounter,
): Omit<Coding, 'cue'> & Pick<Annotation, 'attributes'> {
  const attributes: Record<string, string | true> = {};
  const values: Record<string, VariableValue> = {};
  let { reporting, utteredOn }: Pick<Coding, 'reporting' | 'utteredOn'> = { reporting: '', utteredOn: '' };
  for (const [name, value] of Object.entries(said)) {
    const told = REPORTINGS.find((one) => one === value);
    const variable = variables.get(columns.get(name) ?? '');
    if (kind === 'claim' && name === REPORTING && told) reporting = told;
    else if (kind === 'claim' && name === UTTERED_ON && value !== true && isDay(value)) utteredOn = value;
    else if (variable?.kind === kind) {
      const read = parseValue(variable.type, String(value));
      if (read !== null && isOfType(variable, read)) values[variable.id] = read;
      else losses.add('Values that don’t fit their variable', 'They are of another type.');
    } else attributes[name] = value;
  }
  let entityId: string | null = null;
  const codes: string[] = [];
  for (const { value, gloss } of references) {
    const database = databaseOf(value) ?? '';
    const named = { id: value.slice(database.length + 1).trim(), name: gloss };
    const code = database === CODE_REFERENCE && kind === 'claim' ? book.code(named) : null;
    const entity = database === ENTITY_REFERENCE && kind !== 'claim' ? book.entity(kind, named) : null;
    if (code !== null && !codes.includes(code)) codes.push(code);
    else if (entity !== null && entityId === null) entityId = entity;
    else losses.add('References that can’t be', 'Actors and venues have one entity, claims have codes.');
  }
  return { entityId, codes, values, reporting, utteredOn, attributes };
}
