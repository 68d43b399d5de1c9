import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import css from './Split.module.css';

export interface SplitProps {
  /** What is chosen from. */
  readonly list: ReactNode;
  /** What the list and the rest hold, for screen readers. */
  readonly listLabel?: string;
  readonly label?: string;
  /** The list is a few rows that need no room to scroll. */
  readonly few?: boolean;
  /** What is chosen. */
  readonly children: ReactNode;
}

/** A list and beside it what is chosen in it; one below the other where there is no room. */
export function Split({ list, listLabel, label, few = false, children }: SplitProps) {
  return (
    <div className={classes(css.split, few && css.few)}>
      <section className={css.list} aria-label={listLabel}>
        {list}
      </section>
      <section className={css.detail} aria-label={label}>
        {children}
      </section>
    </div>
  );
}
