/** The value below which a share of the values lies, one of them; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? Number.NaN) + upper) / 2;
}

/** The middle of many values, and what 95 of 100 stay below. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** Of milliseconds, to a hundredth. */
export function spread(values: readonly number[]): Spread {
  return { p50: round(quantile(values, 0.5)), p95: round(quantile(values, 0.95)) };
}

/** To a hundredth. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
