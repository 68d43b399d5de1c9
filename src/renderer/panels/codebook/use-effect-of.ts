import { useEffect, useState } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { CodebookEffect } from '../../../shared/api/methods/codebook.ts';
import { useClient } from '../../store/context.tsx';

export interface Previewed {
  readonly effect: CodebookEffect | null;
  readonly problem: ErrorInfo | null;
}

/** Milliseconds without another question before one is asked. */
const REST = 100;

const NOTHING: Previewed = { effect: null, problem: null };

/** What an act would do, asked again whenever it is another one; null: nothing is asked for. */
export function useEffectOf(act: Input<'codebook.preview'> | null): Previewed {
  const client = useClient();
  const asked = act && JSON.stringify(act);
  const [answer, setAnswer] = useState<Previewed & { readonly asked: string | null }>({ ...NOTHING, asked: null });
  useEffect(() => {
    if (asked === null) return;
    let isWanted = true;
    const ask = (): void => {
      client.call('codebook.preview', JSON.parse(asked) as Input<'codebook.preview'>).then(
        (effect) => isWanted && setAnswer({ effect, problem: null, asked }),
        (error: unknown) => isWanted && setAnswer({ effect: null, problem: errorInfo(error), asked }),
      );
    };
    // While somebody types, the last of it is enough.
    const timer = setTimeout(ask, REST);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, asked]);
  return answer.asked === asked ? answer : NOTHING;
}
