import { type ComponentProps, useId } from 'react';
import { classes } from './classes.ts';
import css from './Field.module.css';
import own from './Select.module.css';

export interface SelectProps<V extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: V;
  readonly options: readonly { readonly value: NoInfer<V>; readonly label: string; readonly disabled?: boolean }[];
  onChange(value: NoInfer<V>): void;
  readonly help?: string;
  /** As high as chips beside it. */
  readonly small?: boolean;
}

/** A choice of one from a short list, as the platform's own control: its keys and its voice are the ones people know. */
export function Select<V extends string>({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
  help,
  small = false,
  className,
  ...rest
}: SelectProps<V>) {
  const id = useId();
  return (
    <div className={classes(css.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : css.label}>
        {label}
      </label>
      <select
        id={id}
        className={classes(css.input, own.select, small && own.small)}
        value={value}
        onChange={(event) => onChange(event.target.value as V)}
        aria-describedby={help ? `${id}-help` : undefined}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      {help && (
        <p id={`${id}-help`} className={css.help}>
          {help}
        </p>
      )}
    </div>
  );
}
