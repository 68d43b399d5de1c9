import type { ArticleRow, ArticleSort } from '../../../shared/api/contract.ts';

/** The heading under which a row stands when the list is sorted so; '' for a list without headings. */
export function groupOf(row: ArticleRow, sort: ArticleSort): string {
  if (sort === 'date') return row.date === '' ? 'No date' : longDate(row.date);
  if (sort === 'outlet') return row.outlet || 'No outlet';
  return '';
}

/** The heading to draw above a row: its group, when it differs from that of the row before it; else null. */
export function headingAbove(
  row: ArticleRow,
  before: ArticleRow | undefined,
  index: number,
  sort: ArticleSort,
): string | null {
  const group = groupOf(row, sort);
  if (group === '') return null;
  // A row whose page isn't read yet could be of the same group: no heading rather than a wrong one.
  if (index > 0 && !before) return null;
  return before && groupOf(before, sort) === group ? null : group;
}

/** Made once: making one costs a hundred times more than using it, and every row is drawn anew with every tag. */
const LONG_DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2031-03-14` → `14 March 2031`. Anything else is given back as it is. */
export function longDate(date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? date : LONG_DATE.format(time);
}
