import { useSyncExternalStore } from 'react';
import { changedKeys, keysFor, onBindings } from './bindings.ts';
import type { Command } from './command.ts';

/*
 * Sentences that name keys: `Press {tag-claim}` is “Press 2”, or whatever key the analyst gave to the command of that id.
 */

/** The signs of keys as sentences write them. */
const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

let known: readonly Command[] = [];

/** Told by the registry, once: commands speak of one another’s keys and can’t import it themselves. */
export function knowCommands(commands: readonly Command[]): void {
  known = commands;
}

/** A sentence with the keys of the commands that it names in braces; a command without a key goes by its title. */
export function withKeys(sentence: string): string {
  return sentence.replace(/\{([a-z-]+)\}/g, (whole, id: string) => {
    const command = known.find((one) => one.id === id);
    if (!command) return whole;
    const [keys] = keysFor(command);
    return keys === undefined ? `“${command.title}”` : written(keys);
  });
}

/** `withKeys`, for a component: it draws anew when the analyst changes keys. */
export function useWithKeys(): (sentence: string) => string {
  useSyncExternalStore(onBindings, changedKeys);
  return withKeys;
}

function written(keys: string): string {
  return keys
    .split('+')
    .map((key) => SIGNS[key] ?? key)
    .join('+');
}
