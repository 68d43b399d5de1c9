import type { PrecedentAspect, Precedents } from '../../../shared/api/methods/precedents.ts';
import { counted } from '../../../shared/text/counted.ts';

/** How many ways are named in a sentence. */
const NAMED = 3;

/** `Access in 3 articles, Trade in 1`. */
export function choicesInWords({ choices }: PrecedentAspect): string {
  const named = choices.slice(0, NAMED).map(({ label, articles }, i) => {
    return `${label} in ${i === 0 ? counted(articles, 'article') : articles.toLocaleString('en')}`;
  });
  const rest = choices.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}

/** The aspect that says most: the first that differs, else the first that tells how it was done; null for none. */
export function telling({ aspects }: Precedents): PrecedentAspect | null {
  return aspects.find(({ differs }) => differs) ?? aspects[0] ?? null;
}

/** Whether there is something to tell at once: it was done in several ways, or otherwise, or this one isn't coded yet. */
export function isTelling(found: Precedents): boolean {
  return found.differs || found.aspects.some(({ id, choices }) => id !== 'kind' && choices.every(({ own }) => !own));
}
