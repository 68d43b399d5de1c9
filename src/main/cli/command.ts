import type { ErrorInfo } from '../../shared/api/errors.ts';
import type { Core } from '../core.ts';

export type { Core };

/** An option of a command. */
export interface OptionSpec {
  /** Without the dashes. */
  readonly name: string;
  /** Name of its value in the help, or null for one that is only there or not. */
  readonly value: string | null;
  /** Whether it may be given more than once. */
  readonly many?: boolean;
  readonly required?: boolean;
  readonly help: string;
}

/** What a command takes without an option's name. */
export interface ArgumentSpec {
  readonly name: string;
  /** Whether it takes all that is left, at least one. */
  readonly many?: boolean;
}

/** A command: what its help says, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Said below the usage: what there is to know. */
  readonly details: readonly string[];
  readonly examples: readonly string[];
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  run(call: Call): Promise<Outcome>;
}

/** A command line as a command gets it. */
export interface Call {
  /** The arguments, in order, as typed. */
  readonly positionals: readonly string[];
  /** Values of an option, in order; empty when it wasn't given. */
  all(option: string): readonly string[];
  /** Its last value, or null; '' for one without values that was given. */
  one(option: string): string | null;
  /** Absolute path, from the folder in which the analyst is. */
  path(typed: string): string;
  /** The core, made when first asked for. */
  core(): Core;
}

/** What a command did. */
export interface Outcome {
  /** For `--json`. */
  readonly json: unknown;
  /** For people, a line each. */
  readonly lines: readonly string[];
  /** What went wrong although something was done; the exit code is then 1. */
  readonly failure?: ErrorInfo;
  /** The failure for people, a line each, where one isn't enough. */
  readonly failureLines?: readonly string[];
}

/** The command line itself can't be understood: exit code 2. */
export class UsageError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
