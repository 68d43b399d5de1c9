import { useEffect, useState } from 'react';
import type { Input, Method, Output } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { useClient } from '../../store/context.tsx';

type Previewing = Extract<Method, 'entities.mergePreview' | 'entities.splitPreview' | 'entities.removePreview'>;

export interface Previewed<M extends Previewing> {
  readonly preview: Output<M> | null;
  /** Why it can't be done. */
  readonly problem: ErrorInfo | null;
}

/** What an act would do, asked again when it is about something else. @param input null: nothing is asked. */
export function usePreview<M extends Previewing>(method: M, input: Input<M> | null): Previewed<M> {
  const client = useClient();
  const [answer, setAnswer] = useState<{ readonly key: string } & Previewed<M>>({
    key: '',
    preview: null,
    problem: null,
  });
  const key = input === null ? '' : JSON.stringify(input);
  useEffect(() => {
    if (key === '') return;
    let over = false;
    client.call(method, JSON.parse(key) as Input<M>).then(
      (preview) => !over && setAnswer({ key, preview, problem: null }),
      (error: unknown) => !over && setAnswer({ key, preview: null, problem: errorInfo(error) }),
    );
    return () => {
      over = true;
    };
  }, [client, method, key]);
  return answer.key === key ? answer : { preview: null, problem: null };
}
