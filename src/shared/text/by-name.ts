const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Names in the order in which people expect them: `report 2` before `report 10`, ignoring case; never equal for two names. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
