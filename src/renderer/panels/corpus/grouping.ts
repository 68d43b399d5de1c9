import type { ArticleSort } from '../../../shared/api/contract.ts';
import type { CorpusRow } from '../../store/state.ts';
import { longDate } from '../parts/words.ts';
import { STATUS_WORD } from './status-words.ts';

/** The heading under which a row stands when the list is sorted so; '' for a list without headings. */
export function groupOf(row: CorpusRow, sort: ArticleSort): string {
  if (sort === 'date') return row.date === '' ? 'No date' : longDate(row.date);
  if (sort === 'outlet') return row.outlet || 'No outlet';
  if (sort === 'status') return STATUS_WORD[row.statusRead ?? row.status];
  return '';
}

/** The heading to draw above a row: its group, when it differs from that of the row before it; else null. */
export function headingAbove(
  row: CorpusRow,
  before: CorpusRow | undefined,
  index: number,
  sort: ArticleSort,
): string | null {
  const group = groupOf(row, sort);
  if (group === '') return null;
  // A row whose page isn't read yet could be of the same group: no heading rather than a wrong one.
  if (index > 0 && !before) return null;
  return before && groupOf(before, sort) === group ? null : group;
}
