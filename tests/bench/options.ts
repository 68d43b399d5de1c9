import { parseArgs } from 'node:util';
import { type Candidate, CANDIDATES } from './candidates.ts';
import { isQuality, QUALITY_NAMES, type QualityName } from './quality.ts';

export interface Options {
  readonly sizes: readonly number[];
  readonly iterations: number;
  readonly candidates: readonly Candidate[];
  /** What is measured on gold: without a browser. */
  readonly qualities: readonly QualityName[];
  /** Whether keystrokes are counted. */
  readonly keys: boolean;
  /** What is timed without a browser: a large corpus, import and export. */
  readonly timed: readonly TimedName[];
  /** Whether the commit is measured too. */
  readonly disk: boolean;
  /** Whether the figures are good for the history: everything, and often enough. */
  readonly keep: boolean;
}

/** What `--only` may name of what is timed without a browser. */
export const TIMED = ['corpus', 'import', 'export'] as const;
export type TimedName = (typeof TIMED)[number];

const isTimed = (name: string): name is TimedName => TIMED.includes(name as TimedName);

const SIZES = [1000, 10_000, 100_000];

/** Runs of each that the history asks for. */
const ENOUGH = 7;

export const HELP = `npm run bench [-- OPTIONS]
  --iters N      fresh browsers for each candidate and size (${ENOUGH})
  --quick        the same as --iters 3
  --sizes A,B    words of the articles (${SIZES.join(',')})
  --only A,B     of ${CANDIDATES.join(', ')}, disk, keys, ${TIMED.join(', ')}, ${QUALITY_NAMES.join(', ')}`;

/** @throws Error in plain words. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      iters: { type: 'string' },
      quick: { type: 'boolean' },
      sizes: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? [...CANDIDATES, 'disk', 'keys', ...TIMED, ...QUALITY_NAMES];
  const unknown = only.find(
    (name) =>
      !['disk', 'keys'].includes(name) && !isTimed(name) && !isQuality(name) && !CANDIDATES.includes(name as Candidate),
  );
  if (unknown !== undefined) throw new Error(`--only: there is no “${unknown}”.`);
  const iterations = Number(values.iters ?? (values.quick ? 3 : ENOUGH));
  const sizes = (values.sizes?.split(',') ?? SIZES).map(Number);
  if (!(iterations >= 1) || sizes.some((size) => !(size >= 100))) {
    throw new Error('--iters takes a number from 1 on, --sizes numbers from 100 on.');
  }
  return {
    sizes,
    iterations,
    candidates: CANDIDATES.filter((candidate) => only.includes(candidate)),
    qualities: only.filter(isQuality),
    keys: only.includes('keys'),
    timed: only.filter(isTimed),
    disk: only.includes('disk'),
    keep: iterations >= ENOUGH && values.sizes === undefined && values.only === undefined,
  };
}
