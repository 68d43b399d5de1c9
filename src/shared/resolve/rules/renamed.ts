import { inQuotes } from '../../text/quote.ts';
import { squashed } from '../bare.ts';
import { RENAMES } from '../data/renames.ts';
import { squashedKey } from '../keys.ts';
import type { Found } from '../resolve.ts';
import type { ResolveRule } from './rule.ts';

const ROWS = new Map(RENAMES.flatMap((row) => row.map((name) => [squashed(name), row] as const)));

/** A state or city under its other name: `Turkey`, `Türkiye`. */
export const renamed: ResolveRule = {
  id: 'renamed',
  title: 'a state or city under its other name',
  find(mention, _, index) {
    const key = squashed(mention.words);
    const found = new Map<string, Found>();
    for (const name of ROWS.get(key) ?? []) {
      if (squashed(name) === key) continue;
      const reason = `${inQuotes(mention.bare)} and ${inQuotes(name)} are names of one ${mention.kind === 'actor' ? 'state' : 'place'}`;
      for (const entity of index.loosely(mention.kind, squashedKey(name))) {
        if (entity.category === 'state' || entity.category === 'place')
          found.set(entity.id, { entity, reason, score: 0.9 });
      }
    }
    return [...found.values()];
  },
};
