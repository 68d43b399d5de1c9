import type { Fragment } from '../../text/span.ts';
import { clauseWords, readBehind } from '../clause.ts';
import { type Report, reportsIn } from '../reports.ts';
import { type Draft, draft, type Rule, type Scene, type Taken } from '../scene.ts';
import type { Sentence } from '../sentences.ts';
import { isPhraseStart } from '../subject.ts';
import { lastInside, type Token, wordsInside } from '../tokens.ts';
import { addresseeOf, cueOf, isSaying } from './parts.ts';
import { bodyStart } from '../venues.ts';

/*
 * Direct quotations: “…,” X said. X said: “…” “…,” X said, “…”
 */

/** Index of the quotation that stands right before a report, its comma or dash left aside; -1 for none. */
function quotationBefore({ tokens }: Sentence, report: Report): number {
  // “… he said, adding: “…””: what stood before is said already.
  if (report.goesOn) return -1;
  let at = (report.inverted || !report.subject ? report.at : Math.min(report.subject.from, report.at)) - 1;
  if (tokens[at]?.type === 'mark' && /^[,—–-]$/u.test(tokens[at]?.text ?? '')) at--;
  return tokens[at]?.type === 'quotation' ? at : -1;
}

/** Index of the quotation that a report goes on with; -1 for none. */
function quotationBehind(scene: Scene, sentence: Sentence, report: Report): number {
  const from = report.inverted && report.subject ? report.subject.to : report.to;
  const behind = readBehind(sentence, from, report.groups.has('tell'), report.groups.has('say'), scene.lexicon);
  return behind.what === 'quotation' ? behind.at : -1;
}

/** Whether nothing but quotations (and a dateline) stands before a token: the sentence begins with the quotation. */
function beginsWith(scene: Scene, sentence: Sentence, at: number): boolean {
  return sentence.tokens.slice(bodyStart(scene, sentence), at).every((token) => token.type !== 'word');
}

const fragment = ({ start, end }: Token): Fragment => ({ start, end });

/** Quotations that follow alone in the same paragraph are more of the same utterance. */
function goingOn({ sentences }: Scene, index: number, from: number): Fragment[] {
  const sentence = sentences[index] as Sentence;
  const own = sentence.tokens.slice(from).filter((token) => token.type === 'quotation');
  const more: Fragment[] = own.length === sentence.tokens.length - from ? own.map(fragment) : [];
  for (let next = index + 1; next < sentences.length; next++) {
    const other = sentences[next] as Sentence;
    if (other.paragraph !== sentence.paragraph || !isQuotationOnly(other)) break;
    more.push(...other.tokens.filter((token) => token.type === 'quotation').map(fragment));
  }
  return more;
}

/** Whether a sentence has no words but quoted ones. */
export function isQuotationOnly({ tokens }: Sentence): boolean {
  return tokens.some((token) => token.type === 'quotation') && tokens.every((token) => token.type !== 'word');
}

/** Whether a report is itself part of what somebody else is reported to say: “Oster said that Lund had told it “no””. */
function isReported(scene: Scene, sentence: Sentence, report: Report): boolean {
  const verb = (sentence.tokens[report.at] as Token).start;
  let clauses = reported.get(sentence);
  if (!clauses) reported.set(sentence, (clauses = reportedIn(scene, sentence)));
  return clauses.some(({ start, end }) => start <= verb && verb < end);
}

const reported = new WeakMap<Sentence, readonly Fragment[]>();

/** What each report of a sentence reports as a clause. */
function reportedIn(scene: Scene, sentence: Sentence): Fragment[] {
  return reportsIn(scene, sentence).flatMap((other) => {
    if (!isSaying(other) || other.inverted || other.relative) return [];
    const plain = other.groups.has('say') || other.groups.has('tell');
    const behind = readBehind(sentence, other.to, other.groups.has('tell'), plain, scene.lexicon);
    return (behind.what === 'clause' && clauseWords(scene, sentence, behind.at)) || [];
  });
}

function direct(
  scene: Scene,
  index: number,
  taken: Taken,
  make: (sentence: Sentence, report: Report) => { rule: Draft['rule']; claim: Fragment[] } | null,
): Draft[] {
  const sentence = scene.sentences[index] as Sentence;
  const found: Draft[] = [];
  for (const report of reportsIn(scene, sentence)) {
    const verb = (sentence.tokens[report.at] as Token).start;
    if (!isSaying(report) || !taken.isFree(verb) || isReported(scene, sentence, report)) continue;
    const made = make(sentence, report);
    if (!made) continue;
    const to = addresseeOf(scene, sentence, report);
    found.push(
      draft(index, {
        ...made,
        ...to,
        subject: report.subject,
        cue: cueOf(sentence, report),
        verb,
        reporting: 'quoted',
      }),
    );
  }
  return found;
}

/** “We will stop,” Hale said, “when there is a paper.” One claim in two fragments. */
export const quotationInside: Rule = {
  id: 'quotation-inside',
  find: (scene, index, taken) =>
    direct(scene, index, taken, (sentence, report) => {
      const before = quotationBefore(sentence, report);
      const behind = quotationBehind(scene, sentence, report);
      if (before < 0 || behind < 0 || !beginsWith(scene, sentence, before)) return null;
      const claim = [sentence.tokens[before], sentence.tokens[behind]].map((token) => fragment(token as Token));
      return { rule: 'quotation-inside', claim: [...claim, ...goingOn(scene, index, behind + 1)] };
    }),
};

