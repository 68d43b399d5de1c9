import type { Fragment } from '../../text/span.ts';
import { clauseWords, hasFinite, pastTimes, readBehind, toldAt, wordsBefore } from '../clause.ts';
import { type Report, reportsIn } from '../reports.ts';
import { type Draft, draft, type Rule, type Scene, type Taken } from '../scene.ts';
import type { Sentence } from '../sentences.ts';
import { personIn } from '../speaker.ts';
import { isPointOfTitle, subjectBefore } from '../subject.ts';
import type { Token } from '../tokens.ts';
import { bodyStart } from '../venues.ts';
import { addressed, addresseeOf, cueOf, isSaying } from './parts.ts';

/*
 * Reported speech: X said that …; …, X said; according to X.
 */

function reports(scene: Scene, index: number, taken: Taken, make: (sentence: Sentence, report: Report) => Made | null) {
  const sentence = scene.sentences[index] as Sentence;
  const found: Draft[] = [];
  for (const report of reportsIn(scene, sentence)) {
    const verb = (sentence.tokens[report.at] as Token).start;
    const inFound = found.some(({ claim }) => claim.some(({ start, end }) => start <= verb && verb < end));
    if (!report.subject || inFound || !taken.isFree(verb)) continue;
    const made = make(sentence, report);
    if (!made) continue;
    found.push(
      draft(index, {
        ...addresseeOf(scene, sentence, report),
        ...made,
        subject: report.subject,
        cue: cueOf(sentence, report),
        verb,
      }),
    );
  }
  return found;
}

type Made = Pick<Draft, 'rule' | 'claim' | 'reporting'> & Partial<Pick<Draft, 'addressee'>>;

/** Hale said that …, Hale told reporters that …, Solène said guarantees were being weighed. */
export const saidThat: Rule = {
  id: 'said-that',
  find: (scene, index, taken) =>
    reports(scene, index, taken, (sentence, report) => {
      if (!isSaying(report) || report.inverted) return null;
      const tells = report.groups.has('tell');
      const behind = readBehind(sentence, report.to, tells, report.groups.has('say') || tells, scene.lexicon);
      if (behind.what !== 'clause') return null;
      const claim = clauseWords(scene, sentence, behind.at, report.relative);
      return claim && { rule: 'said-that', claim: [claim], reporting: 'paraphrased' };
    }),
};

/** The truce is over, Hale said on Sunday. */
export const saidAfter: Rule = {
  id: 'said-after',
  find: (scene, index, taken) =>
    reports(scene, index, taken, (sentence, report) => {
      if (!isSaying(report) || !report.subject) return null;
      const edge = report.inverted ? report.at : report.subject.from;
      if (sentence.tokens[edge - 1]?.text !== ',' || inMidst(sentence, report)) return null;
      const from = bodyStart(scene, sentence);
      const lowers = sentence.lowers.slice(from, edge);
      const words = wordsBefore(sentence, from, edge, 3);
      const isAside = scene.lexicon.prepositions.at(sentence.lowers, from) > 0 && !hasFinite(lowers, scene.lexicon);
      if (!words || isAside || taken.covers(words)) return null;
      return { rule: 'said-after', claim: [words], reporting: 'paraphrased' };
    }),
};

/** Such a meeting, he said, needs months of work. */
export const saidInside: Rule = {
  id: 'said-inside',
  find: (scene, index, taken) =>
    reports(scene, index, taken, (sentence, report) => {
      if (!isSaying(report) || !report.subject || !inMidst(sentence, report)) return null;
      const edge = report.inverted ? report.at : report.subject.from;
      const from = bodyStart(scene, sentence);
      const before = wordsBefore(sentence, from, edge, 1);
      const end = report.inverted ? report.subject.to : report.to;
      const behind = clauseWords(scene, sentence, end + 1);
      if (sentence.tokens[edge - 1]?.text !== ',' || !before || !behind) return null;
      return { rule: 'said-inside', claim: [before, behind], reporting: 'paraphrased' };
    }),
};

/** Whether a comma and more words follow right behind the report. */
function inMidst({ tokens }: Sentence, report: Report): boolean {
  const end = report.inverted && report.subject ? report.subject.to : report.to;
  return tokens[end]?.text === ',' && tokens.length - end > 3;
}

/** According to X, …; …, according to X. */
export const accordingTo: Rule = {
  id: 'according-to',
  find(scene, index, taken) {
    const { lexicon, people } = scene;
    const sentence = scene.sentences[index] as Sentence;
    const { tokens, lowers } = sentence;
    for (let at = 0; at < tokens.length; at++) {
      const length = lexicon.accordingTo.at(lowers, at);
      if (length === 0) continue;
      let to = at + length;
      while (to < tokens.length && (tokens[to]?.type === 'word' || isPointOfTitle(sentence, to, lexicon))) to++;
      const relative = lowers.findIndex((_, i) => i >= at + length && i < to && lexicon.relatives.at(lowers, i) > 0);
      const part = { from: at + length, to: relative > 0 ? relative : to };
      const body = bodyStart(scene, sentence);
      const claim =
        at <= body
          ? tokens[to]?.text === ','
            ? clauseWords(scene, sentence, to + 1)
            : null
          : (wordsBefore(sentence, body, at, 3) ?? quotationAfter(sentence, to));
      const who = personIn(sentence, part, people, lexicon) ?? part;
      const [first, last] = [tokens[who.from], tokens[who.to - 1]];
      const cueEnd = tokens[at + length - 1];
      if (!claim || !first || !last || !cueEnd || who.to <= who.from || taken.covers(claim)) continue;
      const cue: Fragment = { start: (tokens[at] as Token).start, end: cueEnd.end };
      const speaker = { start: first.start, end: last.end };
      return [
        draft(index, {
          rule: 'according-to',
          claim: [claim],
          speaker,
          speakerRule: 'subject',
          cue: [cue],
          verb: cue.start,
          reporting: 'reported',
        }),
      ];
    }
    return [];
  },
};

