import type { Fragment } from '../text/span.ts';
import { isVerb, type Lexicon } from './lexicon.ts';
import { reportsIn } from './reports.ts';
import type { Scene } from './scene.ts';
import type { Sentence } from './sentences.ts';
import { isLoosePreposition, isPhraseStart } from './subject.ts';
import { isPossessive, type Token } from './tokens.ts';
import { venuePhrase } from './venues.ts';

/*
 * What stands behind a verb of saying: to whom, when and where, and then the words that are reported.
 */

/** The words behind a verb up to what is reported. */
export interface Behind {
  /** To whom, as token indexes; empty (`from === to`) when nobody is named. */
  readonly told: { readonly from: number; readonly to: number };
  /** Index of the quotation or of the clause's first token; -1 when neither follows. */
  readonly at: number;
  readonly what: 'quotation' | 'clause' | 'nothing';
}

/** How many words may stand between a verb and what it reports. */
const REACH = 18;

/** Reads on from behind a verb. @param tells whether the verb has somebody who is told. */
export function readBehind(sentence: Sentence, from: number, tells: boolean, plain: boolean, lexicon: Lexicon): Behind {
  const { tokens } = sentence;
  const told = tells ? toldAt(sentence, from, lexicon) : { from, to: from };
  let at = told.to;
  const quotation = quotationFrom(sentence, at, lexicon);
  if (quotation >= 0) return { told, at: quotation, what: 'quotation' };
  const that = thatFrom(sentence, at, lexicon);
  if (that > 0) {
    const next = that;
    const isQuotation = tokens[next]?.type === 'quotation' && tokens.length - next <= 2;
    return { told, at: next, what: isQuotation ? 'quotation' : 'clause' };
  }
  if (lexicon.clauseAfterComma && tokens[at]?.text === ',') at++;
  at = pastTimes(sentence, pastVenue(sentence, at, lexicon), lexicon);
  if (tokens[at]?.type === 'word' && !(tells && told.to === told.from) && opensClause(sentence, at, plain, lexicon)) {
    return { told, at, what: 'clause' };
  }
  return { told, at: -1, what: 'nothing' };
}

/** Who is told: the words behind the verb up to `that`, a comma, a colon, a quotation or a time. */
export function toldAt({ tokens, lowers }: Sentence, from: number, lexicon: Lexicon): { from: number; to: number } {
  const title = tokens[from]?.type === 'quotation' && tokens[from + 1];
  if (title && (title.text === ':' || lexicon.that.at(lowers, from + 1) > 0)) return { from, to: from + 1 };
  const audience = lexicon.audiences.at(lowers, from) || lexicon.plainSpeakers.at(lowers, from);
  if (audience > 0) return { from, to: from + audience };
  // “warned of”: nobody is told.
  if (lexicon.prepositions.at(lowers, from) > 0) return { from, to: from };
  let at = from;
  while (at < tokens.length && at - from < 14) {
    if (tokens[at]?.type !== 'word') break;
    if (lexicon.that.at(lowers, at) > 0) break;
    if (at > from && lexicon.times.at(lowers, at) > 0) break;
    if (at > from && isLoosePreposition(lowers, at, lexicon)) break;
    if (at > from && lexicon.boundaries.at(lowers, at) > 0) break;
    at++;
  }
  // Without anything that ends it, who is told can't be told from what.
  const closed = at === tokens.length || tokens[at]?.type !== 'word' || lexicon.that.at(lowers, at) > 0;
  const ends = closed || lexicon.times.at(lowers, at) > 0 || lexicon.prepositions.at(lowers, at) > 0;
  if (ends && at - from <= 12) return { from, to: at };
  let name = from;
  while (/^\p{Lu}/u.test(tokens[name]?.text ?? '') && tokens[name]?.type === 'word') name++;
  return { from, to: name };
}

