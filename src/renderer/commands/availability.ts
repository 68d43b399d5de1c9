import { isOwnLayer, selectedAnnotation } from '../store/state.ts';
import type { Command, CommandContext } from './command.ts';

/* Why a command can't be done now. */

const NEEDS_NO_PROJECT = new Set([
  'open-project',
  'new-project',
  'open-sample',
  'fresh-sample',
  'coder',
  'keys',
  'palette',
]);

/** Why a command can't be done now, as a sentence; null when it can. */
export function whyNot(command: Command, context: CommandContext): string | null {
  const state = context.store.getState();
  if (!state.project && command.group !== 'Help' && command.group !== 'Settings' && !NEEDS_NO_PROJECT.has(command.id)) {
    return 'Open a project first.';
  }
  if (command.where !== 'everywhere' && !state.open) return 'Open an article first.';
  const own = command.whyNot?.(context) ?? null;
  if (own !== null) return own;
  // In another place there is no text yet to ask: it is shown first, and the command then speaks for itself.
  if (state.place !== 'code' && command.where !== 'everywhere') return null;
  return (command.when?.(context) ?? true) ? null : 'There is nothing for it to do now.';
}

/** Of what changes the coder's own layer. */
export function needsOwnLayer({ store }: CommandContext): string | null {
  return isOwnLayer(store.getState()) ? null : 'Another coder’s annotations are shown, to read only.';
}

/** Of what changes the selected annotation. */
export function needsAnnotation(context: CommandContext): string | null {
  if (!selectedAnnotation(context.store.getState())) return 'Select an annotation first.';
  return needsOwnLayer(context);
}