/** It was, in the words of Hale, “a bad week”. */
function quotationAfter({ tokens }: Sentence, at: number): Fragment | null {
  const next = tokens[at]?.text === ',' ? tokens[at + 1] : undefined;
  return next?.type === 'quotation' ? { start: next.start, end: next.end } : null;
}

/** Hale was quoted as saying that …, or “…”. */
export const quotedAs: Rule = {
  id: 'quoted-as',
  find(scene, index, taken) {
    const { lexicon, people } = scene;
    const sentence = scene.sentences[index] as Sentence;
    const { tokens, lowers } = sentence;
    for (let at = 0; at < tokens.length; at++) {
      const length = lexicon.quotedAs.at(lowers, at);
      const start = tokens[at]?.start ?? 0;
      if (length === 0 || !taken.isFree(start)) continue;
      const subject = subjectBefore(sentence, at, people, lexicon);
      const behind = readBehind(sentence, at + length, false, true, lexicon);
      const quotation = behind.what === 'quotation' ? (tokens[behind.at] as Token) : null;
      const words = behind.what === 'clause' ? clauseWords(scene, sentence, behind.at) : quotation;
      const cueEnd = tokens[at + length - 1];
      if (!subject || !words || !cueEnd) continue;
      const claim = [{ start: words.start, end: words.end }];
      const cue = [{ start, end: cueEnd.end }];
      const reporting = quotation ? 'quoted' : 'reported';
      return [draft(index, { rule: 'quoted-as', claim, subject, cue, verb: start, reporting })];
    }
    return [];
  },
};

/** Hale called it “theatre”: the quoted words alone. */
export const called: Rule = {
  id: 'called',
  find: (scene, index, taken) =>
    reports(scene, index, taken, (sentence, report) => {
      if (!report.groups.has('call')) return null;
      const at = sentence.tokens.findIndex((token, i) => i >= report.to && token.type === 'quotation');
      if (at < 0 || at - report.to > 26) return null;
      // “a film called “The Long Winter””; not “a move that the operator called “reckless””.
      const isName = at === report.to && !that(scene, sentence, report.at);
      if (isName) return null;
      const { start, end } = sentence.tokens[at] as Token;
      return { rule: 'called', claim: [{ start, end }], reporting: 'quoted' };
    }),
};

/** Whether one of the few words before a verb is `that`. */
function that({ lexicon }: Scene, { lowers }: Sentence, verb: number): boolean {
  return lowers
    .slice(Math.max(0, verb - 6), verb)
    .some((_, i) => lexicon.that.at(lowers, Math.max(0, verb - 6) + i) > 0);
}

/** Stern urged lawmakers to back the treaty. */
export const urged: Rule = {
  id: 'demanded',
  find: (scene, index, taken) =>
    reports(scene, index, taken, (sentence, report) => {
      if (!report.groups.has('urge')) return null;
      const { lexicon } = scene;
      const { lowers, tokens } = sentence;
      const told = toldAt(sentence, report.to, lexicon);
      let at = pastTimes(sentence, told.to, lexicon);
      const from = at;
      // “not to”
      while (lexicon.between.has(lowers[at] ?? '')) at++;
      if (told.to === told.from || lexicon.infinitive.at(lowers, at) === 0 || tokens.length - at < 2) return null;
      const claim = clauseWords(scene, sentence, from);
      const addressee = addressed(scene, sentence, told);
      return claim && { rule: 'demanded', claim: [claim], addressee, reporting: 'paraphrased' };
    }),
};

/** Kast demanded a vote; Hale promised to stop. */
export const demanded: Rule = {
  id: 'demanded',
  find: (scene, index, taken) =>
    reports(scene, index, taken, (sentence, report) => {
      const { lexicon } = scene;
      const { lowers, tokens } = sentence;
      const from = pastTimes(sentence, report.to, lexicon);
      const promises = report.groups.has('vow') && lexicon.infinitive.at(lowers, from) > 0;
      const demands =
        report.groups.has('demand') && tokens[report.to]?.type === 'word' && lexicon.that.at(lowers, report.to) === 0;
      if ((!promises && !demands) || tokens.length - report.to < 3) return null;
      const claim = clauseWords(scene, sentence, promises ? from : report.to);
      return claim && { rule: 'demanded', claim: [claim], reporting: 'paraphrased' };
    }),
};

/** Hale: draft has lain with Lund for a month. */
export const headline: Rule = {
  id: 'headline',
  find(scene, index) {
    const sentence = scene.sentences[index] as Sentence;
    if (!sentence.headline) return [];
    const { tokens } = sentence;
    const colon = tokens.findIndex((token) => token.text === ':');
    const names = tokens.slice(0, colon);
    const { lexicon } = scene;
    const isName =
      colon > 0 &&
      colon <= 4 &&
      names.every((token) => /^\p{Lu}/u.test(token.text)) &&
      !names.some(({ lower }) => lexicon.notSpeakers.has(lower) || lexicon.labels.has(lower)) &&
      lexicon.boundaries.at(sentence.lowers, colon + 1) === 0;
    if (!isName || tokens.length - colon < 3) return [];
    const claim = clauseWords(scene, sentence, colon + 1);
    const speaker = { start: (tokens[0] as Token).start, end: (tokens[colon - 1] as Token).end };
    if (!claim) return [];
    const reporting = tokens[colon + 1]?.type === 'quotation' ? 'quoted' : 'paraphrased';
    return [draft(index, { rule: 'headline', claim: [claim], speaker, speakerRule: 'subject', reporting })];
  },
};
