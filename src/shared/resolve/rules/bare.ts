import { foldWords } from '../../text/fold.ts';
import { squashedKey } from '../keys.ts';
import type { ResolveRule } from './rule.ts';

/** The same name without “the”, ’s, stops and hyphens: `the KBF’s`, `U.S.`. */
export const bareName: ResolveRule = {
  id: 'bare',
  title: 'the same name without “the”, ’s, stops and hyphens',
  find(mention, _, index) {
    const key = squashedKey(mention.words);
    if (key === '') return [];
    return index
      .loosely(mention.kind, key)
      .filter(({ name, aliases }) => ![name, ...aliases].some((one) => foldWords(one) === mention.key))
      .map((entity) => ({ entity, reason: 'the same name but for “the”, ’s, stops or hyphens', score: 0.94 }));
  },
};
