import type { Candidate } from '../model/entity-candidate.ts';
import { counted } from '../text/counted.ts';
import { suggestEntity } from './new-entity.ts';
import { readMention } from './read.ts';
import type { EntityIndex, Mention, Surroundings } from './resolve.ts';
import { resolveRules } from './rules.ts';

/** Two candidates whose scores lie no further apart are both likely: neither is offered alone. */
const CLOSE = 0.06;
/** What is linked in the same article already is likelier than what isn't. */
const HERE = 0.1;
const MOST = 12;

/** Nothing but the words themselves is known. */
export const NOWHERE: Surroundings = { text: '', others: [], linked: [], language: '' };

/**
 * What a mention may refer to, the likeliest first, and at the end the entity that it would be if it is none of them. The same
 * question gives the same order. Nothing of another kind is ever proposed.
 */
export function proposeEntities(mention: Mention, around: Surroundings, index: EntityIndex): readonly Candidate[] {
  const read = readMention(mention, around.language);
  const here = new Set(around.others.flatMap(({ entityId }) => (entityId === null ? [] : [entityId])));
  const best = new Map<string, Candidate>();
  for (const rule of resolveRules) {
    for (const { entity, reason, score } of rule.find(read, around, index)) {
      if (entity.kind !== mention.kind) continue;
      const total = score + (here.has(entity.id) ? HERE : 0);
      if ((best.get(entity.id)?.score ?? 0) >= total) continue;
      best.set(entity.id, {
        entityId: entity.id,
        name: entity.name,
        category: entity.category,
        rule: rule.id,
        reason,
        score: total,
      });
    }
  }
  const known = [...best.values()].sort(
    (a, b) => b.score - a.score || order(a.name, b.name) || order(a.entityId ?? '', b.entityId ?? ''),
  );
  const fresh: Candidate = {
    entityId: null,
    ...suggestEntity(read, around),
    rule: 'new',
    reason:
      known.length === 0
        ? 'nothing of this name is in the list yet'
        : `none of the ${counted(known.length, 'name')} above`,
    score: 0,
  };
  return [...known.slice(0, MOST), fresh];
}

/** The one candidate that is likelier than all others; null when there is none, or several are as likely. */
export function clearCandidate(candidates: readonly Candidate[]): Candidate | null {
  const [first, second] = candidates;
  if (!first || first.entityId === null) return null;
  return second && second.entityId !== null && first.score - second.score <= CLOSE ? null : first;
}

/** Code units: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
