import { formats } from '../../../shared/formats/registry.ts';
import type { Command } from '../command.ts';
import { table } from '../help.ts';
import type { FormatInfo } from '../../../shared/model/exchange.ts';

export const formatsCommand: Command = {
  name: 'formats',
  summary: 'List the formats that Parley reads and writes, with their options.',
  details: [],
  examples: ['parley formats', 'parley formats --json'],
  arguments: [],
  options: [],
  async run() {
    const infos = formats.map((format) => format.info);
    return { json: { formats: infos }, lines: infos.flatMap(describe) };
  },
};

function describe(info: FormatInfo): string[] {
  const does = [info.reads ? 'read' : '', info.writes ? 'written' : ''].filter(Boolean).join(' and ');
  const options = info.options.map((option) => [
    `  --option ${option.id}=${option.choices.map((choice) => choice.value).join('|')}`,
    `${option.help} (${option.when === 'both' ? 'read and write' : option.when}, ${option.initial} unless told)`,
  ]);
  return [`${info.id}: ${info.name}, ${does}`, `  ${info.description}`, ...table(options)];
}
