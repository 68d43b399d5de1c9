import type { ChangedKeys } from '../../shared/model/keys.ts';
import { changedKeys, keysFor } from './bindings.ts';
import type { Command, CommandContext, Where } from './command.ts';
import { commands } from './registry.ts';
import { combination, isTyping } from './keys.ts';
import { isTypedIntoNothing } from './deaf.ts';

let table: { readonly of: ChangedKeys; readonly byKeys: ReadonlyMap<string, readonly Command[]> } | null = null;

/** Combination → its commands, in the order of the registry; made anew when keys have changed. */
function commandsByKeys(): ReadonlyMap<string, readonly Command[]> {
  const changed = changedKeys();
  if (table?.of === changed) return table.byKeys;
  const byKeys = new Map<string, Command[]>();
  for (const command of commands) {
    for (const keys of keysFor(command)) byKeys.set(keys, [...(byKeys.get(keys) ?? []), command]);
  }
  table = { of: changed, byKeys };
  return byKeys;
}

/** The command of a key combination that is due in this place, or undefined. */
export function commandFor(keys: string, place: Where, context: CommandContext): Command | undefined {
  const order: readonly Where[] = ['text', 'code', 'everywhere'];
  const allowed = order.slice(order.indexOf(place));
  return commandsByKeys()
    .get(keys)
    ?.find((command) => allowed.includes(command.where) && (command.when?.(context) ?? true));
}

/**
 * A key pressed in the article's text: true when a command took it. Given to the editor, which then leaves the key alone.
 */
export function onTextKey(event: KeyboardEvent, context: CommandContext): boolean {
  // A dialog has been asked for and hasn't got the focus yet: a quick key isn't meant for the text that it covers.
  const { dialog, sheet } = context.store.getState();
  if ((dialog !== null || sheet !== null) && isTyping(combination(event))) return true;
  return act(event, 'text', context);
}

/** A key pressed anywhere in the window that nothing else took. */
export function onWindowKey(event: KeyboardEvent, context: CommandContext): void {
  if (event.defaultPrevented) return;
  const target = event.target instanceof Element ? event.target : null;
  const inField = target?.closest('input, textarea, select, [contenteditable="true"]') !== null && target !== null;
  // Dialogs and menus have keys of their own; a list that takes letters leaves those that need Ctrl or Alt to the window.
  const over = target?.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [data-own-keys]');
  if (over?.matches('[role="listbox"], [role="grid"]') && !isTyping(combination(event))) {
    act(event, 'everywhere', context, inField);
    return;
  }
  if (over) {
    if (!inField && over.matches('[role="dialog"], [role="alertdialog"]')) void stepBehind(over, event, context);
    return;
  }
  const code = context.store.getState().place === 'code' && !inField;
  act(event, code ? 'code' : 'everywhere', context, inField);
}

/** What takes back the last act, and does it again: by name, whatever their keys are. */
const STEPS: ReadonlySet<string> = new Set(['undo', 'redo']);

/**
 * Undo and redo pressed in a dialog whose act is still on its way mean that act: whoever regrets it doesn't wait until the dialog is
 * gone. They are done behind it, if the dialog then is gone.
 */
async function stepBehind(dialog: Element, event: KeyboardEvent, context: CommandContext): Promise<void> {
  const command = commandFor(combination(event), 'everywhere', context);
  if (!command || !STEPS.has(command.id)) return;
  await context.turn(async () => undefined);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (!dialog.isConnected || dialog.matches('[data-closed], [data-ending-style]')) await command.run(context);
}

function act(event: KeyboardEvent, place: Where, context: CommandContext, inField = false): boolean {
  if (event.isComposing) return false;
  const keys = combination(event);
  if (keys !== 'Tab' && keys !== 'Shift+Tab' && !['Shift', 'Escape'].includes(event.key)) context.leaving = false;
  // In a field, plain keys and the field's own undo belong to the field; a list to choose from or a box to tick has no undo of its own.
  if (inField && (isTyping(keys) || (/^Ctrl\+(?:Shift\+)?[ZYAXCV]$/.test(keys) && !isChoice(event.target))))
    return false;
  if (!inField && isTypedIntoNothing(keys, context)) {
    event.preventDefault();
    return true;
  }
  const command = commandFor(keys, place, context);
  if (!command) return false;
  event.preventDefault();
  void command.run(context);
  return true;
}

function isChoice(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('select, input:is([type="checkbox"], [type="radio"])');
}