/** The quotation that follows at once, or behind words of when and where and a comma or colon; -1 for none. */
function quotationFrom({ tokens, lowers }: Sentence, from: number, lexicon: Lexicon): number {
  for (let at = from; at < tokens.length && at - from <= REACH; at++) {
    const token = tokens[at] as Token;
    // “told “Panorama”: “…””
    if (token.type === 'quotation' && tokens[at + 1]?.text === ':') continue;
    if (token.type === 'quotation') {
      const before = tokens[at - 1];
      if (at === from || before?.text === ':') return at;
      const between = lowers.slice(from, at).filter((word) => word !== null);
      if (between.length === 0) return at;
      // “warned of “a winter of blackouts””
      const joins = lexicon.nounLinks.at(lowers, from) > 0 && lexicon.prepositions.at(lowers, from) > 0;
      if (at === from + 1 && joins) return at;
      const isWhen = lexicon.prepositions.at(lowers, from) > 0 || lexicon.times.at(lowers, from) > 0;
      return before?.text === ',' && isWhen && !hasFinite(lowers.slice(from, at), lexicon) ? at : -1;
    }
    if (lexicon.that.at(lowers, at) > 0 || (at > from && isVerb(lowers, at, lexicon))) return -1;
  }
  return -1;
}

/** The index behind `that`, when only words of when, where and to whom stand before it; 0 for none. */
function thatFrom({ tokens, lowers }: Sentence, from: number, lexicon: Lexicon): number {
  for (let at = from; at < tokens.length && at - from <= REACH; at++) {
    const token = tokens[at] as Token;
    if (token.type === 'quotation' || token.text === ';' || token.text === ':') return 0;
    if (at > from && isVerb(lowers, at, lexicon)) return 0;
    const length = lexicon.that.at(lowers, at);
    if (length === 0) continue;
    const first = tokens[from] as Token;
    const isAside =
      at === from ||
      first.text === ',' ||
      first.text === '(' ||
      lexicon.prepositions.at(lowers, from) > 0 ||
      lexicon.times.at(lowers, from) > 0 ||
      lexicon.between.at(lowers, from) > 0;
    if (!isAside || hasFinite(lowers.slice(from, at), lexicon)) return 0;
    // “that’s how it is”: more than a conjunction.
    return isPossessive(token) ? at : at + length;
  }
  return 0;
}

/** Behind `in a statement`, `at a news conference in Lund`. */
function pastVenue(sentence: Sentence, from: number, lexicon: Lexicon): number {
  const at = pastTimes(sentence, from, lexicon);
  const before = lexicon.venueBefore.at(sentence.lowers, at);
  const venue = before > 0 ? venuePhrase(sentence, at + before, lexicon) : null;
  return venue ? sentence.tokens.findLastIndex(({ start }) => start < venue.end) + 1 : from;
}

/** Behind `on Monday`, `later`. */
export function pastTimes({ lowers }: Sentence, from: number, lexicon: Lexicon): number {
  let at = from;
  for (;;) {
    const time = lexicon.times.at(lowers, at);
    const next = lowers[at + 1];
    // “there was”, “today is”: a clause begins with it.
    if (time > 0 && lexicon.finite.has(lowers[at + time] ?? '')) return at;
    if (time > 0) at += time;
    else if (lexicon.prepositions.at(lowers, at) > 0 && next && lexicon.times.has(next)) at += 2;
    else return at;
  }
}

function opensClause(sentence: Sentence, at: number, plain: boolean, lexicon: Lexicon): boolean {
  const { tokens, lowers } = sentence;
  if (tokens.length - at < 3 && tokens[at + 1]?.type !== 'quotation') return false;
  if (lexicon.boundaries.at(lowers, at) > 0 || lexicon.relatives.at(lowers, at) > 0) return false;
  // “asked her how many”
  if (lexicon.boundaries.at(lowers, at + 1) > 0) return false;
  if (lexicon.prepositions.at(lowers, at) > 0 || lexicon.infinitive.at(lowers, at) > 0) return false;
  // “there was”
  if (plain && lexicon.finite.has(lowers[at + 1] ?? '')) return true;
  if (lexicon.notSpeakers.at(lowers, at) > 0 || lexicon.between.at(lowers, at) > 0) return false;
  if (plain && isPhraseStart(sentence, at, lexicon)) return true;
  // “said autonomy “may mean many things””
  if (plain && tokens[at + 1]?.type === 'quotation') return true;
  return hasFinite(lowers.slice(at, phraseEnd(lowers, at, lexicon)), lexicon);
}

