import { resolve } from 'node:path';
import { type ErrorInfo, errorInfo } from '../../shared/api/errors.ts';
import { parseArguments, wantsJson } from './arguments.ts';
import { type Call, type Command, type Core, type Outcome, UsageError } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { withoutLineEnds } from '../../shared/text/shorten.ts';

/** The world around a command line. */
export interface Terminal {
  /** Absolute path from which relative ones are meant. */
  readonly cwd: string;
  readonly version: string;
  /** Both take whole lines without their end. */
  out(line: string): void;
  err(line: string): void;
  createCore(): Core;
}

/**
 * Runs one command line. Results go to `out`, errors to `err`, one line each; with `--json` both are JSON.
 * @returns the exit code: 0 done, 1 failed or not done in full, 2 not understood.
 */
export async function runCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): Promise<number> {
  const json = wantsJson(argv);
  let core: Core | null = null;
  try {
    const parsed = parseArguments(argv, commands);
    if (parsed.version) {
      terminal.out(json ? JSON.stringify({ version: terminal.version }) : terminal.version);
      return 0;
    }
    if (!parsed.command || parsed.help) {
      const asked = parsed.help || argv.length === 0;
      if (!asked) throw new UsageError('Parley needs a command.', 'See “parley --help”.');
      for (const line of parsed.command ? commandHelp(parsed.command) : generalHelp(commands)) terminal.out(line);
      return 0;
    }
    const call: Call = {
      positionals: parsed.positionals,
      all: (option) => parsed.values.get(option) ?? [],
      one: (option) => parsed.values.get(option)?.at(-1) ?? null,
      path: (typed) => resolve(terminal.cwd, typed),
      core: () => (core ??= terminal.createCore()),
    };
    return report(await parsed.command.run(call), json, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      tell({ code: 'bad-input', message: error.message, hint: error.hint }, json, terminal);
      return 2;
    }
    tell(errorInfo(error), json, terminal);
    return 1;
  } finally {
    (core as Core | null)?.close();
  }
}

function report(outcome: Outcome, json: boolean, terminal: Terminal): number {
  if (json) terminal.out(JSON.stringify(outcome.json));
  else for (const line of outcome.lines) terminal.out(line);
  if (!outcome.failure) return 0;
  if (!json && outcome.failureLines) for (const line of outcome.failureLines) terminal.err(line);
  else tell(outcome.failure, json, terminal);
  return 1;
}

function tell({ code, message, hint }: ErrorInfo, json: boolean, terminal: Terminal): void {
  terminal.err(json ? JSON.stringify({ code, message, hint }) : withoutLineEnds(`parley: ${message} ${hint}`));
}
