import type { Core } from '../../../src/main/core.ts';
import type { Input, Method } from '../../../src/shared/api/contract.ts';
import type { Random } from '../random.ts';

/** One kind of question: another one each time. */
export interface Case {
  readonly name: string;
  /** Makes a question; what it gives, when run, asks it. */
  make(random: Random): () => unknown;
  /** The same question asked of SQLite alone, to set the scale. */
  bare?(random: Random): { readonly sql: string; readonly values: readonly unknown[] };
}

/** A call of the core, as a window makes it. */
export function call<M extends Method>(
  core: Core,
  name: string,
  method: M,
  input: (random: Random) => Input<M>,
  more: Pick<Case, 'bare'> = {},
): Case {
  return {
    name,
    make(random) {
      const asked = input(random);
      return () => core.dispatch(method, asked);
    },
    ...more,
  };
}
