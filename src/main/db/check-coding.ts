import type { Database } from 'better-sqlite3';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Code } from '../../shared/model/code.ts';
import type { Entity } from '../../shared/model/entity.ts';
import { fitsVariable, type Variable } from '../../shared/model/variable.ts';
import { isDay } from '../../shared/text/day.ts';
import { spanProblem } from '../../shared/text/span.ts';
import { codeTable } from './codes.ts';
import { entityTable } from './entities.ts';
import { variableTable } from './variables.ts';

/** Everything that annotations can be coded with, by id. */
export interface Codebook {
  readonly codes: ReadonlyMap<string, Code>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly entities: ReadonlyMap<string, Entity>;
}

/** The codebook and the authority list as they are now: read once for a whole check. */
export function readCodebook(db: Database): Codebook {
  return {
    codes: byId(codeTable(db).all()),
    variables: byId(variableTable(db).all()),
    entities: byId(entityTable(db).all()),
  };
}

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}

/** What can't be right in what an annotation is coded with, each as a clause: `refers to a code that is missing`. */
export function codingProblems(annotation: Annotation, text: string, codebook: Codebook): string[] {
  return [
    ...entityProblems(annotation, codebook),
    ...codeProblems(annotation, codebook),
    ...valueProblems(annotation, codebook),
    ...claimProblems(annotation, text),
  ];
}

function entityProblems({ kind, entityId }: Annotation, { entities }: Codebook): string[] {
  if (entityId === null) return [];
  const entity = entities.get(entityId);
  if (!entity) return ['refers to an entity that is missing'];
  return entity.kind === kind ? [] : [`refers to “${entity.name}”, which is of kind ${entity.kind}`];
}

function codeProblems({ codes }: Annotation, codebook: Codebook): string[] {
  const problems = codes.some((id) => !codebook.codes.has(id)) ? ['has a code that is missing from the codebook'] : [];
  return new Set(codes).size === codes.length ? problems : [...problems, 'has one code twice'];
}

function valueProblems({ kind, values }: Annotation, { variables }: Codebook): string[] {
  return Object.entries(values).flatMap(([id, value]) => {
    const variable = variables.get(id);
    if (!variable) return ['has a value of a variable that is missing from the codebook'];
    if (variable.kind !== kind) return [`has a value of “${variable.name}”, which is of kind ${variable.kind}`];
    return fitsVariable(variable, value) ? [] : [`has a value that “${variable.name}” can’t have`];
  });
}

function claimProblems(annotation: Annotation, text: string): string[] {
  const { kind, codes, reporting, cue, utteredOn } = annotation;
  if (kind !== 'claim') {
    const isBare = codes.length === 0 && reporting === '' && cue.length === 0 && utteredOn === '';
    return isBare ? [] : ['is coded as only a claim can be'];
  }
  const problems: string[] = [];
  const wrong = cue.length > 0 ? spanProblem(text, cue) : null;
  if (wrong !== null) problems.push(`has a cue that can’t be: ${wrong}`);
  if (utteredOn !== '' && !isDay(utteredOn)) problems.push(`was made on “${utteredOn}”, which isn’t a day`);
  return problems;
}
