import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { classes } from './classes.ts';
import { useRest } from './use-rest.ts';
import css from './VirtualList.module.css';

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** The row at which the keys are. */
  readonly present: number;
  /** Rows that are chosen, for screen readers; the present one unless given. */
  readonly isSelected?: ((row: number) => boolean) | undefined;
  readonly several?: boolean;
  /** Pixels; of rows that are measured, about. */
  height(row: number): number;
  /** Rows have heights of their own. */
  readonly measured?: boolean;
  /** How many rows Page Up and Page Down go. */
  readonly page?: number;
  /** Arrow keys went to a row, or it was pressed. */
  onGo(row: number): void;
  /** Enter or a double press. */
  onOpen?: ((row: number) => void) | undefined;
  /** One press, after `onGo`. */
  onPress?: ((row: number) => void) | undefined;
  /** The pointer or the keys came to rest on a row: it may be opened next. */
  onRest?: ((row: number) => void) | undefined;
  /** Arrow up on the first row, where it leads out of the list. */
  onLeave?: (() => void) | undefined;
  /** Keys of its own, asked first: whether it has done something. */
  onKey?(event: KeyboardEvent): boolean;
  /** Rows `[from, to)` came into sight. */
  onVisible?(from: number, to: number): void;
  /** Names row, place and size for screen readers where they are more than what is drawn tells. */
  readonly counted?: boolean;
  /** Stands above a row, in its place. */
  renderHeading?(row: number): ReactNode;
  readonly className?: string | undefined;
  readonly rowClass?: ((row: number) => string | undefined) | undefined;
  renderRow(row: number): ReactNode;
  /** A row that is brought into sight at first, and whenever `when` is another one. */
  readonly bring?: { readonly row: number; readonly when: unknown };
  /** Its own element, to give it the focus. */
  readonly element?: RefObject<HTMLDivElement | null> | undefined;
  /** For those who look for the list in the window. */
  readonly data?: Readonly<Record<`data-${string}`, boolean>>;
}

/** A list to choose from that draws only the rows in sight: arrow keys, Page and Home/End move, Enter opens. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, present, isSelected, several, height, measured = false, page = 8, counted = false } = props;
  const {
    onGo,
    onOpen,
    onPress,
    onRest,
    onLeave,
    onKey,
    onVisible,
    renderHeading,
    className,
    rowClass,
    renderRow,
    bring,
    element,
    data,
  } = props;
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  const scroller = element ?? own;
  const rest = useRest(onRest);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: height,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => {
    if (last > first) onVisible?.(first, last);
  }, [first, last, onVisible]);
  useEffect(() => {
    if (bring && bring.row >= 0) virtual.scrollToIndex(bring.row, { align: 'auto' });
    // Only another reason brings the list there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [bring?.when]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: present + 1,
      ArrowUp: present - 1,
      PageDown: present + page,
      PageUp: present - page,
      Home: 0,
      End: count - 1,
    };
    const step = steps[event.key];
    if (onKey?.(event)) event.preventDefault();
    else if (step !== undefined && count > 0) {
      event.preventDefault();
      if (step < 0 && event.key === 'ArrowUp' && onLeave) {
        onLeave();
        return;
      }
      const next = Math.min(count - 1, Math.max(0, step));
      onGo(next);
      rest.begin(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' && onOpen && present >= 0) {
      event.preventDefault();
      onOpen(present);
    }
  };
  return (
    <div
      ref={scroller}
      className={classes(css.list, className)}
      role="listbox"
      aria-label={label}
      aria-multiselectable={several}
      tabIndex={0}
      aria-activedescendant={present >= first && present < last ? `${id}-${present}` : undefined}
      onKeyDown={onKeyDown}
      {...data}
    >
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start, size }) => (
          <div
            key={key}
            ref={measured ? virtual.measureElement : undefined}
            data-index={index}
            role="presentation"
            className={css.place}
            style={{ transform: `translateY(${start}px)`, ...(measured ? {} : { height: size }) }}
          >
            {renderHeading?.(index)}
            <div
              id={`${id}-${index}`}
              role="option"
              data-row={index}
              tabIndex={-1}
              aria-selected={isSelected ? isSelected(index) : index === present}
              aria-posinset={counted ? index + 1 : undefined}
              aria-setsize={counted ? count : undefined}
              className={classes(css.row, index === present && css.present, rowClass?.(index))}
              onMouseEnter={() => rest.begin(index)}
              onMouseLeave={rest.end}
              // The list keeps the focus: a row that scrolls away would take it along.
              onMouseDown={(event) => {
                event.preventDefault();
                rest.now(index);
                scroller.current?.focus({ preventScroll: true });
              }}
              onClick={() => {
                onGo(index);
                onPress?.(index);
              }}
              onDoubleClick={() => onOpen?.(index)}
            >
              {renderRow(index)}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
