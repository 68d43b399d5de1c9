/**
 * Key combinations as commands, settings and the sheet of keys write them: `Ctrl+Shift+Z`, `Alt+ArrowUp`, `?`, `Shift+1`.
 * Modifiers in the order Ctrl, Alt, Shift; `Ctrl` is ⌘ on a Mac too.
 */

/** Keys of commands that the analyst changed: command id → its combinations, none for a command without a key. */
export type ChangedKeys = Readonly<Record<string, readonly string[]>>;

/** The most commands that can be changed, and combinations that one can have. */
export const KEYS_MAX = { commands: 500, each: 4 } as const;

const NAMED =
  'F[1-9]|F1[0-2]|Enter|Escape|Tab|Space|Delete|Backspace|Insert|Home|End|PageUp|PageDown|Arrow(?:Up|Down|Left|Right)';
/** Signs bring their own Shift where a layout needs it, so they are written without; comma, point and semicolon are known by place. */
const COMBINATION = new RegExp(
  `^(?:Ctrl\\+)?(?:Alt\\+)?(?:(?:Shift\\+)?(?:[A-Z0-9,.;]|${NAMED})|[^\\sA-Za-z0-9,.;\\p{C}])$`,
  'u',
);

/** Whether this is a combination as it is written here. */
export function isCombination(keys: string): boolean {
  return COMBINATION.test(keys);
}

/** What a browser or the system does before the page is asked: a command with such a key would be dead. */
const KEPT = new Set(
  [
    'Ctrl+N Ctrl+T Ctrl+W Ctrl+Q Ctrl+Tab Ctrl+Shift+N Ctrl+Shift+T Ctrl+Shift+W Ctrl+Shift+Q Ctrl+Shift+Tab',
    'Ctrl+R Ctrl+Shift+R Ctrl+F4 Alt+F4 Alt+Tab Alt+Shift+Tab Alt+Space F5 Ctrl+F5 F11 F12 Ctrl+Shift+I Ctrl+Shift+J',
    'Ctrl+PageUp Ctrl+PageDown',
  ]
    .join(' ')
    .split(' '),
);

const COPYING = new Set('Ctrl+A Ctrl+C Ctrl+V Ctrl+X'.split(' '));
const CARET =
  /^(?:Ctrl\+)?(?:Shift\+)?(?:Arrow(?:Up|Down|Left|Right)|Home|End)$|^(?:Shift\+)?(?:PageUp|PageDown|Enter|Space)$/;
const LEAVING = /^(?:Shift\+)?(?:Tab|Escape)$/;

/** Whether a browser or the system keeps a combination for itself. */
export function isKept(keys: string): boolean {
  return KEPT.has(keys);
}

/** Why a combination can't be given to a command, as a sentence; null when it can. */
export function whyReserved(keys: string): string | null {
  if (isKept(keys)) return 'The browser or the system keeps this combination for itself.';
  if (COPYING.has(keys)) return 'This combination selects, copies, cuts and pastes everywhere.';
  if (LEAVING.test(keys)) return 'Tab and Escape lead through and out of every part of the window.';
  if (CARET.test(keys)) return 'This key moves the caret, or presses what has the focus.';
  return null;
}
