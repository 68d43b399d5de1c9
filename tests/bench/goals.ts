import type { Candidate } from './candidates.ts';
import type { CommitTimes } from './commit.ts';
import { type FigureTable, type Figures, keyOf } from './figures.ts';

/** What is to be reached, and where the program is. */
export interface Goal {
  readonly what: string;
  /** The ratio, or the milliseconds, that were measured. */
  readonly measured: number;
  readonly most: number;
  readonly unit: '×' | 'ms' | 'frames over 50 ms';
}

/** Two frames, in milliseconds: as fast as a screen can be. */
const TWO_FRAMES = 33.4;

const open = (figures: Figures): number => figures.open;
const p95 = (figures: Figures): number | undefined => figures.edit?.p95;

/** Every goal that these figures can judge: a size or candidate that wasn't measured leaves its goals out. */
export function judge(table: FigureTable, commit: CommitTimes | null): Goal[] {
  const goals: Goal[] = [];
  const compare = (
    what: string,
    most: number,
    ours: readonly [Candidate, number],
    others: readonly [Candidate, number],
    pick: (figures: Figures) => number | undefined,
  ): void => {
    const a = table.get(keyOf(...ours));
    const b = table.get(keyOf(...others));
    const [x, y] = [a && pick(a), b && pick(b)];
    if (x !== undefined && y !== undefined) goals.push({ what, measured: x / y, most, unit: '×' });
  };
  compare('open 100,000 words : plain paragraphs in memory', 1, ['parley', 1e5], ['paragraphs', 1e5], open);
  compare('open 100,000 words : plain paragraphs, served', 1, ['parley', 1e5], ['paragraphs-served', 1e5], open);
  compare('open 100,000 words : CodeMirror in memory', 1.5, ['parley', 1e5], ['codemirror', 1e5], open);
  compare('open 100,000 words : CodeMirror, served', 1.5, ['parley', 1e5], ['codemirror-served', 1e5], open);
  compare('open 10,000 words : plain paragraphs in memory', 2, ['parley', 1e4], ['paragraphs', 1e4], open);
  compare('open 10,000 words : plain paragraphs, served', 2, ['parley', 1e4], ['paragraphs-served', 1e4], open);
  compare('open, from 10,000 to 100,000 words', 2, ['parley', 1e5], ['parley', 1e4], open);
  const sudden = 'without warning';
  compare(
    `${sudden}, 100,000 words : plain paragraphs in memory`,
    1,
    ['parley-sudden', 1e5],
    ['paragraphs', 1e5],
    open,
  );
  compare(
    `${sudden}, 100,000 words : CodeMirror, served`,
    1.5,
    ['parley-sudden', 1e5],
    ['codemirror-served', 1e5],
    open,
  );
  compare(`${sudden}, from 10,000 to 100,000 words`, 2, ['parley-sudden', 1e5], ['parley-sudden', 1e4], open);
  const ours = table.get(keyOf('parley', 1e5));
  if (ours?.edit) {
    goals.push({ what: 'edit, p95, 100,000 words', measured: ours.edit.p95, most: TWO_FRAMES, unit: 'ms' });
  }
  compare('edit, p95, 100,000 words : CodeMirror in memory', 1.3, ['parley', 1e5], ['codemirror', 1e5], p95);
  compare('edit, p95, 100,000 words : CodeMirror, served', 1.3, ['parley', 1e5], ['codemirror-served', 1e5], p95);
  compare('tag, p50, from 10,000 to 100,000 words', 1.5, ['parley', 1e5], ['parley', 1e4], (f) => f.edits.tag?.p50);
  compare(
    'scroll 100,000 words, longest frame : plain paragraphs',
    2,
    ['parley', 1e5],
    ['paragraphs', 1e5],
    (f) => f.sweep,
  );
  if (ours) {
    goals.push({ what: 'scroll 100,000 words', measured: ours.over50, most: 0, unit: 'frames over 50 ms' });
  }
  if (commit) {
    goals.push({
      what: 'commit of one tag : append and fdatasync of 4 KiB',
      measured: commit.commit.p50 / commit.append.p50,
      most: 1.2,
      unit: '×',
    });
  }
  return goals;
}
