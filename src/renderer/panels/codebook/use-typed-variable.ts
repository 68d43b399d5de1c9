import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { Kind } from '../../../shared/model/kind.ts';
import type { Variable } from '../../../shared/model/variable.ts';
import type { VariableTyped } from '../../store/codebook.ts';
import { useStoreApi } from '../../store/context.tsx';

export interface TypedVariable {
  readonly typed: VariableTyped;
  change(fields: Partial<VariableTyped>): void;
  /** Whether it is held for when the form is left: it is there again when the form is. */
  hold(held: boolean): void;
}

/** What stands in the form of a variable: what is kept, or what was changed and left standing before. */
export function useTypedVariable(kind: Kind, variable: Variable | null): TypedVariable {
  const store = useStoreApi();
  const key = variable?.id ?? `new ${kind}`;
  const [begun] = useState(() => begin(variable));
  const [left] = useState(() => store.getState().codebookView.typed.get(key));
  const [typed, setTyped] = useState(left?.base === begun.base ? left : begun);
  const [isHeld, setIsHeld] = useState(left?.base === begun.base);
  const dropped = useEffectEvent(() => {
    const { codebookView, holdVariable, notify } = store.getState();
    // Kept by its button, it isn't there any more.
    if (left?.base === begun.base || !left || codebookView.typed.get(key) !== left) return;
    holdVariable(key, null);
    notify({
      tone: 'info',
      title: `What you changed in the variable “${left.name}” doesn’t hold any more`,
      hint: 'The variable itself was changed since. Look at it, and change it anew.',
      act: '',
    });
  });
  useEffect(() => dropped(), []);
  // With the letter itself: the next key may lead away from here, or the window may be closed.
  useLayoutEffect(() => {
    store.getState().holdVariable(key, isHeld ? typed : null);
  }, [store, key, isHeld, typed]);
  const hold = useCallback(
    (held: boolean) => {
      setIsHeld(held);
      // At once: a form that goes is told nothing any more.
      if (!held) store.getState().holdVariable(key, null);
    },
    [store, key],
  );
  return { typed, change: (fields) => setTyped((now) => ({ ...now, ...fields })), hold };
}

/** The form of a variable as it is kept, or of a new one. */
export function begin(variable: Variable | null): VariableTyped {
  const { name = '', definition = '', type = 'category', initial = null, required = false } = variable ?? {};
  const options = (variable?.options ?? []).map((option, key) => ({ key, name: option, was: [option] }));
  const fields = { name, definition, type, options, initial, required };
  return { base: JSON.stringify(fields), ...fields };
}
