import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import css from './Picker.module.css';
import { standClear } from './stand-clear.ts';
import { useOptions } from './use-options.ts';
import { useWanted } from './use-wanted.ts';

export interface PickerProps {
  readonly title: string;
  /** The field, for screen readers; its title unless given. */
  readonly label?: string;
  readonly listLabel: string;
  readonly placeholder: string;
  readonly typed: string;
  onTyped(typed: string): void;
  readonly count: number;
  readonly present: number;
  onGo(at: number): void;
  onTake(at: number, event: Pick<KeyboardEvent | MouseEvent, 'shiftKey'>): void;
  /** The list may still become another one: Enter waits, and takes what it then begins with. */
  readonly waiting?: boolean;
  /** Enter while it waits, where what the list will begin with can be taken without it: the next key is not for the list any more. */
  readonly onTakeUnseen?: (() => void) | undefined;
  /** `keys`: by Escape, so the focus goes back to where it was; `left`: the focus has gone elsewhere by itself. */
  onClose(how: 'keys' | 'left'): void;
  /** Keys of its own, asked first: whether it has done something. */
  onKey?(event: KeyboardEvent): boolean;
  /** As soon as it is there, to bring into sight what it is about. */
  onShow?(): void;
  /** What it is about: it stands where that is seen. Null when that isn't drawn. */
  about(): Element | null;
  readonly tall?: boolean;
  /** Several options can be taken: which are, apart from the present one. */
  readonly isTaken?: (at: number) => boolean;
  /** What the keys do, in the head. */
  readonly keys?: ReactNode;
  /** Between the head and the field. */
  readonly aboveField?: ReactNode;
  /** What an option holds. */
  renderOption(at: number): ReactNode;
  /** Key of an option that stays its own. */
  optionKey(at: number): string;
  readonly optionClass?: (at: number) => string | undefined;
  /** Below the list. */
  readonly children?: ReactNode;
}

/** A small window over the text in which something is found by typing and taken with Enter. It has the focus while it is there. */
export function Picker(props: PickerProps) {
  const { title, label = title, listLabel, placeholder, typed, count, present, tall = false } = props;
  const {
    waiting = false,
    onTakeUnseen,
    onTyped,
    onGo,
    onTake,
    onClose,
    onKey,
    onShow,
    about,
    isTaken,
    keys,
    aboveField,
    renderOption,
    optionKey,
    optionClass,
  } = props;
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  // Before anything is drawn: the very next key is typed into it.
  const show = useEffectEvent(() => {
    input.current?.focus();
    onShow?.();
    return frame.current ? standClear(frame.current, css.above ?? '', about) : undefined;
  });
  useLayoutEffect(() => show(), []);
  const options = useOptions({ count, present, round: true, open: true, onGo, onTake });
  const enter = useWanted(waiting, () => {
    if (present >= 0 && count > 0) onTake(present, { shiftKey: false });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (onKey?.(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose('keys');
    } else if (event.key === 'Enter' && waiting) {
      event.preventDefault();
      event.stopPropagation();
      if (onTakeUnseen) onTakeUnseen();
      else enter.want();
    } else {
      options.field.onKeyDown?.(event);
    }
  };
  return (
    <div ref={frame} className={classes(css.picker, tall && css.tall)} role="dialog" aria-label={title}>
      <div className={css.head}>
        <strong className={css.title}>{title}</strong>
        <span className={css.keys}>
          {keys ?? (
            <>
              <Kbd keys="ArrowDown" /> <Kbd keys="Enter" /> <Kbd keys="Escape" />
            </>
          )}
        </span>
      </div>
      {aboveField}
      <input
        {...options.field}
        ref={input}
        className={css.input}
        aria-label={label}
        maxLength={200}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          enter.forget();
          onTyped(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // The whole window was left, to look something up elsewhere: it is there when one comes back.
          if (document.activeElement === event.currentTarget) return;
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onClose('left');
        }}
      />
      <div
        id={options.listId}
        role="listbox"
        aria-label={listLabel}
        aria-multiselectable={isTaken ? true : undefined}
        className={css.list}
      >
        {Array.from({ length: count }, (_, at) => (
          <div
            key={optionKey(at)}
            {...options.option(at)}
            aria-selected={isTaken ? isTaken(at) : at === present}
            className={classes(css.option, at === present && css.present, optionClass?.(at))}
          >
            {renderOption(at)}
          </div>
        ))}
      </div>
      {props.children}
    </div>
  );
}

/** A line below the list. */
export function PickerNote({ children }: { readonly children: ReactNode }) {
  return <p className={css.note}>{children}</p>;
}
