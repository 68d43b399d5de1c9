import { useEffect, useState } from 'react';
import type { Input, Method, Output } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';

/** What a call answers, asked again whenever the project has changed; the answer before stays until then. */
export function useAnswer<M extends Method>(
  method: M,
  input: Input<M>,
): { readonly answer: Output<M> | null; readonly error: ErrorInfo | null } {
  const client = useClient();
  // The store makes a new project object with each change that a call brought.
  const project = useStore((store) => store.project);
  const coder = useStore((store) => store.app?.coder.id);
  const key = JSON.stringify(input);
  const [state, setState] = useState<{ key: string; answer: Output<M> } | null>(null);
  const [error, setError] = useState<ErrorInfo | null>(null);
  useEffect(() => {
    let live = true;
    client.call(method, JSON.parse(key) as Input<M>).then(
      (answer) => {
        if (!live) return;
        setState({ key, answer });
        setError(null);
      },
      (thrown: unknown) => live && setError(errorInfo(thrown)),
    );
    return () => {
      live = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a change of the project is a reason to ask again
  }, [client, method, key, project, coder]);
  return { answer: state?.key === key ? state.answer : null, error };
}
