import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';
import css from './Table.module.css';

export interface TableColumn {
  readonly id: string;
  readonly head: ReactNode;
  /** Tooltip of the heading. */
  readonly help?: string;
  /** Any CSS length or grid track; `10rem` unless given. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** Which end is cut off where there is no room; `end` unless given. The end of an id is what tells it from the next. */
  readonly cut?: 'start' | 'end';
}

export interface TableProps {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly count: number;
  /** One cell; null while its row hasn't been read yet. */
  cell(row: number, column: number): ReactNode;
  /** Rows `[from, to)` came into view: time to read them. */
  onVisible?(from: number, to: number): void;
  /** Row that is marked as present, or -1. */
  readonly current?: number;
  onCurrent?(row: number): void;
  /** Enter or a double press on a row. */
  onOpen?(row: number): void;
  readonly rowHeight?: number;
}

/** A table that draws only the rows in view. Arrow keys, Page and Home/End move the present row; Enter opens it. */
export function Table(props: TableProps) {
  const { label, columns, count, cell, onVisible, current = -1, onCurrent, onOpen, rowHeight = 32 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => {
    if (last > first) onVisible?.(first, last);
  }, [first, last, onVisible]);

  const template = columns.map((column) => column.width ?? '10rem').join(' ');
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / rowHeight) - 2);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && current >= 0) onOpen?.(current);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const target = steps[event.key];
    if (target === undefined || count === 0 || !onCurrent) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, target));
    onCurrent(next);
    rows.scrollToIndex(next);
  };
  return (
    <div
      ref={scroller}
      className={css.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={current >= first && current < last ? `row-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={css.head}>
        <div role="row" aria-rowindex={1} className={css.row} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              title={column.help}
              className={classes(css.th, column.align === 'end' && css.end)}
            >
              {column.head}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={css.body} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            id={`row-${item.index}`}
            role="row"
            aria-rowindex={item.index + 2}
            aria-selected={item.index === current}
            className={classes(css.row, css.line, item.index === current && css.current)}
            style={{ gridTemplateColumns: template, height: item.size, transform: `translateY(${item.start}px)` }}
            onClick={() => onCurrent?.(item.index)}
            onDoubleClick={() => onOpen?.(item.index)}
          >
            {columns.map((column, index) => (
              <div
                key={column.id}
                role="gridcell"
                className={classes(css.td, column.align === 'end' && css.end, column.cut === 'start' && css.cutStart)}
              >
                {cell(item.index, index)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
