/*
 * Dates as newspapers print them. Only what can be read in one way counts: `03/04/2031` is either month, so it is none.
 */

/** A date found in a line: where it stands, in UTF-16 units of the line. */
export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The months' names, January first: English, German, French, Spanish, Italian, Portuguese, Dutch, Turkish, Russian. */
const NAMES = [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
];

const MONTHS: ReadonlyMap<string, number> = new Map([
  ...NAMES.flatMap((names) => names.split(' ').map((name, i) => [fold(name), i + 1] as const)),
  ['sept', 9] as const,
]);

const YEAR = String.raw`(?<year>(?:1[5-9]|20|21)\d\d)`;
const MONTH_NAME = String.raw`(?<name>\p{L}{3,12})\.?`;
const DAY = String.raw`(?<day>\d{1,2})`;

/** One pattern a way of writing, each with the groups year, month or name, and day; or `a` and `b` where either is the day. */
const PATTERNS: readonly RegExp[] = [
  String.raw`${YEAR}(?<mark>[-/.])(?<month>\d{1,2})\k<mark>${DAY}`,
  String.raw`${YEAR}年(?<month>\d{1,2})月${DAY}日`,
  String.raw`${DAY}(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?${MONTH_NAME},?\s+(?:de\s+|del\s+)?${YEAR}`,
  String.raw`${MONTH_NAME}\s+${DAY}(?:st|nd|rd|th)?,?\s+${YEAR}`,
  String.raw`${DAY}\.\s?(?<month>\d{1,2})\.\s?${YEAR}`,
  String.raw`(?<a>\d{1,2})(?<mark>[-/])(?<b>\d{1,2})\k<mark>${YEAR}`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?!\p{N})`, 'giu'));

/** The first date in a line that is a day of the calendar and can be read in one way, or null. */
export function findDate(line: string): FoundDate | null {
  let first: FoundDate | null = null;
  for (const pattern of PATTERNS) {
    for (const match of line.matchAll(pattern)) {
      const date = read(match.groups ?? {});
      if (date === null) continue;
      if (first === null || match.index < first.start) {
        first = { date, start: match.index, end: match.index + match[0].length };
      }
      break;
    }
  }
  return first;
}

/** What may stand beside the date in a line of its own: weekday, time, zone, and what was done then. */
const BESIDE = new RegExp(
  String.raw`\b(?:published|posted|date|on|at|from|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b` +
    String.raw`|\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?|(?<=\d)T(?=\d)|(?:\b|(?<=\d))(?:Z|UTC|GMT|[A-Z]{2,4}T)(?![\p{L}])(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}`,
  'giu',
);

/** The date of a line that holds nothing else (`Published: Friday, 14 March 2031, 10:15 GMT`), or ''. */
export function dateLine(line: string): string {
  const found = findDate(line);
  if (!found) return '';
  // A T right behind the date begins the time.
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end).replace(/^T(?=\d)/, ' ')}`.replace(BESIDE, '');
  return /[\p{L}\p{N}]/u.test(rest) ? '' : found.date;
}

/** Year, month and day → `YYYY-MM-DD`, or '' when the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): string {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return '';
  return time.toISOString().slice(0, 10);
}

function read(groups: Record<string, string | undefined>): string | null {
  const year = Number(groups['year']);
  if (groups['a'] !== undefined && groups['b'] !== undefined) {
    return dayAndMonth(year, Number(groups['a']), Number(groups['b']));
  }
  const month = groups['name'] === undefined ? Number(groups['month']) : MONTHS.get(fold(groups['name']));
  if (month === undefined) return null;
  return calendarDate(year, month, Number(groups['day'])) || null;
}

/** Two numbers that are a day and a month: only when the other way round isn't a date, or is the same one. */
function dayAndMonth(year: number, a: number, b: number): string | null {
  const readings = new Set([calendarDate(year, b, a), calendarDate(year, a, b)].filter((date) => date !== ''));
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

/** Without case and marks; the Turkish ı counts as i. */
function fold(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}
