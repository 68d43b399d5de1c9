import type { CommandContext } from './command.ts';

/* A key that opens a field was refused, and its user types on into the field that isn't there. */

/** Between two keys of somebody who types, in milliseconds. */
const PAUSE = 800;

/** Lets no letter act as a key of the text until typing has paused. Called when a key that opens a field is refused. */
export function refuseTyping(context: CommandContext): void {
  context.deafUntil = performance.now() + PAUSE;
}

/** Whether a combination was typed into a field that wasn't opened; said the first time. Other keys than letters end it. */
export function isTypedIntoNothing(keys: string, context: CommandContext): boolean {
  const now = performance.now();
  if (now > context.deafUntil) return false;
  if (!/^(?:Shift\+)?\S$|^Space$|^Backspace$/u.test(keys)) {
    if (keys !== 'Shift') context.deafUntil = 0;
    return false;
  }
  context.deafUntil = now + PAUSE;
  context.store.getState().say('Nothing was opened to type into: these letters did nothing.');
  return true;
}
