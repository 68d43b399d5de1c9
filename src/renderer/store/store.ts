import { useStore as useZustand } from 'zustand';
import { useStoreApi } from './context.tsx';
import type { Store } from './types.ts';

/** A piece of the store; the component draws anew when that piece changes. Actions never change. */
export function useStore<T>(select: (store: Store) => T): T {
  return useZustand(useStoreApi(), select);
}
