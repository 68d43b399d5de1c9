import type { ReactNode } from 'react';
import css from './Detail.module.css';

/** One thing with all that is said of it: a head and parts. */
export function Detail({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  const Frame = label === undefined ? 'div' : 'article';
  return (
    <Frame className={css.detail} aria-label={label}>
      {children}
    </Frame>
  );
}

export interface DetailHeadProps {
  readonly name: string;
  /** Where it stands, above its name. */
  readonly above?: ReactNode;
  /** A sign before its name. */
  readonly sign?: ReactNode;
  /** What it is, behind its name: chips or a badge. */
  readonly marks?: ReactNode;
  /** A few words more. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
}

/** The name of a thing, what it is, and what can be done with it. */
export function DetailHead({ name, above, sign, marks, about, actions }: DetailHeadProps) {
  return (
    <>
      {above && <div className={css.above}>{above}</div>}
      <div className={css.head}>
        {sign}
        <div className={css.words}>
          <h2 className={css.name} dir="auto">
            {name}
          </h2>
          {marks}
          {about && <span className={css.about}>{about}</span>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </>
  );
}

/** One word about a thing: `retired`. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={css.badge}>{children}</span>;
}

export interface DetailPartProps {
  readonly title: string;
  /** How many, or of what. */
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** One of its parts under a heading. */
export function DetailPart({ title, note, tools, children }: DetailPartProps) {
  return (
    <section className={css.part} aria-label={title}>
      <div className={css.partHead}>
        <h3 className={css.partTitle}>
          {title} {note && <span className={css.note}>{note}</span>}
        </h3>
        {tools}
      </div>
      {children}
    </section>
  );
}
