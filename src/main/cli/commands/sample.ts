import { makeSample } from '../../handlers/project.ts';
import type { Command } from '../command.ts';
import { counted } from '../../../shared/text/counted.ts';

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'Make a fresh copy of the sample project: eight short articles, partly coded, with a codebook and entities.',
  details: ['A file that is there already is never overwritten.'],
  examples: ['parley sample sample.parley'],
  arguments: [{ name: 'FILE' }],
  options: [],
  async run(call) {
    const [file = ''] = call.positionals;
    const project = makeSample(call.core().context, call.path(file));
    const { articles, annotations, claims } = project.info();
    const held = [counted(articles, 'article'), counted(annotations, 'annotation'), counted(claims, 'claim')].join(
      ', ',
    );
    return { json: { file: project.path, articles, annotations, claims }, lines: [`Made ${file}: ${held}.`] };
  },
};
