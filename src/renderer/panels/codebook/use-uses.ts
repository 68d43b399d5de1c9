import type { Codebook } from '../../../shared/api/methods/codebook.ts';
import { useAnswer } from '../parts/use-answer.ts';

const NONE: Codebook['uses'] = { codes: {}, variables: {} };

/** How often each code and variable is used. What is wrong is said by whoever changes something; a count that is old is no harm. */
export function useUses(): Codebook['uses'] {
  return useAnswer('codebook.get', {}).answer?.uses ?? NONE;
}
