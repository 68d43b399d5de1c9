import css from './Kbd.module.css';

/** The sign on each key as a reader expects it: `Ctrl+Shift+Z` → `Ctrl`, `⇧`, `Z`. */
const SIGNS: Readonly<Record<string, string>> = {
  Shift: '⇧',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A key or a combination, written `Ctrl+K`, as small key caps; nothing for ''. `on` says which ground it lies on. */
export function Kbd({ keys, on = 'paper' }: { readonly keys: string; readonly on?: 'paper' | 'bar' }) {
  if (keys === '') return null;
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return (
    <span className={css.keys}>
      {parts.map((part) => (
        <kbd key={part} className={on === 'bar' ? css.onBar : css.key}>
          {SIGNS[part] ?? part}
        </kbd>
      ))}
    </span>
  );
}
