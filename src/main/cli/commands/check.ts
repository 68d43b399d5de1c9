import { checkProject } from '../../db/check.ts';
import type { Command } from '../command.ts';
import { counted } from '../../../shared/text/counted.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Check a project: the file itself, every text, every anchor, every reference.',
  details: ['Changes nothing. Exit code 1 when something is wrong.'],
  examples: ['parley check talks.parley'],
  arguments: [{ name: 'FILE' }],
  options: [],
  async run(call) {
    const [file = ''] = call.positionals;
    const report = checkProject(call.core().context.session.open(call.path(file)).db);
    const { articles, annotations, links, problems } = report;
    const held = [counted(articles, 'article'), counted(annotations, 'annotation'), counted(links, 'link')].join(', ');
    if (report.ok) return { json: report, lines: [`Nothing is wrong with ${file}: ${held}.`] };
    return {
      json: report,
      lines: [`${file}: ${held}.`, ...problems.map((problem) => `  ${problem.what}: ${problem.message}`)],
      failure: {
        code: 'project-damaged',
        message: `${counted(problems.length, 'problem')} found in ${file}.`,
        hint: 'Keep the file as it is and compare it with a backup copy.',
      },
    };
  },
};
