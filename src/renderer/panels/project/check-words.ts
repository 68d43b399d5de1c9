import type { CheckReport } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';

type Problem = CheckReport['problems'][number];

/** What each kind of problem means, and what to do about it. */
const MEANING: Readonly<Record<Problem['what'], { readonly title: string; readonly hint: string }>> = {
  integrity: {
    title: 'The file is damaged',
    hint: 'Make a copy of the file now, and go on from your latest backup. The copy may still give up what the backup lacks.',
  },
  text: {
    title: 'Article texts that changed',
    hint: 'The text isn’t the one that was imported, so positions in it can’t be trusted. Go on from a backup.',
  },
  anchor: {
    title: 'Annotations that don’t fit their words',
    hint: 'Open the article and look whether the annotation still marks what was meant.',
  },
  coding: {
    title: 'Codes and values that can’t be right',
    hint: 'Open the article and code the annotation anew; the codebook shows what there is.',
  },
  orphan: {
    title: 'Parts that belong to nothing',
    hint: 'They are in no table of the dataset. Nothing that is shown is affected.',
  },
  index: {
    title: 'Parts that can’t be found',
    hint: 'Nothing that is coded is affected, but a search, a filter or a queue may miss them. “Make the index anew” puts it right.',
  },
  history: {
    title: 'History that can’t be read',
    hint: 'What is coded is whole; some steps can’t be undone.',
  },
};

export interface ProblemGroup {
  readonly what: Problem['what'];
  readonly title: string;
  readonly hint: string;
  readonly messages: readonly string[];
}

/** The report's problems by kind, the gravest first. */
export function problemGroups(report: CheckReport): readonly ProblemGroup[] {
  const order = Object.keys(MEANING) as Problem['what'][];
  return order
    .map((what) => ({
      what,
      ...MEANING[what],
      messages: report.problems.filter((problem) => problem.what === what).map((problem) => problem.message),
    }))
    .filter((group) => group.messages.length > 0);
}

/** What was looked at, in one sentence. */
export function checkedWords(report: CheckReport): string {
  const parts = [
    counted(report.articles, 'article'),
    counted(report.annotations, 'annotation'),
    counted(report.links, 'link'),
  ];
  return `Checked the file, the text of ${parts[0]}, the words of ${parts[1]} and ${parts[2]}.`;
}
