import { type RefObject, useState } from 'react';
import type { MentionPlace } from '../../../shared/api/methods/mentions.ts';
import { classes } from '../../ui/classes.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { isRightToLeft } from '../parts/direction.ts';
import { Keyword } from '../parts/Keyword.tsx';
import { longDate } from '../parts/words.ts';
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
export function MentionList({ place, rows, toggled, onToggle }: MentionListProps) {
  const [at, setAt] = useState(0);
  const present = Math.min(at, Math.max(0, rows.length - 1));
  const toggleRow = (row: MentionRow | undefined) => {
    if (!row) return;
    if (row.is === 'place') onToggle([placeKey(row.place)]);
    else {
      // All of an article go the same way: struck out, unless all are.
      const struck = row.places.every((place) => isStruck(place, toggled));
      onToggle(row.places.filter((place) => isStruck(place, toggled) === struck).map(placeKey));
    }
  };
  return (
    <VirtualList
      element={place}
      className={css.list}
      label="Places that will be tagged"
      several
      count={rows.length}
      present={present}
      isSelected={(each) => taken(rows[each], toggled) > 0}
      height={() => 32}
      page={10}
      onGo={setAt}
      onPress={(each) => toggleRow(rows[each])}
      onKey={(event) => {
        if (event.key !== ' ') return false;
        toggleRow(rows[present]);
        return true;
      }}
      rowClass={(each) =>
        classes(
          css.row,
          rows[each]?.is === 'article' && css.article,
          isTurned(rows[each]) && css.turned,
          taken(rows[each], toggled) === 0 && css.struck,
        )
      }
      renderRow={(each) => {
        const row = rows[each];
        return row && <Row row={row} taken={taken(row, toggled)} />;
      }}
    />
  );
}

function placesOf(row: MentionRow | undefined): readonly MentionPlace[] {
  return row === undefined ? [] : row.is === 'place' ? [row.place] : row.places;
}

function isTurned(row: MentionRow | undefined): boolean {
  return row?.is === 'place' && isRightToLeft(row.place.words);
}

/** How many places of a row aren't struck out. */
function taken(row: MentionRow | undefined, toggled: ReadonlySet<string>): number {
  return placesOf(row).filter((place) => !isStruck(place, toggled)).length;
}

function Row({ row, taken: left }: { readonly row: MentionRow; readonly taken: number }) {
  const all = placesOf(row).length;
  return (
    <>
      <span className={classes(css.tick, left === all && css.ticked, left > 0 && left < all && css.some)} aria-hidden />
      {row.is === 'article' ? (
        <>
          <bdi className={css.title}>{row.article.title || 'Untitled'}</bdi>
          <span className={css.about}>
            {[row.article.outlet, longDate(row.article.date), `${left} of ${all}`].filter(Boolean).join(' · ')}
          </span>
        </>
      ) : (
        <Place place={row.place} />
      )}
    </>
  );
}

function Place({ place }: { readonly place: MentionPlace }) {
  const { does, inside } = place;
  return (
    <>
      <Keyword line={place} css={css} />
      {does === 'link' && <span className={css.note}>tagged, gets the entity</span>}
      {inside !== '' && <span className={css.note}>inside “{inside}”</span>}
    </>
  );
}
