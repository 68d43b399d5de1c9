import { type ReactNode, useId } from 'react';
import css from './Place.module.css';

export interface PlaceProps {
  readonly title: string;
  /** What is here, in a sentence. */
  readonly about?: string;
  /** What can be done with all of it: buttons. */
  readonly actions?: ReactNode;
  /** Stands between the head and the rest, which fills the place. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** One of the places of the work: its name, what can be done with all of it, and what it holds. */
export function Place({ title, about, actions, above, children }: PlaceProps) {
  const id = useId();
  return (
    <section className={css.place} aria-labelledby={id}>
      <header className={css.head}>
        <div className={css.words}>
          <h1 id={id} className={css.title}>
            {title}
          </h1>
          {about && <p className={css.about}>{about}</p>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {above}
      <div className={css.body}>{children}</div>
    </section>
  );
}
