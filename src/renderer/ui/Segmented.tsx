import type { KeyboardEvent } from 'react';
import { classes } from './classes.ts';
import css from './Segmented.module.css';

export interface SegmentedProps<V extends string> {
  /** Names the group for screen readers. */
  readonly label: string;
  readonly options: readonly { readonly value: NoInfer<V>; readonly label: string; readonly title?: string }[];
  /** The one that is on, or null for none. */
  readonly value: V | null;
  /** The option pressed, or null when the one that is on was pressed again. */
  onChange(value: NoInfer<V> | null): void;
  /** Shows before each the digit that presses it while one of them has the focus. */
  readonly numbered?: boolean;
  /** Smaller, to fit beside others. */
  readonly compact?: boolean;
}

/** A few choices side by side, of which one or none is on. One stop for Tab: arrows go along, Space presses. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { label, options, value, onChange, numbered = false, compact = false } = props;
  const on = options.findIndex((option) => option.value === value);
  const press = (at: number) => {
    const option = options[at];
    if (option) onChange(option.value === value ? null : option.value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (value !== null) onChange(null);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside
    <div role="group" aria-label={label} className={classes(css.group, compact && css.compact)} onKeyDown={onKeyDown}>
      {options.map((option, i) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={i === on}
          tabIndex={i === Math.max(0, on) ? 0 : -1}
          title={option.title}
          className={classes(css.segment, i === on && css.on)}
          onClick={() => press(i)}
        >
          {numbered && i < 9 && (
            <span className={css.number} aria-hidden>
              {i + 1}
            </span>
          )}
          {option.label}
        </button>
      ))}
    </div>
  );
}
