import { useEffect, useState } from 'react';
import type { Input, Method, Output } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';

export interface Answered<M extends Method> {
  /** Null until it is there. */
  readonly answer: Output<M> | null;
  /** Why it isn't there, or isn't as things are now. */
  readonly error: ErrorInfo | null;
  /** Whether it is the answer to just this question. */
  readonly isNow: boolean;
}

export interface Asking {
  /** Milliseconds in which nothing else may have been asked before this is: while somebody types, the last of it is enough. */
  readonly rest?: number;
  /** Not asked again when the project changes: what an act would do isn't a question any more once it is done. */
  readonly once?: boolean;
  /** The answer to the question before stays in sight until there is another: the next page of the same list. */
  readonly keep?: boolean;
}

const NOTHING = { answer: null, error: null, isNow: false };

/**
 * What a call answers, asked again whenever the project or who codes has changed; the answer before stays until then.
 * @param input null: nothing is asked
 */
export function useAnswer<M extends Method>(method: M, input: Input<M> | null, asking: Asking = {}): Answered<M> {
  const { rest = 0, once = false, keep = false } = asking;
  const client = useClient();
  // The store makes a new project object with each change that a call brought.
  const project = useStore((store) => (once ? null : store.project));
  const coder = useStore((store) => (once ? null : store.app?.coder.id));
  const key = input === null ? null : JSON.stringify(input);
  const [state, setState] = useState<(Omit<Answered<M>, 'isNow'> & { readonly key: string }) | null>(null);
  useEffect(() => {
    if (key === null) return;
    let isWanted = true;
    const ask = (): void => {
      client.call(method, JSON.parse(key) as Input<M>).then(
        (answer) => isWanted && setState({ key, answer, error: null }),
        (thrown: unknown) =>
          isWanted &&
          setState((before) => ({
            key,
            answer: before?.key === key ? before.answer : null,
            error: errorInfo(thrown),
          })),
      );
    };
    const timer = rest > 0 ? setTimeout(ask, rest) : undefined;
    if (timer === undefined) ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a change of the project is a reason to ask again
  }, [client, method, key, project, coder, rest]);
  const isNow = state?.key === key;
  return state !== null && (isNow || (keep && key !== null)) ? { ...state, isNow } : NOTHING;
}
