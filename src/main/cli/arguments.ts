import { parseArgs } from 'node:util';
import { type Command, type OptionSpec, UsageError } from './command.ts';
import { nearest } from './nearest.ts';

/** Options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'json', value: null, help: 'Print the result as JSON, and an error as {"code","message","hint"}.' },
  { name: 'help', value: null, help: 'Show this help.' },
];

/** A command line taken apart; no command where only help or the version is asked for. */
export interface ParsedArguments {
  readonly command: Command | null;
  readonly help: boolean;
  readonly version: boolean;
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Whether `--json` stands anywhere, known before anything else so that even a usage error can be told in JSON. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? undefined : end).includes('--json');
}

/** A command line → what it asks for. Throws `UsageError`. */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): ParsedArguments {
  const at = argv.findIndex((word) => !word.startsWith('-'));
  const command = at < 0 ? null : findCommand(argv[at] as string, commands);
  const specs = [...(command?.options ?? []), ...COMMON_OPTIONS];
  const { tokens } = parseArgs({
    args: at < 0 ? [...argv] : argv.filter((_, index) => index !== at),
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(specs.map((spec) => [spec.name, { type: spec.value === null ? 'boolean' : 'string' }])),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });

  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'version' && !command) {
      flags.add('version');
      continue;
    }
    const spec = specs.find((candidate) => candidate.name === token.name);
    if (!spec) throw unknownOption(token.rawName, specs, command);
    if (spec.value === null) {
      if (token.value !== undefined) throw usage(`--${spec.name} takes no value.`, command);
      flags.add(spec.name);
      if (command?.options.includes(spec)) values.set(spec.name, ['']);
    } else {
      if (token.value === undefined) throw usage(`--${spec.name} needs ${article(spec.value)}.`, command);
      const given = values.get(spec.name) ?? [];
      if (given.length > 0 && !spec.many) throw usage(`--${spec.name} can be given once only.`, command);
      values.set(spec.name, [...given, token.value]);
    }
  }

  const help = flags.has('help');
  if (command && !help) checkComplete(command, positionals, values);
  return { command, help, version: flags.has('version'), positionals, values };
}

/** `parley import FILE PATH… [options]`. */
export function usageLine(command: Command): string {
  const words = command.arguments.map((one) => (one.many ? `${one.name}…` : one.name));
  const needed = command.options.filter((one) => one.required).map((one) => `--${one.name} ${one.value}`);
  const more = command.options.some((one) => !one.required) ? ['[options]'] : [];
  return ['parley', command.name, ...words, ...needed, ...more].join(' ');
}

function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const names = commands.map((command) => command.name);
  const near = nearest(name, names);
  const hint = near ? `Did you mean “${near}”?` : `It knows ${names.join(', ')}.`;
  throw new UsageError(`Parley knows no command “${name}”.`, hint);
}

function checkComplete(command: Command, given: readonly string[], values: ReadonlyMap<string, unknown>): void {
  const missing = command.arguments[given.length];
  if (missing) throw usage(`“parley ${command.name}” needs ${missing.name}.`, command);
  const extra = command.arguments.at(-1)?.many ? undefined : given[command.arguments.length];
  if (extra !== undefined) throw usage(`“parley ${command.name}” can’t use “${extra}”.`, command);
  for (const option of command.options) {
    if (option.required && !values.has(option.name)) {
      throw usage(`“parley ${command.name}” needs --${option.name}.`, command);
    }
  }
}

function unknownOption(typed: string, specs: readonly OptionSpec[], command: Command | null): UsageError {
  const near = nearest(
    typed.replace(/^-+/, ''),
    specs.map((spec) => spec.name),
  );
  const where = command ? `“parley ${command.name}”` : 'Parley';
  if (near) return new UsageError(`${where} has no option ${typed}.`, `Did you mean --${near}?`);
  return usage(`${where} has no option ${typed}.`, command);
}

function usage(message: string, command: Command | null): UsageError {
  return new UsageError(message, command ? `Usage: ${usageLine(command)}` : 'See “parley --help”.');
}

function article(value: string): string {
  return /^[AEIOU]/.test(value) ? `an ${value}` : `a ${value}`;
}
