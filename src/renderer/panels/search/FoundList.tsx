import { type KeyboardEvent, type ReactNode, useCallback } from 'react';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import css from './search.module.css';

export interface FoundListProps {
  readonly label: string;
  readonly count: number;
  readonly present: number;
  height(at: number): number;
  renderHeading?(at: number): ReactNode;
  renderRow(at: number): ReactNode;
  readonly rowClass?: string | undefined;
  /** Letters and digits that do something with the present row: whether they did. */
  onLetter(key: string): boolean;
}

/** What was found: the next page is read before the end of the list comes; arrow up at the first row goes back to the field. */
export function FoundList({
  label,
  count,
  present,
  height,
  renderHeading,
  renderRow,
  rowClass,
  onLetter,
}: FoundListProps) {
  const searchMore = useStore((store) => store.searchMore);
  const choose = useStore((store) => store.chooseFound);
  const openFound = useStore((store) => store.openFound);
  const readFoundAhead = useStore((store) => store.readFoundAhead);
  const onVisible = useCallback(
    (_: number, to: number) => {
      if (to >= count - 40) void searchMore();
    },
    [count, searchMore],
  );
  return (
    <VirtualList
      label={label}
      data={{ 'data-found': true, 'data-own-keys': true }}
      className={css.list}
      count={count}
      present={present}
      height={height}
      page={15}
      // Coming back shows where one was.
      bring={{ row: present, when: '' }}
      onVisible={onVisible}
      onGo={choose}
      onOpen={(at) => void openFound(at)}
      onRest={readFoundAhead}
      onLeave={() => document.querySelector<HTMLElement>('[data-search-field]')?.focus()}
      onKey={(event: KeyboardEvent) => onLetter(event.key.toLowerCase())}
      {...(renderHeading ? { renderHeading } : {})}
      rowClass={(at) => classes(css.row, rowClass, at === present && css.present)}
      renderRow={renderRow}
    />
  );
}
