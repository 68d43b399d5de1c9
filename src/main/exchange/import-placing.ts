import { ParleyError } from '../../shared/api/errors.ts';
import { ID_PATTERN } from '../../shared/model/ids.ts';
import { oneLine, shorten } from '../../shared/text/shorten.ts';

/* What laying codes, variables and entities of files over the project's has in common. */

/** What new records are made with. */
export interface Maker {
  newId(): string;
  /** ISO 8601, UTC. */
  now(): string;
}

/** A record that is there or to be made. */
export interface Placed<T> {
  readonly record: T;
  readonly isNew: boolean;
}

/** Where the records of the files are in the project, how many had to be made, and how many differ from the project's. */
export interface PlacedRecords<T> {
  /** By the ids of the files. */
  readonly placed: ReadonlyMap<string, Placed<T>>;
  readonly made: number;
  readonly differing: number;
}

/** The records to be made, each once. */
export function created<T>(placed: ReadonlyMap<string, Placed<T>>): T[] {
  return [...new Set(placed.values())].filter(({ isNew }) => isNew).map(({ record }) => record);
}

/** One slot a record, however many of the files' are found to be it. */
export function slotMap<T extends { readonly id: string }>(): (record: T, isNew: boolean) => Placed<T> {
  const slots = new Map<string, Placed<T>>();
  return (record, isNew) => {
    const slot = slots.get(record.id) ?? { record, isNew };
    slots.set(record.id, slot);
    return slot;
  };
}

/** The name, with a number behind it when it is taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} (${number})`;
  return free;
}

/**
 * A name as the project keeps it: on one line. Errors: `bad-format` for one that is too long, or of which nothing is left.
 * @param what as it stands in a message: `code`.
 */
export function keptName(typed: string, what: string, most: number): string {
  const name = oneLine(typed);
  if (name !== '' && name.length <= most) return name;
  throw new ParleyError(
    'bad-format',
    name === ''
      ? `The files have a ${what} without a name.`
      : `The ${what} “${shorten(name, 60)}” of the files has a name of ${name.length.toLocaleString('en')} characters; it may have ${most}.`,
    'Nothing was imported. Correct the name in the files.',
  );
}

/** An id of Parley's is kept where it is free, so that the same record is found again; any other becomes one. */
export function ownId(id: string, known: { has(id: string): boolean }, maker: Maker): string {
  return ID_PATTERN.test(id) && !known.has(id) ? id : maker.newId();
}

/** The times of the files; where they have none, now. */
export function times(record: { readonly createdAt: string; readonly updatedAt: string }, maker: Maker) {
  const createdAt = record.createdAt || maker.now();
  return { createdAt, updatedAt: record.updatedAt || createdAt };
}

/** Places behind those that are there; where none are, those of the files. */
export function placeCounter(taken: readonly (readonly [string, number])[]): (group: string, wanted: number) => number {
  const next = new Map<string, number>();
  for (const [group, position] of taken) next.set(group, Math.max(next.get(group) ?? 0, position + 1));
  return (group, wanted) => {
    const place = next.get(group);
    if (place === undefined) return wanted;
    next.set(group, place + 1);
    return place;
  };
}
