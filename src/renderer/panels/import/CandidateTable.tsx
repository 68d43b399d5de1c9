import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef, useState } from 'react';
import { CandidateRow, FIELD_HEADS } from './CandidateRow.tsx';
import { countRows, type FieldName, type ImportRow, withAllIncluded, withField, withIncluded } from './candidates.ts';
import css from './import.module.css';

export interface CandidateTableProps {
  readonly rows: readonly ImportRow[];
  readonly disabled: boolean;
  onRows(change: (rows: readonly ImportRow[]) => readonly ImportRow[]): void;
}

/** The files that could be imported, their fields to be corrected in place. Draws only the rows in view. */
export function CandidateTable({ rows, disabled, onRows }: CandidateTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 58,
    getItemKey: (index) => rows[index]?.candidate.file ?? index,
    overscan: 6,
    scrollPaddingStart: 36,
  });
  const { length } = rows;
  const { scrollToIndex } = virtual;
  const { included, problems } = countRows(rows);
  const possible = rows.length - problems;

  const onField = useCallback(
    (index: number, field: FieldName, value: string) => onRows((before) => withField(before, index, field, value)),
    [onRows],
  );
  const onIncluded = useCallback(
    (index: number, on: boolean) => onRows((before) => withIncluded(before, index, on)),
    [onRows],
  );
  const onExpand = useCallback((file: string) => {
    setExpanded((before) => {
      const next = new Set(before);
      if (!next.delete(file)) next.add(file);
      return next;
    });
  }, []);

  /** Enter goes to the same field of the next file, Shift+Enter back, as in a spreadsheet. */
  const onStep = useCallback(
    (index: number, field: FieldName, step: 1 | -1) => {
      const next = index + step;
      if (next < 0 || next >= length) return;
      scrollToIndex(next);
      requestAnimationFrame(() => {
        const input = scroller.current?.querySelector<HTMLInputElement>(`[data-row="${next}"][data-field="${field}"]`);
        input?.focus();
        input?.select();
      });
    },
    [length, scrollToIndex],
  );

  return (
    <div ref={scroller} className={css.table} role="table" aria-label="Files to import" aria-rowcount={rows.length + 1}>
      <div role="rowgroup" className={css.tableHead}>
        <div role="row" aria-rowindex={1} className={css.row}>
          <span role="columnheader" className={css.tick}>
            <input
              type="checkbox"
              aria-label="Import all"
              disabled={disabled || possible === 0}
              checked={included > 0 && included === possible}
              ref={(box) => {
                if (box) box.indeterminate = included > 0 && included < possible;
              }}
              onChange={() => onRows((before) => withAllIncluded(before, included === 0))}
            />
          </span>
          <span role="columnheader">File</span>
          {FIELD_HEADS.map((head) => (
            <span key={head.field} role="columnheader">
              {head.label}
            </span>
          ))}
          <span role="columnheader">
            <span className="sr-only">Excerpt</span>
          </span>
        </div>
      </div>
      <div role="rowgroup" className={css.tableBody} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                className={css.line}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <CandidateRow
                  row={row}
                  index={item.index}
                  disabled={disabled}
                  expanded={expanded.has(row.candidate.file)}
                  onField={onField}
                  onIncluded={onIncluded}
                  onExpand={onExpand}
                  onStep={onStep}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
