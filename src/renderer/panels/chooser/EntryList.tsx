import { useVirtualizer } from '@tanstack/react-virtual';
import { FileText, Folder } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useId, useRef } from 'react';
import type { FolderEntry } from '../../../shared/api/contract.ts';
import { classes } from '../../ui/classes.ts';
import { fileSize, moment } from '../parts/words.ts';
import css from './chooser.module.css';
import { all, extend, type ListSelection, moved, only, toggle, typedRow } from './selection.ts';

const ROW = 32;
/** Milliseconds after which typing begins a new word. */
const TYPING_PAUSE = 900;

export interface EntryListProps {
  readonly label: string;
  readonly entries: readonly FolderEntry[];
  readonly selection: ListSelection;
  /** Whether several rows can be chosen. */
  readonly several: boolean;
  /** Whether an entry may be chosen; the others are shown dim. */
  canChoose(entry: FolderEntry): boolean;
  onSelection(selection: ListSelection): void;
  /** Enter or a double press. */
  onOpen(index: number): void;
  /** Backspace. */
  onUp(): void;
  readonly focus: Ref<HTMLDivElement>;
}

/** What lies in a folder. Arrows move, Enter opens, Backspace goes up, typing finds a name; it draws only what is in view. */
export function EntryList(props: EntryListProps) {
  const { label, entries, selection, several, canChoose, onSelection, onOpen, onUp, focus } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typing = useRef({ text: '', at: 0 });
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const { active } = selection;
  useEffect(() => {
    if (active >= 0) rows.scrollToIndex(active);
  }, [active, rows]);

  const goTo = (index: number, event: KeyboardEvent | MouseEvent): void => {
    if (several && event.shiftKey) onSelection(extend(selection, index));
    else if (several && (event.ctrlKey || event.metaKey) && event.type === 'click') {
      onSelection(toggle(selection, index));
    } else if (several && event.ctrlKey) onSelection({ ...selection, active: index });
    else onSelection(only(index));
  };

  const type = (key: string): void => {
    const now = performance.now();
    const begun = now - typing.current.at > TYPING_PAUSE ? '' : typing.current.text;
    typing.current = { text: begun + key, at: now };
    const found = typedRow(
      entries.map((entry) => entry.name),
      typing.current.text,
      active,
    );
    if (found >= 0) onSelection(only(found));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / ROW) - 1);
    const to = moved(event.key, active, entries.length, page);
    const inWord = typing.current.text !== '' && performance.now() - typing.current.at <= TYPING_PAUSE;
    if (to !== null) goTo(to, event);
    else if (event.key === 'Enter' && active >= 0) onOpen(active);
    else if (event.key === 'Backspace') onUp();
    else if (event.key === ' ' && !inWord && active >= 0)
      onSelection(several ? toggle(selection, active) : only(active));
    else if (several && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      onSelection(all(entries.length, active));
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) type(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div className={css.list}>
      <div className={classes(css.entry, css.listHead)} aria-hidden>
        <span>Name</span>
        <span className={css.size}>Size</span>
        <span>Changed</span>
      </div>
      <div
        ref={(element) => {
          scroller.current = element;
          if (typeof focus === 'function') focus(element);
          else if (focus) focus.current = element;
        }}
        className={css.entries}
        role="listbox"
        aria-label={label}
        aria-multiselectable={several}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={css.sizer} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const entry = entries[item.index];
            if (!entry) return null;
            const chosen = selection.chosen.has(item.index);
            return (
              <div
                key={item.key}
                id={`${id}-${item.index}`}
                role="option"
                tabIndex={-1}
                aria-selected={chosen}
                aria-setsize={entries.length}
                aria-posinset={item.index + 1}
                className={classes(
                  css.entry,
                  css.option,
                  chosen && css.chosen,
                  item.index === active && css.active,
                  !canChoose(entry) && entry.kind === 'file' && css.dim,
                )}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                onClick={(event) => goTo(item.index, event)}
                onDoubleClick={() => onOpen(item.index)}
              >
                <span className={css.name} title={entry.name}>
                  {entry.kind === 'folder' ? <Folder size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
                  <span className={css.nameWords}>{entry.name}</span>
                  {entry.kind === 'folder' && <span className="sr-only">, folder</span>}
                </span>
                <span className={css.size}>{entry.kind === 'file' ? fileSize(entry.bytes) : ''}</span>
                <span className={css.changed}>{moment(entry.modifiedAt)}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
