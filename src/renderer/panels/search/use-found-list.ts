import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from '../../store/store.ts';

/**
 * A list of what was found: only rows in sight are drawn, the next page is read before its end comes, arrow keys move, Enter
 * opens.
 * @param rows for each row its number among those that can be chosen, or -1.
 */
export function useFoundList(rows: readonly number[], present: number, heightOf: (row: number) => number) {
  const searchMore = useStore((store) => store.searchMore);
  const choose = useStore((store) => store.chooseFound);
  const openFound = useStore((store) => store.openFound);
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: 14,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 40) void searchMore();
  }, [last, rows.length, searchMore]);

  const rowOf = (choice: number): number => rows.indexOf(choice);
  const count = rows.reduce((most, choice) => Math.max(most, choice + 1), 0);
  useEffect(() => {
    const row = rowOf(present);
    if (row > 0) virtual.scrollToIndex(row, { align: 'auto' });
    // Coming back shows where one was.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: present + 1,
      ArrowUp: present - 1,
      PageDown: present + 15,
      PageUp: present - 15,
      Home: 0,
      End: count - 1,
    };
    const target = steps[event.key];
    if (target !== undefined && count > 0) {
      event.preventDefault();
      if (event.key === 'ArrowUp' && present === 0) {
        document.querySelector<HTMLElement>('[data-search-field]')?.focus();
        return;
      }
      const next = Math.min(count - 1, Math.max(0, target));
      choose(next);
      // The heading above the first place of an article is shown with it.
      const row = rowOf(next);
      if (rows[row - 1] === -1) virtual.scrollToIndex(row - 1, { align: 'auto' });
      virtual.scrollToIndex(row, { align: 'auto' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void openFound(present);
    }
  };
  const isInSight = items.some(({ index }) => rows[index] === present);
  return {
    scroller,
    virtual,
    items,
    focused,
    list: {
      ref: scroller,
      'aria-activedescendant': isInSight ? `found-${present}` : undefined,
      onKeyDown,
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    } as const,
  };
}
