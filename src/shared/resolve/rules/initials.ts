import { initialKey } from '../keys.ts';
import { nameWords } from '../words.ts';
import type { ResolveRule } from './rule.ts';

/** A first name that is only a letter: `A. Solène` and Adra Solène. Of persons alone. */
export const initials: ResolveRule = {
  id: 'initials',
  title: 'the same name with the first name as a letter',
  find(mention, _, index) {
    const name = mention.titled?.name ?? mention.bare;
    const key = mention.kind === 'actor' ? initialKey(name) : '';
    if (key === '') return [];
    const isShort = mention.name[0]?.length === 1;
    return index
      .loosely('actor', key)
      .filter((entity) =>
        [entity.name, ...entity.aliases].some((one) => {
          const words = nameWords(one);
          if (initialKey(one) !== key || words.join(' ') === mention.name.join(' ')) return false;
          return isShort || words[0]?.length === 1;
        }),
      )
      .map((entity) => ({ entity, reason: 'the same name with the first name as a letter', score: 0.85 }));
  },
};
