import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { placeOf, rowAt } from '../../store/corpus-rows.ts';
import { useStore } from '../../store/store.ts';
import css from './CorpusPane.module.css';
import { CorpusRow } from './CorpusRow.tsx';
import { headingAbove } from './grouping.ts';

/** The rows in view, read a page at a time. Arrow keys move, Enter opens. */
export function CorpusList() {
  // Counts may follow a frame after the words that were tagged.
  const corpus = useDeferredValue(useStore((store) => store.corpus));
  const readRows = useStore((store) => store.readRows);
  const openArticle = useStore((store) => store.openArticle);
  const openId = useStore((store) => store.opening ?? store.open?.article.id ?? null);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const [focused, setFocused] = useState(false);
  const count = Math.max(0, corpus.total);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 74,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => {
    if (last > first) void readRows(first, last);
  }, [first, last, readRows, corpus.pages]);

  const openAt = openId === null ? -1 : placeOf(corpus, openId);
  useEffect(() => {
    if (openAt >= 0) virtual.scrollToIndex(openAt, { align: 'auto' });
    // Only another article brings the list there: not each new page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openId]);

  // The open article may not be among those that the filter left: the first one is meant then.
  const present = active >= 0 && active < count ? active : Math.max(openAt, Math.min(0, count - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: present + 1,
      ArrowUp: present - 1,
      PageDown: present + 8,
      PageUp: present - 8,
      Home: 0,
      End: count - 1,
    };
    const target = steps[event.key];
    if (target !== undefined && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      const next = Math.min(count - 1, Math.max(0, target));
      setActive(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const row = rowAt(corpus, present);
      if (row) void openArticle(row.id);
    }
  };
  return (
    <div
      ref={scroller}
      className={css.list}
      role="listbox"
      aria-label="Articles"
      tabIndex={0}
      data-pane-focus
      aria-activedescendant={present >= first && present < last ? `article-${present}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rowAt(corpus, index);
          const heading = row ? headingAbove(row, rowAt(corpus, index - 1), index, corpus.sort) : null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className={css.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {heading && (
                <div role="presentation" className={css.heading}>
                  {heading}
                </div>
              )}
              <div
                id={`article-${index}`}
                role="option"
                aria-selected={row !== undefined && row.id === openId}
                aria-posinset={index + 1}
                aria-setsize={count}
                tabIndex={-1}
                onClick={() => {
                  setActive(index);
                  if (row) void openArticle(row.id);
                }}
              >
                {row ? (
                  <CorpusRow
                    row={row}
                    sort={corpus.sort}
                    open={row.id === openId}
                    active={focused && index === present}
                  />
                ) : (
                  <div className={css.waiting}>
                    <span className="sr-only">Not read yet</span>
                  </div>
                )}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
