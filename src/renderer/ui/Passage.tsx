import { type ReactNode, useId } from 'react';
import css from './Passage.module.css';

export interface PassageProps {
  readonly words: ReactNode;
  /** Where they stand; what is empty is left out. */
  readonly where: readonly string[];
  /** Makes the words a button that leads there. */
  readonly onOpen?: (() => void) | undefined;
  /** With `onTick`: whether it is ticked. */
  readonly ticked?: boolean | undefined;
  readonly onTick?: ((on: boolean) => void) | undefined;
  /** What can be done with it, at its end. */
  readonly children?: ReactNode;
}

/** Words out of a text and where they stand, as one of a list: to be read, opened or ticked. */
export function Passage({ words, where, onOpen, ticked = false, onTick, children }: PassageProps) {
  const id = useId();
  return (
    <li className={css.passage}>
      {onTick && <input id={id} type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />}
      <span className={css.text}>
        {onOpen ? (
          <button type="button" className={css.words} dir="auto" title="Go to these words" onClick={onOpen}>
            {words}
          </button>
        ) : onTick ? (
          <label htmlFor={id} className={css.words} dir="auto">
            {words}
          </label>
        ) : (
          <span className={css.words} dir="auto">
            {words}
          </span>
        )}
        <span className={css.where} dir="auto">
          {where.filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      {children}
    </li>
  );
}
