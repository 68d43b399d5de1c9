/** Whether `YYYY-MM-DD` is a day of the proleptic Gregorian calendar, as ISO 8601 has it. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // Some engines carry 30 February over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
