import { useCallback } from 'react';
import type { Applied, Input, Method, Output } from '../../../shared/api/contract.ts';
import { useCommands } from '../../commands/context.tsx';

type Acting = { [M in Method]: Output<M> extends Applied | { readonly applied: Applied } ? M : never }[Method];

/** Does an act on the codebook and takes over what it changed. Null when it failed: a notice then says why. */
export type Act = <M extends Acting>(method: M, input: Input<M>, say?: string) => Promise<Output<M> | null>;

/** Acts on the codebook, one after another. Asks who codes first, when nobody has said so: the log names them. */
export function useAct(): Act {
  const context = useCommands();
  return useCallback(
    async (method, input, say) => {
      const { app, openDialog } = context.store.getState();
      if (app?.coder.name === '') {
        openDialog('coder');
        return null;
      }
      return context.turn(async () => {
        const { run, applied } = context.store.getState();
        const answer = await run(method, input);
        if (!answer) return null;
        const given = answer as Applied | { readonly applied: Applied };
        await applied('applied' in given ? given.applied : given, say === undefined ? {} : { say });
        return answer;
      });
    },
    [context],
  );
}
