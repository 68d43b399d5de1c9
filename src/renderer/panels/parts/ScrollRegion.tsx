import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import css from './parts.module.css';

export interface ScrollRegionProps {
  /** What it holds, for screen readers. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part that scrolls within itself. It holds nothing to press, so it takes the focus itself: arrow keys scroll it. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard can't scroll
    <section aria-label={label} tabIndex={0} className={classes(css.scroll, className)}>
      {children}
    </section>
  );
}
