import { type ChangedKeys, isCombination, KEYS_MAX, whyReserved } from '../../shared/model/keys.ts';
import { keysWith } from './bindings.ts';
import type { Command } from './command.ts';

/* Giving commands other keys. Pure: settings in, settings out. */

/** What stands in the way of a combination. */
export type Obstacle =
  | { readonly kind: 'refused'; readonly why: string }
  /** Others have it; `swap` is what each would get instead, null when there is nothing to give. */
  | { readonly kind: 'taken'; readonly by: readonly Command[]; readonly swap: string | null };

/**
 * What stands in the way of giving a command a combination, or null.
 * @param instead the one of its combinations that it would give up; null to have one more.
 */
export function obstacle(
  commands: readonly Command[],
  changed: ChangedKeys,
  command: Command,
  keys: string,
  instead: string | null,
): Obstacle | null {
  if (!isCombination(keys)) return { kind: 'refused', why: 'This key can’t be given to a command.' };
  const own = command.keys.includes(keys);
  const reserved = own ? null : whyReserved(keys);
  if (reserved !== null) return { kind: 'refused', why: reserved };
  const now = keysWith(changed, command);
  if (now.includes(keys)) return keys === instead ? null : { kind: 'refused', why: 'It has this key already.' };
  if (instead === null && now.length >= KEYS_MAX.each) {
    return { kind: 'refused', why: `A command can have ${KEYS_MAX.each} keys at most.` };
  }
  const by = commands.filter(
    (other) => other.id !== command.id && keysWith(changed, other).includes(keys) && !shared(command, other, keys),
  );
  if (by.length === 0) return null;
  const [only] = by;
  const swap = instead !== null && only && by.length === 1 && mayHave(commands, changed, only, instead, command);
  return { kind: 'taken', by, swap: swap ? instead : null };
}

/** Whether a command could have the combination that another one gives up. */
function mayHave(
  commands: readonly Command[],
  changed: ChangedKeys,
  command: Command,
  keys: string,
  from: Command,
): boolean {
  if (whyReserved(keys) !== null && !command.keys.includes(keys)) return false;
  return commands.every((other) => other === from || other === command || !keysWith(changed, other).includes(keys));
}

/** Some keys mean one thing or another by what is due (Escape): those are made to be shared. */
function shared(a: Command, b: Command, keys: string): boolean {
  return a.keys.includes(keys) && b.keys.includes(keys);
}

/**
 * The settings with a combination given to a command. Whoever had it loses it, or gets `instead` for it with `swap`.
 * @param instead the combination that it gives up; null to have one more.
 */
export function assigned(
  commands: readonly Command[],
  changed: ChangedKeys,
  command: Command,
  keys: string,
  instead: string | null,
  swap = false,
): ChangedKeys {
  const now = keysWith(changed, command);
  const mine = instead === null ? [...now, keys] : now.map((one) => (one === instead ? keys : one));
  let next = withKeys(changed, command, [...new Set(mine)]);
  for (const other of commands) {
    const theirs = keysWith(changed, other);
    if (other.id === command.id || !theirs.includes(keys) || shared(command, other, keys)) continue;
    const left = theirs.flatMap((one) => (one !== keys ? [one] : swap && instead !== null ? [instead] : []));
    next = withKeys(next, other, [...new Set(left)]);
  }
  return next;
}

/** The settings with a combination taken from a command. */
export function unassigned(changed: ChangedKeys, command: Command, keys: string): ChangedKeys {
  return withKeys(
    changed,
    command,
    keysWith(changed, command).filter((one) => one !== keys),
  );
}

/** The settings with a command's own keys again; whoever has one of them now loses it. */
export function resetOne(commands: readonly Command[], changed: ChangedKeys, command: Command): ChangedKeys {
  let next = without(changed, command.id);
  for (const other of commands) {
    if (other.id === command.id) continue;
    const theirs = keysWith(next, other);
    const left = theirs.filter((keys) => !command.keys.includes(keys) || shared(command, other, keys));
    if (left.length < theirs.length) next = withKeys(next, other, left);
  }
  return next;
}

/** Whether a command has other keys than its own. */
export function isChanged(changed: ChangedKeys, command: Command): boolean {
  return !same(keysWith(changed, command), command.keys);
}

/** What is as it was made isn't kept: a later version's new keys then reach it. */
function withKeys(changed: ChangedKeys, command: Command, keys: readonly string[]): ChangedKeys {
  const rest = without(changed, command.id);
  return same(keys, command.keys) ? rest : { ...rest, [command.id]: keys };
}

function without(changed: ChangedKeys, id: string): ChangedKeys {
  return Object.fromEntries(Object.entries(changed).filter(([other]) => other !== id));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((keys, i) => keys === b[i]);
}
