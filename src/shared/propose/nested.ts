import { clauseWords, readBehind } from './clause.ts';
import { type Report, reportsIn } from './reports.ts';
import { addresseeOf, cueOf, isSaying } from './rules/parts.ts';
import { type Draft, draft, type Scene } from './scene.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A claim within a claim, and who passes it on. */
export interface NestedDraft {
  readonly draft: Draft;
  readonly outer: Draft;
}

/**
 * “A diplomat said that Land had told him that Oster would not stand in the way”: what Land said, passed on by the diplomat. Not
 * proposed by themselves, for their words lie in a claim that is; but whoever tags those words is offered the right speaker.
 */
export function findNested(scene: Scene, drafts: readonly Draft[]): NestedDraft[] {
  return drafts.flatMap((outer) => {
    const sentence = scene.sentences[outer.sentence];
    if (!sentence || outer.rule !== 'said-that') return [];
    return reportsIn(scene, sentence).flatMap((report) => {
      const inner = isInside(sentence, report, outer) ? nestedAt(scene, sentence, report, outer) : null;
      return inner ? [{ draft: inner, outer }] : [];
    });
  });
}

function isInside({ tokens }: Sentence, report: Report, { claim }: Draft): boolean {
  const verb = tokens[report.at];
  const from = report.subject?.span;
  if (!verb || !from || report.subject?.isShared || !isSaying(report)) return false;
  return claim.some(({ start, end }) => start <= from.start && start < verb.start && verb.end < end);
}

function nestedAt(scene: Scene, sentence: Sentence, report: Report, outer: Draft): Draft | null {
  const tells = report.groups.has('tell');
  const behind = readBehind(sentence, report.to, tells, tells || report.groups.has('say'), scene.lexicon);
  const quotation = behind.what === 'quotation' ? sentence.tokens[behind.at] : null;
  const clause = behind.what === 'clause' ? clauseWords(scene, sentence, behind.at) : null;
  const words = quotation ?? clause;
  if (!words || !outer.claim.some(({ start, end }) => start <= words.start && words.end <= end)) return null;
  return draft(outer.sentence, {
    ...addresseeOf(scene, sentence, report),
    rule: quotation ? 'quotation-behind' : 'said-that',
    claim: [{ start: words.start, end: words.end }],
    subject: report.subject,
    cue: cueOf(sentence, report),
    verb: (sentence.tokens[report.at] as Token).start,
    reporting: quotation ? 'quoted' : 'reported',
  });
}
