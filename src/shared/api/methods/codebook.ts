import type { z } from 'zod';
import type { Code } from '../../model/code.ts';
import type { Loss } from '../../model/exchange.ts';
import type { Variable } from '../../model/variable.ts';
import type { Applied } from '../applied.ts';
import type { codebookInputs as inputs } from '../inputs/codebook.ts';

type In<M extends keyof typeof inputs> = z.infer<(typeof inputs)[M]>;

/** The codebook as it stands. */
export interface Codebook {
  /** Every code, retired ones too. `codeTree` makes them a hierarchy. */
  readonly codes: readonly Code[];
  /** Every variable, retired ones too, by kind and position. */
  readonly variables: readonly Variable[];
  /** How often each is used, over all coders, by id: claims with a code, annotations with a value. Unused ones aren't there. */
  readonly uses: {
    readonly codes: Readonly<Record<string, number>>;
    readonly variables: Readonly<Record<string, number>>;
  };
}

/** What an act on the codebook would change, or has changed. */
export interface CodebookEffect {
  readonly codes: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly variables: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Annotations whose codes or values change. */
  readonly annotations: number;
  /** How many of them belong to other coders than the current one, and how many those coders are. */
  readonly others: number;
  readonly otherCoders: number;
  /** How many of them lose a code or value for good: what `losing` has to say when the act is asked for. */
  readonly losing: number;
  /** What the act does to codes and variables, a line each, at most 50. */
  readonly lines: readonly string[];
  /** Some of the values that can't be kept, with how often; only of a variable that changes. */
  readonly lost: readonly { readonly value: string; readonly count: number }[];
}

/** A claim that a code is on, or that is an example of it. */
export interface CodedClaim {
  readonly annotationId: string;
  readonly articleId: string;
  /** The claim's words, on one line, of a long one the beginning. */
  readonly words: string;
  readonly article: string;
  readonly outlet: string;
  /** `YYYY-MM-DD`, or ''. */
  readonly date: string;
  readonly coder: string;
}

/** One act in the codebook's log. */
export interface CodebookAct {
  /** Place in the history, newest first: give the last one's as `before` to read on. */
  readonly seq: number;
  readonly coder: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** do: done; undo: taken back; redo: done again. */
  readonly kind: 'do' | 'undo' | 'redo';
  /** `merge the code “Truce” into “Ceasefire” (12 claims, 3 by another coder)`. */
  readonly label: string;
  /** Whether it is taken back now. */
  readonly undone: boolean;
  /** Old → new, a line each, at most 20; empty for what was taken back or done again. */
  readonly lines: readonly string[];
  /** How many lines were left out. */
  readonly more: number;
  /** How many annotations it changed. */
  readonly annotations: number;
}

/** What reading a codebook's file would bring: codes are told apart by path, variables by kind and name, ignoring case. */
export interface CodebookReading {
  /** `REFI-QDA codebook`, with the program that wrote it where the file says. */
  readonly what: string;
  /** Paths and names that are new. */
  readonly added: readonly string[];
  /** What is there already and differs: what the file has. Taken over with `take`, left alone with `keep`. */
  readonly differing: readonly { readonly name: string; readonly what: string }[];
  /** How many are there already, the same. */
  readonly same: number;
  /** What the file holds and Parley doesn't keep. */
  readonly losses: readonly Loss[];
  readonly effect: CodebookEffect;
}

/**
 * The codebook: what claims are coded with, and what is recorded of each kind. It is shared by all coders, so an act on it
 * may change what others coded; its answer says so, and one undo takes all of it back. What can't be done fails with
 * `bad-input`; a code or variable that is gone with `not-found`. An act that would lose more or less than `losing` says
 * fails with `conflict`.
 */
export interface CodebookApi {
  /** The whole codebook, with how often each code and variable is used. */
  'codebook.get'(input: In<'codebook.get'>): Codebook;

