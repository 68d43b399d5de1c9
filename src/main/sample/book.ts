import type { Change } from '../../shared/change/change.ts';
import type { Code } from '../../shared/model/code.ts';
import type { Entity } from '../../shared/model/entity.ts';
import type { Variable } from '../../shared/model/variable.ts';
import type { Coding } from './coding.ts';

interface Maker {
  now(): string;
  newId(): string;
}

/** Gives every key of a list an id, and finds it again. @throws Error naming a key that isn't there. */
export interface Keys {
  idOf(key: string): string;
}

/**
 * New ids for what the sample names by keys.
 * @param what as it stands in the message of an error.
 */
export function keysOf(list: readonly { readonly key: string }[], what: string, newId: () => string): Keys {
  const ids = new Map(list.map(({ key }) => [key, newId()]));
  return {
    idOf(key) {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`The sample has no ${what} “${key}”.`);
      return id;
    },
  };
}

/** The sample's codebook and authority list, by their keys. */
export interface SampleBook {
  readonly codes: Keys;
  readonly variables: Keys;
  readonly entities: Keys;
}

/** New ids for all of the sample's codes, variables and entities. */
export function sampleBook({ codebook, entities }: Coding, maker: Maker): SampleBook {
  return {
    codes: keysOf(codebook.codes, 'code', maker.newId),
    variables: keysOf(codebook.variables, 'variable', maker.newId),
    entities: keysOf(entities, 'entity', maker.newId),
  };
}

/** Its records, as creations. @param exampleOf the annotation of an article's file and key. */
export function bookChanges(
  { codebook, entities }: Coding,
  book: SampleBook,
  maker: Maker,
  exampleOf: (fileName: string, key: string) => string,
): Change[] {
  const at = maker.now();
  const times = { createdAt: at, updatedAt: at };
  const places = new Map<string, number>();
  const nextPlace = (group: string): number => {
    const place = places.get(group) ?? 0;
    places.set(group, place + 1);
    return place;
  };
  const codes = codebook.codes.map(
    ({ key, parent, examples, ...rest }): Code => ({
      ...rest,
      ...times,
      id: book.codes.idOf(key),
      parentId: parent === undefined ? null : book.codes.idOf(parent),
      position: nextPlace(`code ${parent ?? ''}`),
      examples: examples.map(([file, annotation]) => exampleOf(file, annotation)),
    }),
  );
  const variables = codebook.variables.map(
    ({ key, ...rest }): Variable => ({
      ...rest,
      ...times,
      id: book.variables.idOf(key),
      initial: null,
      retired: false,
      position: nextPlace(rest.kind),
    }),
  );
  const people = entities.map(
    ({ key, parent, ...rest }): Entity => ({
      ...rest,
      ...times,
      id: book.entities.idOf(key),
      parentId: parent === undefined ? null : book.entities.idOf(parent),
    }),
  );
  return [
    ...codes.map((code): Change => ({ record: 'code', id: code.id, before: null, after: code })),
    ...variables.map((variable): Change => ({ record: 'variable', id: variable.id, before: null, after: variable })),
    ...people.map((entity): Change => ({ record: 'entity', id: entity.id, before: null, after: entity })),
  ];
}
