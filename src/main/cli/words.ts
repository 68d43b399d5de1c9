import type { Loss } from '../../shared/model/exchange.ts';
import { counted } from '../../shared/text/counted.ts';
import { table } from './help.ts';

/** A length in bytes for people: `812 bytes`, `3.4 kB`, `12 MB` (steps of 1,000). */
export function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const [unit, value] = bytes < 1_000_000 ? ['kB', bytes / 1000] : ['MB', bytes / 1_000_000];
  return `${value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 2 : 4 })} ${unit}`;
}

/** What isn't kept, with counts; nothing when all is. */
export function lossLines(heading: string, losses: readonly Loss[]): string[] {
  if (losses.length === 0) return [];
  return [heading, ...table(losses.map((loss) => [loss.count.toLocaleString('en'), loss.what, loss.detail]))];
}