  /** What was done to the codebook, newest first: acts before the one of that `seq`. */
  'codebook.log'(input: In<'codebook.log'>): { readonly acts: readonly CodebookAct[]; readonly more: boolean };

  /** What an act would change and lose. Changes nothing. Errors: as the act's. */
  'codebook.preview'(input: In<'codebook.preview'>): CodebookEffect;

  /** Adds two variables of claims that most studies need, stance and form, where there are none of these names. */
  'codebook.starter'(input: In<'codebook.starter'>): Applied;

  /** What reading a codebook's file (.qdc, .csv, .json) would bring. Keeps nothing. Errors: `bad-format`, `file-gone`. */
  'codebook.inspect'(input: In<'codebook.inspect'>): CodebookReading;

  /** Reads a codebook's file into the project, all in one undo, all or nothing. Errors: `bad-format`, `file-gone`. */
  'codebook.read'(input: In<'codebook.read'>): CodebookReading & { readonly applied: Applied };

  /** Writes the codebook into a file; one that is there is replaced when `replace` says so. Errors: `already-exists`, `bad-input` for no codes in a .qdc, `read-only`, `disk-full`. */
  'codebook.write'(input: In<'codebook.write'>): {
    /** Where it lies, for reading only. */
    readonly location: string;
    readonly codes: number;
    readonly variables: number;
    readonly losses: readonly Loss[];
  };

  /** A new code, the last under its parent. Without a colour one is chosen. */
  'codes.add'(input: In<'codes.add'>): { readonly id: string; readonly applied: Applied };

  /** Another name, definition or colour (`#rrggbb`). */
  'codes.update'(input: In<'codes.update'>): Applied;

  /** Codes, with all under them, right under `parentId` (null: to the top), before `beforeId` or behind all. */
  'codes.move'(input: In<'codes.move'>): Applied;

  /** Codes into another, with all that is coded with them, by whomever, and all under them. */
  'codes.merge'(input: In<'codes.merge'>): Applied;

  /** A code into new ones. `given`: annotation id → places in `parts`; claims that aren't named keep the code. */
  'codes.split'(input: In<'codes.split'>): Applied;

  /** Codes and all under them: no longer offered, or offered again. What is coded with them stays. */
  'codes.retire'(input: In<'codes.retire'>): Applied;

  /** A code out of the codebook, with what stands under it or lifting that into its place. Claims lose what goes. */
  'codes.remove'(input: In<'codes.remove'>): Applied;

  /** A claim as an example of a code, or no longer. Errors: `bad-input` for what isn't a claim. */
  'codes.example'(input: In<'codes.example'>): Applied;

  /** A code's examples with their words, in their order; those that were removed are left out. */
  'codes.examples'(input: In<'codes.examples'>): { readonly rows: readonly CodedClaim[] };

  /** The claims of all coders that a code is on, or one under it too, newest first. */
  'codes.claims'(input: In<'codes.claims'>): { readonly total: number; readonly rows: readonly CodedClaim[] };

  /** A new variable, the last of its kind. `options` are a category's choices. */
  'variables.add'(input: In<'variables.add'>): { readonly id: string; readonly applied: Applied };

  /** Other fields. Renamed choices rename what is coded with them; a new type keeps the values that it can. */
  'variables.update'(input: In<'variables.update'>): Applied;

  /** A variable no longer offered, or offered again. Its values stay. */
  'variables.retire'(input: In<'variables.retire'>): Applied;

  /** A variable out of the codebook, with its values. */
  'variables.remove'(input: In<'variables.remove'>): Applied;

  /** The variables of a kind in this order; those not named stand behind. */
  'variables.reorder'(input: In<'variables.reorder'>): Applied;

  /** How often each value of a variable is coded, the most frequent first, at most 200; of long texts the beginnings. */
  'variables.values'(input: In<'variables.values'>): {
    readonly rows: readonly { readonly value: string; readonly count: number }[];
  };
}
