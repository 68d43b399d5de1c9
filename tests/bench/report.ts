import { type Candidate, CANDIDATES, NAMES } from './candidates.ts';
import type { CommitTimes } from './commit.ts';
import { type FigureTable, keyOf } from './figures.ts';
import { grid } from './grid.ts';
import type { Goal } from './goals.ts';
import type { Machine } from './machine.ts';
import { ACTS } from './measure.ts';

/** All that was measured, as text for a terminal. */
export function report(
  machine: Machine,
  sizes: readonly number[],
  table: FigureTable,
  commit: CommitTimes | null,
  goals: readonly Goal[],
): string {
  const parts = [
    `${machine.cores} cores, ${machine.cpu}; Chromium ${machine.chromium}, Node ${machine.node}. Milliseconds, heap in MB.`,
    ...sizes.map((size) => sizeTable(size, table)),
  ];
  if (commit) {
    parts.push(
      grid([
        ['one tag on the disk', 'p50', 'p95'],
        ...(['append', 'commit', 'call'] as const).map((name) => [
          { append: 'append and fdatasync of 4 KiB', commit: 'commit', call: 'the whole call' }[name],
          commit[name].p50.toFixed(2),
          commit[name].p95.toFixed(2),
        ]),
      ]),
    );
  }
  if (goals.length > 0) {
    parts.push(grid([['to reach', 'is', 'at most', ''], ...goals.map(goalRow)]));
  }
  return `${parts.join('\n\n')}\n`;
}

function sizeTable(size: number, table: FigureTable): string {
  const head = [
    `${size.toLocaleString('en-GB')} words`,
    'open',
    'least–most',
    'work',
    ...ACTS.map((act) => `${act} p50/p95`),
    'heap',
    'sweep: longest',
    'p95',
    '> 50',
    'reading: longest',
  ];
  const rows = CANDIDATES.flatMap((candidate: Candidate) => {
    const found = table.get(keyOf(candidate, size));
    if (!found) return [];
    return [
      [
        NAMES[candidate],
        found.open.toFixed(0),
        `${found.openLeast.toFixed(0)}–${found.openMost.toFixed(0)}`,
        found.work.toFixed(0),
        ...ACTS.map((act) => {
          const edit = found.edits[act];
          return edit ? `${edit.p50.toFixed(0)}/${edit.p95.toFixed(0)}` : '–';
        }),
        found.heap.toFixed(1),
        found.sweep.toFixed(0),
        found.sweepP95.toFixed(0),
        found.over50.toFixed(0),
        found.reading.toFixed(0),
      ],
    ];
  });
  return grid([head, ...rows]);
}

function goalRow({ what, measured, most, unit }: Goal): string[] {
  const digits = unit === '×' ? 2 : unit === 'ms' ? 1 : 0;
  const words = (value: number): string => `${value.toFixed(digits)} ${unit}`;
  return [what, words(measured), words(most), measured <= most ? 'reached' : 'not reached'];
}
