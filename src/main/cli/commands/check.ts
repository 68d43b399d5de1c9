import { checkAside } from '../../exchange/tasks.ts';
import { repairIndex } from '../../handlers/project.ts';
import type { Command } from '../command.ts';
import { JOB } from '../job.ts';
import { counted } from '../../../shared/text/counted.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Check a project: the file itself, every text, every anchor, every reference.',
  details: [
    'Changes nothing; only a project of an older Parley is brought up to date first, as whenever it is opened, with a copy',
    'of how it was beside it. Exit code 1 when something is wrong.',
    'What only helps to find (by words, codes, names) can be made anew from what is coded: --repair-index does that, then checks.',
  ],
  examples: ['parley check talks.parley', 'parley check talks.parley --repair-index'],
  arguments: [{ name: 'FILE' }],
  options: [
    { name: 'repair-index', value: null, help: 'Make anew what only helps to find. What is coded isn’t touched.' },
  ],
  async run(call) {
    const [file = ''] = call.positionals;
    const { context } = call.core();
    const project = context.session.open(call.path(file));
    const repaired = call.one('repair-index') !== null;
    if (repaired) repairIndex(project);
    const report = await context.jobs.run(JOB, (job) => checkAside(project, job));
    const told = repaired ? ['What helps to find was made anew.'] : [];
    const { articles, annotations, links, problems } = report;
    const held = [counted(articles, 'article'), counted(annotations, 'annotation'), counted(links, 'link')].join(', ');
    if (report.ok) return { json: report, lines: [...told, `Nothing is wrong with ${file}: ${held}.`] };
    return {
      json: report,
      lines: [...told, `${file}: ${held}.`, ...problems.map((problem) => `  ${problem.what}: ${problem.message}`)],
      failure: {
        code: 'project-damaged',
        message: `${counted(problems.length, 'problem')} found in ${file}.`,
        hint: problems.every(({ what }) => what === 'index')
          ? 'Nothing that is coded is affected: “parley check FILE --repair-index” makes the index anew.'
          : 'Keep the file as it is and compare it with a backup copy.',
      },
    };
  },
};
