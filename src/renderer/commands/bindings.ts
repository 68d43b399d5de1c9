import type { ChangedKeys } from '../../shared/model/keys.ts';
import type { Command } from './command.ts';

/*
 * Which keys commands have: their own, unless the analyst changed them. One page is one window, so they stand here once;
 * the window puts the user's setting in when it comes and whenever it changes.
 */

let changed: ChangedKeys = {};
const listeners = new Set<() => void>();

/** What the analyst changed; the same object until that changes. */
export function changedKeys(): ChangedKeys {
  return changed;
}

/** Takes over the user's setting. What shows keys is told. */
export function bindKeys(next: ChangedKeys): void {
  if (next === changed) return;
  changed = next;
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever keys change. @returns what ends that. */
export function onBindings(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The combinations of a command with these changes, the shown one first; may be none. */
export function keysWith(changes: ChangedKeys, command: Command): readonly string[] {
  return Object.hasOwn(changes, command.id) ? (changes[command.id] ?? []) : command.keys;
}

/** The combinations that a command has now, the shown one first; may be none. */
export function keysFor(command: Command): readonly string[] {
  return keysWith(changed, command);
}
