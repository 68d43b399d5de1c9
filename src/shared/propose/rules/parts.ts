import type { Fragment, Span } from '../../text/span.ts';
import { readBehind } from '../clause.ts';
import type { Report } from '../reports.ts';
import type { Draft, Scene } from '../scene.ts';
import type { Sentence } from '../sentences.ts';
import type { Token } from '../tokens.ts';
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
  { lexicon }: Scene,
  sentence: Sentence,
  report: Report,
): Pick<Draft, 'addressee' | 'venue' | 'venueRule'> {
  const nobody = { addressee: null, venue: null, venueRule: null };
  if (!report.groups.has('tell') || report.inverted) return nobody;
  const { told } = readBehind(sentence, report.to, true, false, lexicon);
  if (told.to <= told.from) return nobody;
  // “told him that”: a pronoun says nothing of who it was.
  const only = told.to - told.from === 1 ? (sentence.lowers[told.from] ?? '') : '';
  if (lexicon.pronouns.some(({ words, alike }) => words.has(only) || alike.has(only))) return nobody;
  const venue = venuePhrase(sentence, told.from, lexicon);
  if (venue) return { addressee: null, venue, venueRule: 'told-event' };
  return { addressee: wordsOf(sentence, told.from, told.to), venue: null, venueRule: null };
}

function wordsOf({ tokens }: Sentence, from: number, to: number): Fragment {
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end };
}
