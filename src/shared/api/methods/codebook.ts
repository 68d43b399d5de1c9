import type { z } from 'zod';
import type { Code } from '../../model/code.ts';
import type { Variable } from '../../model/variable.ts';
import type { codebookInputs as inputs } from '../inputs/codebook.ts';

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

/**
 * The codebook: what claims are coded with, and what is recorded of each kind. It is shared by all coders, so an act on it
 * may change what others coded; its answer says so, and one undo takes all of it back.
 */
export interface CodebookApi {
  /** The whole codebook, with how often each code and variable is used. */
  'codebook.get'(input: z.infer<(typeof inputs)['codebook.get']>): Codebook;
}
