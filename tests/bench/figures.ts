import type { Candidate } from './candidates.ts';
import { ACTS, type Act, type Run } from './measure.ts';
import { median, round, type Spread, spread } from './statistics.ts';

/** All runs of one candidate with one size in few numbers: medians of the runs, quantiles of all edits. */
export interface Figures {
  readonly open: number;
  readonly openLeast: number;
  readonly openMost: number;
  readonly work: number;
  readonly heap: number;
  /** Median of the longest frames of each run. */
  readonly sweep: number;
  readonly sweepP95: number;
  readonly reading: number;
  /** Frames over 50 ms while the whole article was passed: median of the runs. */
  readonly over50: number;
  /** Key press to painted and durable. Empty where nothing is tagged. */
  readonly edits: Partial<Record<Act, Spread>>;
  /** The same for all four acts together; null where nothing is tagged. */
  readonly edit: Spread | null;
}

/** Candidate and size → figures, as `parley 1000`. */
export type FigureTable = ReadonlyMap<string, Figures>;

export function keyOf(candidate: Candidate, size: number): string {
  return `${candidate} ${size}`;
}

export function toFigures(runs: readonly Run[]): FigureTable {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = keyOf(run.candidate, run.size);
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  }
  return new Map([...groups].map(([key, own]) => [key, of(own)]));
}

function of(runs: readonly Run[]): Figures {
  const opens = runs.map((run) => run.open);
  const edits = ACTS.flatMap((act) => {
    const times = runs.flatMap((run) => run.edits[act].map(({ both }) => both));
    return times.length > 0 ? [[act, spread(times)] as const] : [];
  });
  const all = runs.flatMap((run) => ACTS.flatMap((act) => run.edits[act].map(({ both }) => both)));
  return {
    open: round(median(opens)),
    openLeast: round(Math.min(...opens)),
    openMost: round(Math.max(...opens)),
    work: round(median(runs.map((run) => run.work))),
    heap: round(median(runs.map((run) => run.heap))),
    sweep: round(median(runs.map((run) => run.sweep.longest))),
    sweepP95: round(median(runs.map((run) => run.sweep.p95))),
    reading: round(median(runs.map((run) => run.reading.longest))),
    over50: median(runs.map((run) => run.sweep.over50)),
    edits: Object.fromEntries(edits),
    edit: all.length > 0 ? spread(all) : null,
  };
}
