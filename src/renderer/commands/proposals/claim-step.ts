import type { Fragment } from '../../../shared/text/span.ts';
import type { State } from '../../store/state.ts';

/**
 * What a claim grows to next: a likely claim's words stand on the ladder too, between the quotation in them and the sentence
 * around them. “that no chair would stay empty”: word, then *no chair would stay empty*, then the sentence.
 * @param next the rung that the text alone gives, or null
 */
export function claimStep({ proposals, open }: State, current: Fragment, next: Fragment | null): Fragment | null {
  const { found, articleId } = proposals;
  if (!found || articleId !== open?.article.id) return next;
  let best = next;
  for (const { claim } of found.proposals) {
    for (const { start, end } of claim) {
      const fragment = { start, end };
      const covers = start <= current.start && current.end <= end && length(fragment) > length(current);
      if (covers && (!best || length(fragment) < length(best))) best = fragment;
    }
  }
  return best;
}

function length({ start, end }: Fragment): number {
  return end - start;
}
