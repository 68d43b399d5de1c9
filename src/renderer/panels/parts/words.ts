import { counted } from '../../../shared/text/counted.ts';

/** A number for reading: `1,204`. */
export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A file's size as file managers say it, in steps of 1,000: `812 bytes`, `3.4 kB`, `12 MB`. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.5 would be shown as 1000 of the smaller unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  if (unit === 0) return counted(bytes, 'byte');
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}

/**
 * A moment for reading, in the analyst's own time zone: `14 Mar 2031, 09:05`; '' for what isn't a date.
 * @param iso ISO 8601, UTC.
 */
export function moment(iso: string, timeZone?: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return at.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
}

/** Made once: making one costs a hundred times more than using it, and rows are drawn anew with every tag. */
const LONG_DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2031-03-14` → `14 March 2031`. Anything else is given back as it is. */
export function longDate(date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? date : LONG_DATE.format(time);
}

/** Names in a row for reading: `A`, `A and B`, `A, B and 3 more`. */
export function someOf(names: readonly string[], most = 3): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const shown = names.slice(0, most - 1);
  return `${shown.join(', ')} and ${count(names.length - shown.length)} more`;
}
