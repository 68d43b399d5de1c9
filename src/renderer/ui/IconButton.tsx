import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import css from './IconButton.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What it does: its name for screen readers and its tooltip. */
  readonly label: string;
  readonly children: ReactNode;
  readonly small?: boolean;
}

/** A button that shows only an icon, with a name of its own. */
export function IconButton({ label, small = false, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classes(css.icon, small && css.small, className)}
      {...rest}
    />
  );
}
