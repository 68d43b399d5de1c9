import { useEffect, useEffectEvent } from 'react';
import type { CodebookWish } from '../../store/codebook.ts';
import { useStore } from '../../store/store.ts';

/** Does what a command has asked for, once, as soon as the part that can do it is there. */
export function useWish(name: CodebookWish, fulfil: () => void): void {
  const wish = useStore((store) => store.codebookView.wish);
  const view = useStore((store) => store.viewCodebook);
  const now = useEffectEvent(fulfil);
  useEffect(() => {
    if (wish !== name) return;
    view({ wish: null });
    now();
  }, [wish, name, view]);
}
