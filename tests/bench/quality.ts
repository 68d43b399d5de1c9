import { proposalsQuality } from './proposals/report.ts';
import { resolverQuality } from './resolver.ts';

/** How good something is, measured on gold: no browser, no clock, the same figures on every machine. */
export interface Quality {
  /** As text for a terminal. */
  readonly text: string;
  /** For the history. */
  readonly figures: unknown;
}

/** What `--only` may name besides what is timed. */
export const QUALITIES = {
  proposals: proposalsQuality,
  resolver: resolverQuality,
} satisfies Record<string, () => Quality>;

export type QualityName = keyof typeof QUALITIES;

export const QUALITY_NAMES = Object.keys(QUALITIES) as readonly QualityName[];

export function isQuality(name: string): name is QualityName {
  return Object.hasOwn(QUALITIES, name);
}
