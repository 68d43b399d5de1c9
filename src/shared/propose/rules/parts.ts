import type { Fragment, Span } from '../../text/span.ts';
import { readBehind } from '../clause.ts';
import type { Report } from '../reports.ts';
import type { Draft, Scene } from '../scene.ts';
import type { Sentence } from '../sentences.ts';
import { venuePhrase } from '../venues.ts';

/** Whether a report is of something said, not of something called or demanded. */
export function isSaying({ groups }: Report): boolean {
  return groups.has('say') || groups.has('claim') || groups.has('tell');
}

/** The verb's words. */
export function cueOf({ tokens }: Sentence, { at, to }: Report): Span {
  const [first, last] = [tokens[at], tokens[to - 1]];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

/** Who is told, or the event at which it is told. */
export function addresseeOf(
  scene: Scene,
  sentence: Sentence,
  report: Report,
): Pick<Draft, 'addressee' | 'venue' | 'venueRule'> {
  const nobody = { addressee: null, venue: null, venueRule: null };
  if (!report.groups.has('tell') || report.inverted) return nobody;
  const { lexicon } = scene;
  const { told } = readBehind(sentence, report.to, true, false, lexicon);
  if (told.to <= told.from) return nobody;
  const venue = venuePhrase(sentence, told.from, lexicon);
  if (venue) return { addressee: null, venue, venueRule: 'told-event' };
  return { ...nobody, addressee: addressed(scene, sentence, told) };
}

/** The words of those who are told; null for a pronoun, which says nothing of who it was: “told him that”. */
export function addressed(
  { lexicon }: Scene,
  { tokens, lowers }: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
): Fragment | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last || to <= from) return null;
  const only = to - from === 1 ? (lowers[from] ?? '') : '';
  if (lexicon.pronouns.some(({ words, alike }) => words.has(only) || alike.has(only))) return null;
  return { start: first.start, end: last.end };
}
