import type { Input } from '../../shared/api/contract.ts';
import { type CorpusFilter, NO_FILTER } from '../../shared/model/filter.ts';

/** A filter as it came, whole: what wasn't given asks for nothing. */
export function toFilter(given: Input<'search.texts'>['filter']): CorpusFilter {
  const parts = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return { ...NO_FILTER, ...(Object.fromEntries(parts) as Partial<CorpusFilter>) };
}
