import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Role } from '../../../shared/model/role.ts';
import { spanText } from '../../../shared/text/span.ts';

/** What a role is called in words. */
export const ROLE_NAME: Readonly<Record<Role, string>> = {
  claimant: 'claimant',
  addressee: 'addressee',
  venue: 'venue',
};

/** The words of an annotation as they are read: fragments joined by “…”, white space single, its own outer quotes left out. */
export function wordsOf(text: string, annotation: Annotation): string {
  const words = spanText(text, annotation.fragments, ' … ').replace(/\s+/gu, ' ').trim();
  const inner = /^[“"„«]([^“”"„«»]*)[”"“»]$/u.exec(words);
  return inner?.[1] ?? words;
}
