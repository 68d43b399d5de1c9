import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import css from './Rows.module.css';

/** A few rows of which one is chosen, in a frame. */
export function Rows({ children, ...rest }: ComponentProps<'ul'>) {
  return (
    <ul className={classes(css.rows, css.framed)} {...rest}>
      {children}
    </ul>
  );
}

export interface ChoiceRowProps extends ComponentProps<'button'> {
  readonly chosen: boolean;
  /** What stands at its end: a count, a type. */
  readonly aside?: ReactNode;
}

/** A row that shows something beside the list when it is pressed. */
export function ChoiceRow({ chosen, aside, children, ...rest }: ChoiceRowProps) {
  return (
    <li>
      <button
        type="button"
        className={classes(css.row, chosen && css.chosen)}
        aria-current={chosen ? 'true' : undefined}
        {...rest}
      >
        <span className={css.words} dir="auto">
          {children}
        </span>
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </button>
    </li>
  );
}

/** The class of a plain list without marks. */
export const plainList = css.rows;

/** The class of a list of lines to be read, less than what stands around it. */
export const noteList = css.notes;
