import { inQuotes } from '../../text/quote.ts';
import { soundKey } from '../keys.ts';
import type { Found } from '../resolve.ts';
import { nameLikeness } from '../sound.ts';
import type { ResolveRule } from './rule.ts';

/** The same name in another spelling: `Sergei`, `Sergey`; `Zelensky`, `Zelenskyy`. */
export const otherSpelling: ResolveRule = {
  id: 'spelling',
  title: 'another spelling of the name',
  find(mention, _, index) {
    const found: Found[] = [];
    const name = mention.titled?.name ?? mention.bare;
    const key = soundKey(name);
    if (key === '') return found;
    for (const entity of index.loosely(mention.kind, key)) {
      if (mention.titled && entity.category !== 'person') continue;
      let best = { likeness: 0, name: '' };
      for (const one of [entity.name, ...entity.aliases]) {
        const likeness = nameLikeness(name, one);
        if (likeness > best.likeness) best = { likeness, name: one };
      }
      if (best.likeness === 0) continue;
      found.push({ entity, reason: `another spelling of ${inQuotes(best.name)}`, score: 0.74 + 0.1 * best.likeness });
    }
    return found;
  },
};
