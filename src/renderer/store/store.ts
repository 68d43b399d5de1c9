import { useShallow } from 'zustand/react/shallow';
import { useStore as useZustand } from 'zustand';
import { useStoreApi } from './context.tsx';
import type { Store } from './types.ts';

/** A piece of the store; the component draws anew when that piece changes. Actions never change. */
export function useStore<T>(select: (store: Store) => T): T {
  return useZustand(useStoreApi(), select);
}

/** Several values of the store at once: what uses them is drawn anew only when one of them is another. */
export function useStoreParts<T extends object>(pick: (store: Store) => T): T {
  return useStore(useShallow(pick));
}
