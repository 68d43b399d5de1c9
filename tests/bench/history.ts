import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { ROOT } from '../../scripts/lib/root.mjs';
import type { CommitTimes } from './commit.ts';
import type { FigureTable } from './figures.ts';
import type { Goal } from './goals.ts';
import type { Machine } from './machine.ts';
import { round } from './statistics.ts';

/** The history's own file does not make a checkout changed. */
const HISTORY = 'tests/bench/history.jsonl';

/** Adds a line with all figures to the history. */
export function keep(
  iterations: number,
  machine: Machine,
  table: FigureTable,
  commit: CommitTimes,
  goals: readonly Goal[],
): void {
  const reached = goals.map(({ what, measured, most }) => [what, round(measured), measured <= most]);
  const line = {
    date: new Date().toISOString(),
    ...codeNow(),
    iterations,
    machine,
    figures: Object.fromEntries(table),
    disk: commit,
    goals: reached,
  };
  appendFileSync(new URL('history.jsonl', import.meta.url), `${JSON.stringify(line)}\n`);
}

/**
 * Adds what was measured on gold to the history, unless the last line of its kind says the same: such figures change with
 * the code alone.
 */
export function keepQuality(name: string, figures: unknown): boolean {
  const path = new URL('history.jsonl', import.meta.url);
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const last = lines
    .map((line) => JSON.parse(line) as { quality?: Record<string, unknown> })
    .findLast(({ quality }) => quality?.[name]);
  if (JSON.stringify(last?.quality?.[name]) === JSON.stringify(figures)) return false;
  const line = { date: new Date().toISOString(), ...codeNow(), quality: { [name]: figures } };
  appendFileSync(path, `${JSON.stringify(line)}\n`);
  return true;
}

/**
 * Adds what was timed apart from the browser to the history, with the machine. Only of a checkout as it was committed: what is
 * tried out on the way isn't kept.
 */
export function keepTimed(name: string, machine: Omit<Machine, 'chromium'>, figures: unknown): boolean {
  const { commit, changed } = codeNow();
  if (changed) return false;
  const line = { date: new Date().toISOString(), commit, machine, timed: { [name]: figures } };
  appendFileSync(new URL('history.jsonl', import.meta.url), `${JSON.stringify(line)}\n`);
  return true;
}

/** The commit, and whether there are changes that aren't in it. */
function codeNow(): { readonly commit: string; readonly changed: boolean } {
  return {
    commit: git('rev-parse', '--short=12', 'HEAD'),
    changed: git('status', '--porcelain', '--', 'src', 'tests/bench', `:(exclude)${HISTORY}`) !== '',
  };
}

/** '' where there is no git. */
function git(...args: readonly string[]): string {
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
