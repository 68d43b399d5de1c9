import { useSyncExternalStore } from 'react';
import { changedKeys, onBindings } from './bindings.ts';
import { keysOf } from './registry.ts';

/** `keysOf`, for a component that shows keys: it draws anew when the analyst changes them. */
export function useKeysOf(): (id: string) => string {
  useSyncExternalStore(onBindings, changedKeys);
  return keysOf;
}