/** “No,” said Hale. “…,” Hale told reporters. “More of it.” */
export const quotationBeforeRule: Rule = {
  id: 'quotation-before',
  find: (scene, index, taken) =>
    direct(scene, index, taken, (sentence, report) => {
      const before = quotationBefore(sentence, report);
      if (before < 0 || !beginsWith(scene, sentence, before)) return null;
      const own = sentence.tokens.slice(0, before + 1).filter((token) => token.type === 'quotation');
      return {
        rule: 'quotation-before',
        claim: [...own.map(fragment), ...goingOn(scene, index, sentence.tokens.length)],
      };
    }),
};

/** Hale said: “…” Hale told Meridian, “…” */
export const quotationBehindRule: Rule = {
  id: 'quotation-behind',
  find: (scene, index, taken) =>
    direct(scene, index, taken, (sentence, report) => {
      const behind = quotationBehind(scene, sentence, report);
      if (behind < 0) return null;
      const claim = [fragment(sentence.tokens[behind] as Token), ...goingOn(scene, index, behind + 1)];
      return { rule: 'quotation-behind', claim };
    }),
};

/** His deputy was more careful: “Before some holidays.” A colon says it. */
export const quotationColon: Rule = {
  id: 'quotation-behind',
  find(scene, index, taken) {
    const sentence = scene.sentences[index] as Sentence;
    const { tokens } = sentence;
    const at = tokens.findIndex((token, i) => token.type === 'quotation' && tokens[i - 1]?.text === ':');
    const quotation = tokens[at];
    const words = tokens.slice(0, at).filter((token) => token.type === 'word').length;
    if (!quotation || sentence.headline || words < 2 || taken.covers(quotation)) return [];
    const named = scene.people.within({ start: sentence.start, end: quotation.start })[0];
    const speaker = named ? { start: named.start, end: named.end } : firstPhrase(scene, sentence);
    const claim = [fragment(quotation), ...goingOn(scene, index, at + 1)];
    const speakerRule = speaker ? 'shared-subject' : null;
    return [draft(index, { rule: 'quotation-behind', claim, speaker, speakerRule, reporting: 'quoted' })];
  },
};

/** The noun phrase that a sentence begins with, up to its verb: `His deputy`; null where that can't be told. */
function firstPhrase({ lexicon }: Scene, sentence: Sentence): Fragment | null {
  const { tokens, lowers } = sentence;
  const verb = tokens.findIndex((_, i) => i < 8 && lexicon.finite.has(lowers[i] ?? ''));
  if (verb < 1 || !isPhraseStart(sentence, 0, lexicon)) return null;
  if (tokens.slice(0, verb).some((token) => token.type !== 'word')) return null;
  return { start: (tokens[0] as Token).start, end: (tokens[verb - 1] as Token).end };
}

/** A quotation on its own: of the one who spoke before. */
export const quotationAlone: Rule = {
  id: 'quotation-alone',
  find(scene, index, taken) {
    const sentence = scene.sentences[index] as Sentence;
    if (!isQuotationOnly(sentence)) return [];
    const quoted = sentence.tokens.filter((token) => token.type === 'quotation');
    const words = quoted.reduce((sum, token) => sum + wordsInside(token), 0);
    const earlier = taken.drafts.at(-1);
    const near = earlier && sentence.paragraph - (scene.sentences[earlier.sentence]?.paragraph ?? -9) <= 2;
    const claim = quoted.map(fragment);
    if (words < 3) return [];
    if (!near) {
      // Nobody has spoken yet: whom the sentence before is about.
      const before = scene.sentences[index - 1];
      const named = before && !before.headline && scene.people.within(before)[0];
      if (!named || words < BARE) return [];
      const speaker = { start: named.start, end: named.end };
      return [draft(index, { rule: 'quotation-alone', claim, speaker, speakerRule: 'nearest', reporting: 'quoted' })];
    }
    const { speaker, pronoun } = earlier;
    const speakerRule = speaker ? 'same-speaker' : null;
    return [draft(index, { rule: 'quotation-alone', claim, speaker, speakerRule, pronoun, reporting: 'quoted' })];
  },
};

/** The fewest words in quotation marks that are taken for a claim without anything that tells so. */
const BARE = 5;

/** Words in quotation marks that no other rule explains: of the person whom the sentence names. */
export const quotationBare: Rule = {
  id: 'quotation-bare',
  find(scene, index, taken) {
    const sentence = scene.sentences[index] as Sentence;
    const found: Draft[] = [];
    for (const token of sentence.tokens) {
      if (token.type !== 'quotation' || taken.covers(token) || wordsInside(token) < BARE) continue;
      if (!/[.,!?…]/u.test(lastInside(token)) && wordsInside(token) < BARE + 2) continue;
      const named = scene.people.within({ start: sentence.start, end: token.start }).at(-1);
      // A slogan, a passage of a treaty: nobody says it.
      if (!named) continue;
      const speaker = { start: named.start, end: named.end };
      const claim = [fragment(token)];
      found.push(draft(index, { rule: 'quotation-bare', claim, speaker, speakerRule: 'nearest', reporting: 'quoted' }));
    }
    return found;
  },
};
