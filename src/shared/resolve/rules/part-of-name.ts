import { personsNamedHere } from '../named-here.ts';
import type { ResolveRule } from './rule.ts';

/** The last name of a person who is named in the same article; a title may stand before it. */
export const surname: ResolveRule = {
  id: 'surname',
  title: 'last name of a person named in the article',
  find: (mention, around, index) =>
    mention.kind !== 'actor'
      ? []
      : personsNamedHere(mention, around, index, 'last').map((entity) => ({
          entity,
          reason: `last name of ${entity.name}, who is named in this article`,
          score: 0.95,
        })),
};

/** The first name of a person who is named in the same article. */
export const givenName: ResolveRule = {
  id: 'given-name',
  title: 'first name of a person named in the article',
  find: (mention, around, index) =>
    mention.kind !== 'actor' || mention.name.length !== 1
      ? []
      : personsNamedHere(mention, around, index, 'first').map((entity) => ({
          entity,
          reason: `first name of ${entity.name}, who is named in this article`,
          score: 0.8,
        })),
};
