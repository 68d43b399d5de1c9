import type { Fragment } from '../text/span.ts';
import { overlaps } from './overlaps.ts';
import type { Dateline, Scene } from './scene.ts';
import type { Sentence } from './sentences.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';
import type { Lexicon } from './lexicon.ts';

/** `PORT MAREN, March 14 (KW) — `, `ZÜRICH – `: capitals at the start of a paragraph, then a dash. */
const DATELINE =
  /^[\s\p{Pi}"]*((?:\p{Lu}[\p{Lu}\p{M}.'’-]+)(?:[ ,]+(?:\p{Lu}[\p{Lu}\p{M}.'’-]+))*)((?:,? ?[\p{L}\d][\p{L}\d. ,]{0,30})?(?: ?\([^()\n]{1,40}\))?) ?[—–-]{1,2} /u;

/** The dateline among an article's first paragraphs, or null. */
export function findDateline(text: string, sentences: readonly Sentence[]): Dateline | null {
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph === paragraph) continue;
    paragraph = sentence.paragraph;
    if (paragraph > 8) return null;
    const match = DATELINE.exec(text.slice(sentence.start, sentence.start + 140));
    const place = match?.[1];
    if (!match || place === undefined || place.length < 3) continue;
    const start = sentence.start + match[0].indexOf(place);
    const end = start + place.replace(/[ ,]+$/u, '').length;
    return { place: { start, end }, end: sentence.start + match[0].length };
  }
  return null;
}

/** The token at which a sentence's own words begin: behind a dateline. */
export function bodyStart({ dateline }: Scene, { tokens, start, end }: Sentence): number {
  if (!dateline || dateline.end <= start || dateline.end > end) return 0;
  return Math.max(
    0,
    tokens.findIndex((token) => token.start >= dateline.end),
  );
}

/**
 * Where a sentence says that it was said: a preposition and a phrase with a venue's noun, outside the claim's own words.
 * @param claim of which nothing counts
 */
export function findVenue({ lexicon }: Scene, sentence: Sentence, claim: readonly Fragment[]): Fragment | null {
  const { tokens, lowers } = sentence;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (claim.some((fragment) => overlaps(fragment, token))) continue;
    const before = lexicon.venueBefore.at(lowers, at);
    if (before === 0) continue;
    const found = venuePhrase(sentence, at + before, lexicon);
    if (found && !claim.some((fragment) => overlaps(fragment, found))) return found;
  }
  return null;
}

/** The phrase that begins at a token, without its article, when it has a venue's noun; or null. */
export function venuePhrase(sentence: Sentence, from: number, lexicon: Lexicon): Fragment | null {
  const { tokens, lowers } = sentence;
  const start = lexicon.determiners.has(lowers[from] ?? '') ? from + 1 : from;
  for (let at = start; at < tokens.length && at - start < 7; at++) {
    if (tokens[at]?.type !== 'word') return null;
    const noun = lexicon.venueNouns.at(lowers, at);
    if (noun > 0 && !isPossessive(tokens[at + noun - 1] as Token)) {
      const end = past(sentence, at + noun, lexicon);
      return { start: (tokens[start] as Token).start, end: (tokens[end - 1] as Token).end };
    }
    const stops = lexicon.boundaries.at(lowers, at) > 0 || lexicon.prepositions.at(lowers, at) > 0;
    if (stops || lexicon.times.at(lowers, at) > 0 || lexicon.relatives.at(lowers, at) > 0) return null;
  }
  return null;
}

/** Behind more capitals, and `with Radio Meridian`, `of envoys`, `in Kestrel Bay`. */
function past({ tokens, lowers }: Sentence, from: number, lexicon: Lexicon): number {
  let end = from;
  while (isCapital(tokens[end]) && lexicon.times.at(lowers, end) === 0) end++;
  if (lexicon.venueGoOn.at(lowers, end) === 0) return end;
  let at = end + 1;
  if (lexicon.determiners.has(lowers[at] ?? '')) at++;
  const first = at;
  if (lexicon.times.at(lowers, at) > 0) return end;
  while (isCapital(tokens[at]) && lexicon.times.at(lowers, at) === 0) at++;
  // “with her Osterian counterpart” is no more of it.
  if (at > first) return first > end + 1 && isPlain(tokens[at], lowers, at, lexicon) ? end : at;
  // One plain word: `of envoys`, `on foreign affairs` stays short.
  return tokens[at]?.type === 'word' && lowers[end] === 'of' && lexicon.times.at(lowers, at) === 0 ? at + 1 : end;
}

/** A word that goes on with the phrase before it. */
function isPlain(token: Token | undefined, lowers: readonly (string | null)[], at: number, lexicon: Lexicon): boolean {
  const ends = [lexicon.prepositions, lexicon.times, lexicon.boundaries, lexicon.that, lexicon.relatives];
  return token?.type === 'word' && ends.every((phrases) => phrases.at(lowers, at) === 0);
}
