import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import css from './Field.module.css';

interface Around {
  readonly label: string;
  readonly help?: ReactNode;
  /** What is wrong with the value, said below it and to screen readers. */
  readonly error?: string | null | undefined;
  /** Names the field for screen readers alone. */
  readonly hideLabel?: boolean;
}

/** A labelled line of text with help and error. */
export function Field({
  label,
  help,
  error,
  hideLabel = false,
  className,
  ...input
}: Around & ComponentProps<'input'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} help={help} error={error} hideLabel={hideLabel} className={className}>
      <input
        id={id}
        className={css.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help`}
        {...input}
      />
    </Frame>
  );
}

/** A labelled text of several lines with help and error. */
export function TextArea({
  label,
  help,
  error,
  hideLabel = false,
  className,
  ...area
}: Around & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} help={help} error={error} hideLabel={hideLabel} className={className}>
      <textarea
        id={id}
        className={classes(css.input, css.area)}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help`}
        {...area}
      />
    </Frame>
  );
}

/** A box to tick with its label beside it. */
export function Checkbox({
  label,
  help,
  className,
  ...input
}: Pick<Around, 'label' | 'help'> & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className={classes(css.check, className)}>
      <input id={id} type="checkbox" aria-describedby={help ? `${id}-help` : undefined} {...input} />
      <label htmlFor={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} className={css.help}>
          {help}
        </p>
      )}
    </div>
  );
}

function Frame(
  props: Around & { readonly id: string; readonly className: string | undefined; readonly children: ReactNode },
) {
  const { id, label, help, error, hideLabel, className, children } = props;
  return (
    <div className={classes(css.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : css.label}>
        {label}
      </label>
      {children}
      <div id={`${id}-help`} className={css.below}>
        {error ? <p className={css.error}>{error}</p> : help ? <p className={css.help}>{help}</p> : null}
      </div>
    </div>
  );
}
