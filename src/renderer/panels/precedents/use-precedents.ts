import { useEffect, useState } from 'react';
import type { Precedents } from '../../../shared/api/methods/precedents.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';

/** How long an annotation has to stay selected and as it is, in milliseconds, before the core is asked. */
const REST = 250;

/** How the words of an annotation were coded before; null while that isn't known. */
export function usePrecedents(annotationId: string | null): Precedents | null {
  const client = useClient();
  // Every act, undo and redo gives another one.
  const history = useStore((store) => store.project?.history);
  const [answer, setAnswer] = useState<{ readonly id: string; readonly found: Precedents } | null>(null);
  useEffect(() => {
    if (annotationId === null) return;
    let here = true;
    const timer = setTimeout(() => {
      client.call('annotations.precedents', { annotationId }).then(
        (found) => here && setAnswer({ id: annotationId, found }),
        // It was just removed, or is only drawn yet: there is nothing to tell.
        () => here && setAnswer(null),
      );
    }, REST);
    return () => {
      here = false;
      clearTimeout(timer);
    };
    // What has changed tells when to ask, not what is asked.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, annotationId, history]);
  return answer?.id === annotationId ? answer.found : null;
}
