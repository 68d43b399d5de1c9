import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Role } from '../../../shared/model/role.ts';
import { withoutOuterQuotes } from '../../../shared/text/quote.ts';

/** What a role is called in words. */
export const ROLE_NAME: Readonly<Record<Role, string>> = {
  claimant: 'claimant',
  addressee: 'addressee',
  about: 'subject',
  relay: 'relay',
  venue: 'venue',
  'venue-proposed': 'proposed venue',
  'venue-held': 'past venue',
};

/** The words of an annotation as they are read: fragments joined by “…”, white space single, outer quotes of each left out. */
export function wordsOf(text: string, annotation: Annotation): string {
  const words = annotation.fragments.map(({ start, end }) => withoutOuterQuotes(text.slice(start, end)));
  return words.join(' … ').replace(/\s+/gu, ' ').trim();
}
