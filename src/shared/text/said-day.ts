import { findDate } from './dates.ts';
import { isDay } from './day.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const LONGEST_BACK = 3660;

/**
 * A day as an analyst writes it: `2031-03-11`, `11 March 2031`, or counted from the article's own day: `yesterday`, `Tuesday`
 * (the last one up to it: what is out on a Friday says “on Friday” of that day), `-3` (days before). Null for what can't be read, or can't be counted without that day.
 * @param published `YYYY-MM-DD`, or ''.
 */
export function saidDay(typed: string, published: string): string | null {
  const words = typed.trim().toLowerCase();
  if (isDay(words)) return words;
  const found = findDate(words);
  if (found) return found.start === 0 && found.end === words.length ? found.date : null;
  const back = daysBack(words, published);
  return back === null || !isDay(published) ? null : before(published, back);
}

function daysBack(words: string, published: string): number | null {
  if (words === 'today') return 0;
  if (words === 'yesterday') return 1;
  const counted = /^[-−](\d{1,4})$/.exec(words);
  if (counted) return Number(counted[1]) <= LONGEST_BACK ? Number(counted[1]) : null;
  const day = words.length >= 3 ? WEEKDAYS.findIndex((name) => name.startsWith(words)) : -1;
  if (day < 0) return null;
  const own = new Date(`${published}T00:00:00Z`).getUTCDay();
  return (own - day + 7) % 7;
}

function before(day: string, days: number): string | null {
  const time = Date.parse(`${day}T00:00:00Z`) - days * 86_400_000;
  const found = new Date(time).toISOString().slice(0, 10);
  return isDay(found) ? found : null;
}
