import { COMMON_OPTIONS, usageLine } from './arguments.ts';
import type { Command, OptionSpec } from './command.ts';

/** What `parley --help` prints. */
export function generalHelp(commands: readonly Command[]): string[] {
  return [
    'parley: code news by hand; this is the command line to its projects.',
    '',
    'Usage: parley COMMAND …',
    '',
    ...table(commands.map((command) => [command.name, command.summary])),
    '',
    ...table([
      ['--json', 'Print the result as JSON on stdout; an error as {"code","message","hint"} on stderr.'],
      ['--help', 'Show this help; after a command, the help of that command.'],
      ['--version', 'Show the version.'],
    ]),
    '',
    'Exit codes: 0 done; 1 failed, or not everything could be done; 2 the command line can’t be understood.',
  ];
}

/** What `parley COMMAND --help` prints. */
export function commandHelp(command: Command): string[] {
  return [
    command.summary,
    '',
    `Usage: ${usageLine(command)}`,
    ...paragraph(command.details),
    '',
    ...table([...command.options, ...COMMON_OPTIONS].map((option) => [optionUsage(option), option.help])),
    ...paragraph(command.examples.map((example) => `  ${example}`)),
  ];
}

/** Rows as columns: two spaces before, two between, the last one free. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}

function optionUsage(option: OptionSpec): string {
  const value = option.value === null ? '' : ` ${option.value}`;
  return `--${option.name}${value}${option.many ? ' …' : ''}`;
}

function paragraph(lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', ...lines] : [];
}
