import type { Annotation, Coding } from '../../shared/model/annotation.ts';
import type { VariableValue } from '../../shared/model/variable.ts';
import { sameSpan } from '../../shared/text/span.ts';
import { variableTable } from '../db/variables.ts';
import { changedValues } from './coding.ts';
import type { Project } from './context.ts';

type Database = Project['db'];

/**
 * What two annotations of one kind are coded with together: the codes of both; of the rest what the kept one has, and what
 * it lacks from the other. A value that it only began with gives way to one that somebody gave.
 */
export function mergedCoding(db: Database, keep: Annotation, other: Annotation): Coding {
  const values: Record<string, VariableValue> = { ...other.values, ...keep.values };
  for (const [id, value] of Object.entries(other.values)) {
    if (keep.values[id] === variableTable(db).get(id)?.initial) values[id] = value;
  }
  return {
    entityId: keep.entityId ?? other.entityId,
    codes: [...new Set([...keep.codes, ...other.codes])],
    values,
    reporting: keep.reporting || other.reporting,
    cue: keep.cue.length > 0 ? keep.cue : other.cue,
    utteredOn: keep.utteredOn || other.utteredOn,
  };
}

/** What the other one had otherwise and is given up by a merge, in words: `“Stance”`, `the day`. */
export function givenUp(db: Database, other: Annotation, merged: Coding): string[] {
  const up: string[] = [];
  if (other.entityId !== null && other.entityId !== merged.entityId) up.push('who or what it is');
  for (const id of changedValues(other, merged)) {
    const variable = variableTable(db).get(id);
    const value = other.values[id];
    if (variable && value !== undefined && value !== variable.initial) up.push(`“${variable.name}”`);
  }
  if (other.reporting !== '' && other.reporting !== merged.reporting) up.push('how it is reported');
  if (other.cue.length > 0 && !sameSpan(other.cue, merged.cue)) up.push('the cue');
  if (other.utteredOn !== '' && other.utteredOn !== merged.utteredOn) up.push('the day');
  return up;
}
