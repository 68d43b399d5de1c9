import type { Annotation } from '../../shared/model/annotation.ts';
import { variableTable } from '../db/variables.ts';
import type { Project } from './context.ts';

type Database = Project['db'];

/** What goes with an annotation that is removed or becomes another kind, for a notice. */
export interface Losses {
  readonly links: number;
  readonly codes: number;
  /** Values, form of reporting, cue and day: those that somebody gave, not those that it began with. */
  readonly values: number;
  readonly entities: number;
}

/** What is coded in these annotations, counted: what is lost with them. */
export function codingLosses(db: Database, annotations: readonly Annotation[]): Omit<Losses, 'links'> {
  let codes = 0;
  let values = 0;
  let entities = 0;
  for (const annotation of annotations) {
    codes += annotation.codes.length;
    for (const [id, value] of Object.entries(annotation.values)) {
      if (variableTable(db).get(id)?.initial !== value) values++;
    }
    values += [annotation.reporting, annotation.cue.length, annotation.utteredOn].filter(Boolean).length;
    if (annotation.entityId !== null) entities++;
  }
  return { codes, values, entities };
}

/**
 * `2 links, 1 code and 1 value were removed with it.`; '' for nothing.
 * @param owners how many annotations took them along.
 */
export function lossNotice({ links, codes, values, entities }: Losses, owners: number): string {
  const parts = [
    some(links, 'link', 'links'),
    some(codes, 'code', 'codes'),
    some(values, 'value', 'values'),
    some(entities, 'reference to an entity', 'references to entities'),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0];
  const isOne = links + codes + values + entities === 1;
  return `${list} ${isOne ? 'was' : 'were'} removed with ${owners === 1 ? 'it' : 'them'}.`;
}

function some(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