/** Where the words that stand together from a token on end: at a mark, or where a question begins (“asked them what it was”). */
function phraseEnd(lowers: readonly (string | null)[], from: number, lexicon: Lexicon): number {
  let at = from;
  while (at < from + 12 && lowers[at] && lexicon.boundaries.at(lowers, at) === 0) at++;
  return at;
}

/** Whether one of these words makes a clause. */
export function hasFinite(words: readonly (string | null)[], lexicon: Lexicon): boolean {
  return words.some((word) => word !== null && lexicon.finite.has(word));
}

/**
 * The words of a reported clause from a token to where the article speaks again: at the sentence's end, before a comment on
 * it, or before the next one who says something.
 * @param short within a clause that is itself within the sentence: no further than the next comma
 */
export function clauseWords(scene: Scene, sentence: Sentence, from: number, short = false): Fragment | null {
  const { lexicon } = scene;
  const { tokens, lowers } = sentence;
  const until = tokens.length;
  let to = until;
  for (let at = from; at < until; at++) {
    const token = tokens[at] as Token;
    const mark = token.type === 'mark' ? token.text : '';
    if (mark === ';') to = at;
    else if (at > from && lexicon.boundaries.at(lowers, at) > 0 && goesOnAsking(scene, sentence, at + 1)) to = at;
    else if (mark === ',' && at > from) {
      const word = lexicon.determiners.has(lowers[at + 1] ?? '') ? at + 2 : at + 1;
      const afterQuotation = tokens[at - 1]?.type === 'quotation' && lexicon.afterQuotation.at(lowers, at + 1) > 0;
      if (short || lexicon.comments.at(lowers, word) > 0 || afterQuotation) to = at;
      else if (lexicon.accordingTo.at(lowers, at + 1) > 0 || lexicon.participles.at(lowers, at + 1) > 0) to = at;
      else if (lexicon.boundaries.at(lowers, at + 1) > 0 && anotherSpeaks(scene, sentence, at + 1)) to = at;
    }
    if (to < until) break;
  }
  while (to > from && isLoose(tokens[to - 1] as Token)) to--;
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? { start: first.start, end: last.end } : null;
}

function isLoose(token: Token): boolean {
  return token.type === 'mark' && /^[.,;:!?…—–-]$/u.test(token.text);
}

/** “… and called for an inquiry”, “… and promised to stop”: whether right here the speaker demands or promises something. */
function goesOnAsking(scene: Scene, sentence: Sentence, from: number): boolean {
  const { lexicon } = scene;
  const report = reportsIn(scene, sentence).find(({ at }) => at === from);
  if (!report) return false;
  const { groups, to } = report;
  if (groups.has('vow')) return lexicon.infinitive.at(sentence.lowers, to) > 0;
  return groups.has('urge') || (groups.has('demand') && lexicon.that.at(sentence.lowers, to) === 0);
}

/** Whether behind a comma and a conjunction somebody else begins to speak, or the same one to say another thing. */
function anotherSpeaks(scene: Scene, sentence: Sentence, from: number): boolean {
  const reports = reportsIn(scene, sentence);
  if (reports.some(({ at }) => at === from + 1)) return true;
  return reports.some(
    ({ at, subject, groups }) =>
      at > from &&
      at - from < 10 &&
      subject !== null &&
      !subject.isShared &&
      subject.from >= from &&
      subject.from <= from + 2 &&
      (groups.has('say') || groups.has('claim') || groups.has('tell')),
  );
}

/** Words before a token, from the sentence's own beginning, as a claim: `… , Hale said`. Null when they are too few. */
export function wordsBefore(sentence: Sentence, from: number, to: number, least: number): Fragment | null {
  const { tokens } = sentence;
  let end = to;
  while (end > from && isLoose(tokens[end - 1] as Token)) end--;
  const words = tokens
    .slice(from, end)
    .reduce((sum, token) => sum + (token.type === 'quotation' ? 3 : token.type === 'word' ? 1 : 0), 0);
  const first = tokens[from];
  const last = tokens[end - 1];
  return first && last && words >= least ? { start: first.start, end: last.end } : null;
}
