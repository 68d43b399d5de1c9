import { inQuotes } from '../../text/quote.ts';
import { squashedKey } from '../keys.ts';
import type { ResolveRule } from './rule.ts';

/** The name behind a title: `Foreign Minister Adra Solène`. Of persons alone. */
export const titledName: ResolveRule = {
  id: 'title',
  title: 'the name without its title',
  find(mention, _, index) {
    if (!mention.titled) return [];
    const key = squashedKey(mention.titled.name);
    if (key === '') return [];
    return index
      .loosely(mention.kind, key)
      .filter((entity) => entity.category === 'person')
      .map((entity) => ({ entity, reason: `the name without ${inQuotes(mention.titled?.title ?? '')}`, score: 0.93 }));
  },
};
