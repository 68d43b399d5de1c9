import type { Kind } from '../../../shared/model/kind.ts';

export const KIND_WORD: Readonly<Record<Kind, string>> = { actor: 'Actors', claim: 'Claims', venue: 'Venues' };

export const CODED_WORD = { some: 'Any annotations', none: 'No annotations' } as const;

/** `from 2 Mar 2031`, `2 Mar 2031 – 9 Mar 2031`. */
export function rangeWords(from: string, to: string): string {
  if (from !== '' && to !== '') return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return from === '' ? `until ${day(to)}` : `from ${day(from)}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

function day(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : DAY.format(time);
}
