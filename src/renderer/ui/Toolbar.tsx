import type { ReactNode } from 'react';
import css from './Toolbar.module.css';

export interface ToolbarProps {
  /** Words before the buttons, which take the room that is left. */
  readonly words?: ReactNode;
  readonly children?: ReactNode;
}

/** Fields and buttons on one line, on more where there is no room. A field in it with `toolbarField` takes what is left. */
export function Toolbar({ words, children }: ToolbarProps) {
  return (
    <div className={css.bar}>
      {words !== undefined && <p className={css.words}>{words}</p>}
      {children}
    </div>
  );
}

/** The class of a field that takes the room that is left in a toolbar. */
export const toolbarField = css.field;
