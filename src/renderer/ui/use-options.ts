import { type ComponentProps, type KeyboardEvent, type MouseEvent, useId } from 'react';

export interface OptionsAsked {
  readonly count: number;
  /** The option that Enter takes, or -1 for none. */
  readonly present: number;
  /** Whether arrow keys go on from the last to the first; else they stop there. */
  readonly round?: boolean;
  /** Whether the list is there with nothing in it too. */
  readonly open?: boolean;
  /** Arrow keys go to another option. */
  onGo(at: number): void;
  /** Enter on the present option, or a press on one. */
  onTake(at: number, event: KeyboardEvent | MouseEvent): void;
}

export interface Options {
  /** Of the field in which is typed. */
  readonly field: Pick<
    ComponentProps<'input'>,
    'role' | 'aria-expanded' | 'aria-controls' | 'aria-activedescendant' | 'autoComplete' | 'onKeyDown'
  >;
  readonly listId: string;
  /** Of each option, whatever it holds. */
  option(at: number): Pick<ComponentProps<'div'>, 'id' | 'role' | 'tabIndex' | 'onMouseDown' | 'onClick'>;
}

/** A field that narrows a list below it: the focus stays in the field, arrow keys move in the list, Enter takes. */
export function useOptions({ count, present, round = false, open = false, onGo, onTake }: OptionsAsked): Options {
  const id = useId();
  const go = (to: number) => {
    if (count === 0) return;
    const next = round ? (to + count) % count : Math.min(count - 1, Math.max(0, to));
    onGo(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  return {
    field: {
      role: 'combobox',
      'aria-expanded': open || count > 0,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': present >= 0 && count > 0 ? `${id}-${present}` : undefined,
      autoComplete: 'off',
      onKeyDown(event) {
        // Keys of an input method are its own: Enter there ends a word.
        if (event.nativeEvent.isComposing || event.altKey) return;
        if (event.key === 'ArrowDown') go(present + 1);
        else if (event.key === 'ArrowUp') go(present - 1);
        else if (event.key === 'Enter' && present >= 0 && count > 0) onTake(present, event);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
    listId: `${id}-list`,
    option: (at) => ({
      id: `${id}-${at}`,
      role: 'option',
      tabIndex: -1,
      // The focus stays in the field.
      onMouseDown: (event) => event.preventDefault(),
      onClick: (event) => onTake(at, event),
    }),
  };
}
