import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import { Field } from './Field.tsx';
import css from './PickField.module.css';
import { useOptions } from './use-options.ts';

export interface PickFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  onTyped(typed: string): void;
  readonly count: number;
  /** Where the arrow keys are, and what is chosen; -1 for nothing. Of a list in which to go is to choose they are the same. */
  readonly present: number;
  readonly chosen: number;
  onGo(at: number): void;
  onTake(at: number, event: KeyboardEvent | MouseEvent): void;
  optionKey(at: number): string;
  renderOption(at: number): ReactNode;
  /** What stands there while nothing fits; null: no list then. */
  readonly none: string | null;
  readonly field?: Ref<HTMLInputElement> | undefined;
}

/** One thing out of many, in a form: some of its name is typed, arrow keys move among what fits, Enter takes. */
export function PickField(props: PickFieldProps) {
  const {
    label,
    placeholder,
    typed,
    onTyped,
    count,
    present,
    chosen,
    onGo,
    onTake,
    optionKey,
    renderOption,
    none,
    field,
  } = props;
  const options = useOptions({ count, present, onGo, onTake });
  return (
    <div className={css.pick}>
      <Field
        {...options.field}
        label={label}
        ref={field}
        value={typed}
        placeholder={placeholder}
        maxLength={200}
        onKeyDown={(event) => {
          // Words that were typed lead to the first that has them; what taking it would do is seen before Enter does it.
          const first = event.key === 'Enter' && present < 0 && typed.trim() !== '' && count > 0;
          if (!first || event.nativeEvent.isComposing) return options.field.onKeyDown?.(event);
          event.preventDefault();
          event.stopPropagation();
          onGo(0);
        }}
        onChange={(event) => onTyped(event.target.value)}
      />
      {(count > 0 || none !== null) && (
        <div id={options.listId} role="listbox" aria-label={label} className={css.list}>
          {Array.from({ length: count }, (_, at) => (
            <div
              key={optionKey(at)}
              {...options.option(at)}
              aria-selected={at === chosen}
              className={classes(
                css.option,
                at === chosen && css.chosen,
                at === present && at !== chosen && css.present,
              )}
            >
              {renderOption(at)}
            </div>
          ))}
          {count === 0 && <p className={css.none}>{none}</p>}
        </div>
      )}
    </div>
  );
}
