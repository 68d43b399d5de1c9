/** The parts of a key press that combinations are matched against; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Keys known by their place where the layout puts no letter on them, so that they work on every layout: the row of digits
 * (`&` or `é` without Shift on a French keyboard), the comma and the point.
 */
const PLACES: Readonly<Record<string, string>> = { Comma: ',', Period: '.', Semicolon: ';' };

/**
 * The combination of a key press, written as commands write it: `Ctrl+Shift+Z`, `Alt+ArrowUp`, `?`, `Shift+1`. Command keys on a Mac count
 * as Ctrl. A letter on a keyboard of another script is known by its place (the key of Latin B is `B`).
 */
export function combination(press: KeyPress): string {
  const key = baseKey(press);
  const parts: string[] = [];
  if (press.ctrlKey || press.metaKey) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  // A sign that needs Shift on some layouts and not on others (`?`) is itself, with or without.
  if (press.shiftKey && (key.length > 1 || /[A-Z0-9,.;]/.test(key))) parts.push('Shift');
  return [...parts, key].join('+');
}

function baseKey({ key, code }: KeyPress): string {
  // A Latin letter is itself wherever it lies: on Dvorak `v` and `w` lie where others have the point and the comma.
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (key === '?') return key;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code);
  if (digit?.[1] && (code.startsWith('Digit') || /^[0-9]$/.test(key))) return digit[1];
  const place = PLACES[code];
  if (place) return place;
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter?.[1] && key.length === 1 && key.charCodeAt(0) > 127) return letter[1];
  return key === ' ' ? 'Space' : key;
}

/** Whether a combination types into a field: a plain sign, with or without Shift. */
export function isTyping(keys: string): boolean {
  return !/^(?:Ctrl|Alt)\+/.test(keys) && !/^(?:Shift\+)?(?:F\d+|Escape)$/.test(keys);
}
