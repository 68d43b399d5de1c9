import { useCallback, useState } from 'react';
import { placeOf, rowAt } from '../../store/corpus-rows.ts';
import { useStore } from '../../store/store.ts';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import css from './CorpusPane.module.css';
import { CorpusRow } from './CorpusRow.tsx';
import { headingAbove } from './grouping.ts';

/** The rows in view, read a page at a time. Arrow keys move, Enter opens. */
export function CorpusList() {
  // Counts may follow a frame after the words that were tagged.
  const corpus = useAfterPaint(useStore((store) => store.corpus));
  const readRows = useStore((store) => store.readRows);
  const openArticle = useStore((store) => store.openArticle);
  const readAhead = useStore((store) => store.readAhead);
  const openId = useStore((store) => store.opening ?? store.open?.article.id ?? null);
  const [active, setActive] = useState(-1);
  const count = Math.max(0, corpus.total);
  const { pages } = corpus;
  const onVisible = useCallback(
    (from: number, to: number) => void readRows(from, to),
    // oxlint-disable-next-line react/exhaustive-deps -- pages that went are read again
    [readRows, pages],
  );
  const openAt = openId === null ? -1 : placeOf(corpus, openId);
  // The open article may not be among those that the filter left: the first one is meant then.
  const present = active >= 0 && active < count ? active : Math.max(openAt, Math.min(0, count - 1));
  const open = (at: number) => {
    const row = rowAt(corpus, at);
    if (row) void openArticle(row.id);
  };
  return (
    <VirtualList
      label="Articles"
      data={{ 'data-pane-focus': true }}
      count={count}
      counted
      present={present}
      isSelected={(at) => openId !== null && rowAt(corpus, at)?.id === openId}
      height={() => 74}
      measured
      bring={{ row: openAt, when: openId }}
      onVisible={onVisible}
      onGo={setActive}
      onPress={open}
      onRest={(at) => {
        const row = rowAt(corpus, at);
        if (row) readAhead(row.id);
      }}
      onKey={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return false;
        open(present);
        return true;
      }}
      renderHeading={(at) => {
        const row = rowAt(corpus, at);
        const heading = row ? headingAbove(row, rowAt(corpus, at - 1), at, corpus.sort) : null;
        return (
          heading && (
            <div role="presentation" className={css.heading}>
              {heading}
            </div>
          )
        );
      }}
      renderRow={(at) => {
        const row = rowAt(corpus, at);
        return row ? (
          <CorpusRow row={row} sort={corpus.sort} open={row.id === openId} />
        ) : (
          <div className={css.waiting}>
            <span className="sr-only">Not read yet</span>
          </div>
        );
      }}
    />
  );
}
