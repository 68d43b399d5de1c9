import type { Fragment } from '../text/span.ts';
import { overlaps } from './overlaps.ts';
import type { Dateline, Draft, Scene } from './scene.ts';
import type { Sentence } from './sentences.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';
import type { Lexicon } from './lexicon.ts';

/** `PORT MAREN, March 14 (KW) — `, `ZÜRICH – `: capitals at the start of a paragraph, then a dash. */
const DATELINE =
  /^[\s\p{Pi}"]*((?:\p{Lu}[\p{Lu}\p{M}.'’-]+)(?:[ ,]+(?:\p{Lu}[\p{Lu}\p{M}.'’-]+))*)((?:,? ?[\p{L}\d][\p{L}\d. ,]{0,30})?(?: ?\([^()\n]{1,40}\))?) ?[—–-]{1,2} /u;

/** `Berlin (dpa) - `: in small letters only with an agency behind it, at the very top. */
const SMALL_DATELINE =
  /^[\s\p{Pi}"]*(\p{Lu}[\p{L}\p{M}.'’-]+(?:[ /]\p{Lu}[\p{L}\p{M}.'’-]+){0,3})(?:, ?[\p{L}\d][\p{L}\d. ]{0,20})? ?\([\p{L}/.]{2,12}\) ?[—–-]{1,2} /u;

/** In so many paragraphs from the top either may stand. */
const NEAR_TOP = 8;
const VERY_TOP = 2;

/** The dateline among an article's first paragraphs, or null. */
export function findDateline(text: string, sentences: readonly Sentence[], lexicon: Lexicon | null): Dateline | null {
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph === paragraph) continue;
    paragraph = sentence.paragraph;
    if (paragraph > NEAR_TOP) return null;
    if (sentence.headline) continue;
    const top = text.slice(sentence.start, sentence.start + 140);
    const match = DATELINE.exec(top) ?? (paragraph <= VERY_TOP ? SMALL_DATELINE.exec(top) : null);
    const place = match?.[1];
    if (!match || place === undefined || place.length < 3) continue;
    if (place.split(/[ ,/]+/u).some((word) => lexicon?.labels.has(word.toLowerCase()))) continue;
    const start = sentence.start + match[0].indexOf(place);
    const end = start + place.replace(/[ ,]+$/u, '').length;
    return { place: { start, end }, end: sentence.start + match[0].length };
  }
  return null;
}

/** The token at which a sentence's own words begin: behind a dateline, or `BREAKING —`. */
export function bodyStart({ dateline, lexicon }: Scene, { tokens, lowers, start, end }: Sentence): number {
  if (!dateline || dateline.end <= start || dateline.end > end) {
    let at = 0;
    while (lexicon.labels.has(lowers[at] ?? '')) at++;
    return at > 0 && /^[—–:-]$/u.test(tokens[at]?.text ?? '') ? at + 1 : 0;
  }
  return Math.max(
    0,
    tokens.findIndex((token) => token.start >= dateline.end),
  );
}

/**
 * Where a sentence says that it was said: a preposition and a phrase with a venue's noun, outside the claim's own words.
 * @param draft of whose claim nothing counts, nor a clause about somebody in which its verb doesn't stand
 */
export function findVenue(
  { lexicon }: Scene,
  sentence: Sentence,
  { claim, verb }: Pick<Draft, 'claim' | 'verb'>,
): Fragment | null {
  const { tokens, lowers } = sentence;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (lexicon.relatives.at(lowers, at) > 0) {
      const end = tokens.findIndex((one, i) => i > at && one.text === ',');
      if (end > 0 && (verb < token.start || verb > (tokens[end] as Token).start)) at = end;
      continue;
    }
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
  return tokens[at]?.type === 'word' && lexicon.nounLinks.at(lowers, end) > 0 && lexicon.times.at(lowers, at) === 0
    ? at + 1
    : end;
}

/** A word that goes on with the phrase before it. */
function isPlain(token: Token | undefined, lowers: readonly (string | null)[], at: number, lexicon: Lexicon): boolean {
  const ends = [lexicon.prepositions, lexicon.times, lexicon.boundaries, lexicon.that, lexicon.relatives];
  return token?.type === 'word' && ends.every((phrases) => phrases.at(lowers, at) === 0);
}
