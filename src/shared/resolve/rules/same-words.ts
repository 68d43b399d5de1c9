import { counted } from '../../text/counted.ts';
import { inQuotes } from '../../text/quote.ts';
import type { Found } from '../resolve.ts';
import type { ResolveRule } from './rule.ts';

/** The same words are linked already: in this article, or in others. What is linked more often counts for more. */
export const sameWords: ResolveRule = {
  id: 'same-words',
  title: 'the same words are linked already',
  find(mention, { others, linked }, index) {
    const found: Found[] = [];
    const here = new Map<string, number>();
    for (const other of others) {
      if (other.entityId === null || other.kind !== mention.kind || other.key !== mention.key) continue;
      here.set(other.entityId, (here.get(other.entityId) ?? 0) + other.count);
    }
    const inAll = [...here.values()].reduce((sum, count) => sum + count, 0);
    for (const [id, count] of here) {
      const entity = index.get(id);
      if (!entity) continue;
      const reason = `${inQuotes(mention.words)} is ${entity.name} elsewhere in this article`;
      found.push({ entity, reason, score: 0.95 + (0.08 * count) / inAll });
    }
    const articles = linked.reduce((sum, one) => sum + one.articles, 0);
    for (const one of linked) {
      const entity = here.has(one.entityId) ? null : index.get(one.entityId);
      if (!entity) continue;
      const where =
        linked.length === 1
          ? `in ${counted(articles, 'other article')}`
          : `${one.articles.toLocaleString('en')} of ${articles.toLocaleString('en')} times in other articles`;
      const reason = `${inQuotes(mention.words)} is ${entity.name} ${where}`;
      found.push({ entity, reason, score: 0.9 + (0.08 * one.articles) / articles });
    }
    return found;
  },
};
