import { X } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import css from './Chip.module.css';
import { classes } from './classes.ts';

export interface ChipProps {
  readonly children: ReactNode;
  /** Its colours; a quiet ground unless given. */
  readonly className?: string | undefined;
  /** Makes the chip's words a button. */
  readonly onPress?: (() => void) | undefined;
  /** What pressing does, for screen readers and the tooltip; the words alone unless given. */
  readonly pressLabel?: string | undefined;
  /** Shows a cross that takes the chip away. */
  readonly onRemove?: (() => void) | undefined;
  /** What the cross does: `Without the filter Oster Daily`. */
  readonly removeLabel?: string | undefined;
}

/** A short piece of data as a small rounded label, which may be pressed and may be removed. */
export function Chip({ children, className, onPress, pressLabel, onRemove, removeLabel }: ChipProps) {
  return (
    <span className={classes(css.chip, className ?? css.plain)}>
      {onPress ? (
        <button type="button" className={css.words} onClick={onPress} title={pressLabel}>
          {children}
        </button>
      ) : (
        <span className={css.words}>{children}</span>
      )}
      {onRemove && (
        <button type="button" className={css.remove} onClick={onRemove} aria-label={removeLabel} title={removeLabel}>
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}

/** A chip that is on or off: a filter. */
export function ToggleChip({ on, className, ...rest }: { readonly on: boolean } & ComponentProps<'button'>) {
  return <button type="button" aria-pressed={on} className={classes(css.toggle, on && css.on, className)} {...rest} />;
}
