import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { MentionPlace } from '../../../shared/api/methods/mentions.ts';
import { classes } from '../../ui/classes.ts';
import { longDate } from '../corpus/grouping.ts';
import css from './mentions.module.css';
import { isStruck, type MentionRow, placeKey } from './rows.ts';

export interface MentionListProps {
  /** Where the focus begins. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly rows: readonly MentionRow[];
  readonly toggled: ReadonlySet<string>;
  /** Strikes out what is taken and takes what is struck out. */
  onToggle(keys: readonly string[]): void;
}

/** The places, by article. Arrow keys move; Space strikes out a place, or all of an article. */
export function MentionList({ place: scroller, rows, toggled, onToggle }: MentionListProps) {
  const [at, setAt] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 12,
  });
  const present = Math.min(at, Math.max(0, rows.length - 1));
  const items = virtual.getVirtualItems();
  const toggleRow = (row: MentionRow | undefined) => {
    if (!row) return;
    if (row.is === 'place') onToggle([placeKey(row.place)]);
    else {
      // All of an article go the same way: struck out, unless all are.
      const struck = row.places.every((place) => isStruck(place, toggled));
      onToggle(row.places.filter((place) => isStruck(place, toggled) === struck).map(placeKey));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: present + 1,
      ArrowUp: present - 1,
      PageDown: present + 10,
      PageUp: present - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const next = Math.min(rows.length - 1, Math.max(0, target));
      setAt(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === ' ') {
      event.preventDefault();
      toggleRow(rows[present]);
    }
  };
  return (
    <div
      ref={scroller}
      className={css.list}
      role="listbox"
      aria-multiselectable="true"
      aria-label="Places that will be tagged"
      tabIndex={0}
      aria-activedescendant={items.some(({ index }) => index === present) ? `mention-${present}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start, size }) => {
          const row = rows[index];
          if (!row) return null;
          const places = row.is === 'place' ? [row.place] : row.places;
          const taken = places.filter((place) => !isStruck(place, toggled)).length;
          return (
            <div
              key={key}
              id={`mention-${index}`}
              role="option"
              aria-selected={taken > 0}
              tabIndex={-1}
              className={classes(
                css.row,
                row.is === 'article' && css.article,
                taken === 0 && css.struck,
                index === present && css.present,
              )}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => {
                setAt(index);
                toggleRow(row);
              }}
            >
              <span
                className={classes(
                  css.tick,
                  taken === places.length && css.ticked,
                  taken > 0 && taken < places.length && css.some,
                )}
                aria-hidden
              />
              {row.is === 'article' ? (
                <>
                  <bdi className={css.title}>{row.article.title || 'Untitled'}</bdi>
                  <span className={css.about}>
                    {[row.article.outlet, longDate(row.article.date), `${taken} of ${places.length}`]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </>
              ) : (
                <Place place={row.place} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Place({ place }: { readonly place: MentionPlace }) {
  const { before, words, after, does, inside } = place;
  return (
    <>
      <span className={css.before} dir="rtl">
        <bdi>{before}</bdi>
      </span>
      <mark className={css.words}>{words}</mark>
      <span className={css.after}>{after}</span>
      {does === 'link' && <span className={css.note}>tagged, gets the entity</span>}
      {inside !== '' && <span className={css.note}>inside “{inside}”</span>}
    </>
  );
}
