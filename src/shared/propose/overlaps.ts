import type { Fragment } from '../text/span.ts';

/** Whether two ranges share a unit. */
export function overlaps(a: Fragment, b: Fragment): boolean {
  return a.start < b.end && b.start < a.end;
}
