import type { Command } from '../command.ts';

export const newCommand: Command = {
  name: 'new',
  summary: 'Make a new, empty project file.',
  details: ['A file that is there already is never overwritten.'],
  examples: ['parley new talks.parley'],
  arguments: [{ name: 'FILE' }],
  options: [],
  async run(call) {
    const [file = ''] = call.positionals;
    const project = call.core().context.session.create(call.path(file));
    return { json: { file: project.path }, lines: [`Made ${file}.`] };
  },
};
