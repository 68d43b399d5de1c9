import { inQuotes } from '../../text/quote.ts';
import { acronymOf, longForms, standsFor } from '../acronyms.ts';
import { squashedKey } from '../keys.ts';
import type { Found, NamedEntity } from '../resolve.ts';
import { isAcronym } from '../words.ts';
import type { ResolveRule } from './rule.ts';

/** An acronym that the article explains, `Kestrel Bay Forum (KBF)`, or of a name that is tagged in it; and the other way round. */
export const acronym: ResolveRule = {
  id: 'acronym',
  title: 'acronym of a name in the article',
  find(mention, { text, others }, index) {
    const found = new Map<string, Found>();
    const take = (entity: NamedEntity | null, reason: string): void => {
      if (entity && entity.kind === mention.kind && entity.category !== 'person') {
        found.set(entity.id, { entity, reason, score: 0.95 });
      }
    };
    const short = mention.bare;
    if (isAcronym(short)) {
      const says = (long: string) => `${inQuotes(short)} stands for ${long} in this article`;
      for (const long of longForms(short, text, mention.language)) {
        for (const entity of index.loosely(mention.kind, squashedKey(long))) take(entity, says(entity.name));
      }
      for (const other of others) {
        if (other.kind !== mention.kind || !standsFor(short, other.words, mention.language)) continue;
        const reason = `first letters of ${inQuotes(other.words)}, which is named in this article`;
        if (other.entityId !== null) take(index.get(other.entityId), reason);
        else for (const entity of index.loosely(mention.kind, squashedKey(other.words))) take(entity, reason);
      }
    } else {
      const letters = acronymOf(short, text, mention.language);
      if (letters !== null) {
        for (const entity of index.loosely(mention.kind, squashedKey(letters))) {
          take(entity, `the article calls it ${inQuotes(letters)}`);
        }
      }
    }
    return [...found.values()];
  },
};
