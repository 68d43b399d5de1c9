import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import type { Core } from '../../../src/main/core.ts';
import { grid } from '../grid.ts';
import { benchCore } from '../project.ts';
import { createRandom, type Random } from '../random.ts';
import { round, type Spread, spread } from '../statistics.ts';
import type { Case } from './case.ts';
import { findingCases } from './finding.ts';
import { any, type Known, readKnown } from './known.ts';
import { ARTICLES, benchCorpus } from './make.ts';
import { paletteCases } from './palette.ts';
import { workingCases } from './working.ts';

/** Questions of each kind that count, and what they may take: milliseconds, for 95 of 100. */
const CALLS = 60;
const GOAL = 100;
/** Something is tagged before every so many questions: what is kept until something changes is then made anew. */
const TAG_EVERY = 4;

/** How long one kind of question takes. */
interface Times extends Spread {
  /** The very first one, when nothing was kept yet: not among the others. */
  readonly first: number;
  /** Processor time below which 95 of 100 stay: steadier on a busy machine. */
  readonly work: number;
}

export interface CorpusFigures {
  readonly times: Readonly<Record<string, Times>>;
  /** Parley's median to SQLite's own. */
  readonly ratios: Readonly<Record<string, number>>;
  /** Looking through everything once: seconds, and the longest time in milliseconds for which other calls waited. */
  readonly look: { readonly seconds: number; readonly longest: number };
}

/** Measures what an analyst waits for over the whole corpus, through the core's dispatch as a window's calls go. */
export async function measureCorpus(say: (line: string) => void): Promise<{ text: string; figures: CorpusFigures }> {
  const corpus = await benchCorpus(say);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'out', 'bench-corpus-'));
  const file = join(folder, 'Corpus.parley');
  copyFileSync(corpus.file, file);
  const core = benchCore(corpus.dataFolder);
  try {
    core.context.session.open(file);
    const random = createRandom(3);
    const known = readKnown(core);
    say('Looking through what is coded …');
    const look = await lookThrough(core);
    const cases = [...findingCases(core, known), ...workingCases(core, known), ...(await paletteCases(core, known))];
    const { times, bare } = await ask(core, known, cases, random);
    const scale = new Map([...bare].map(([name, all]) => [name, spread(all)]));
    const ratios = Object.fromEntries(
      [...scale].map(([name, own]) => [name, round((times[name]?.p50 ?? 0) / own.p50)]),
    );
    const figures = { times, ratios, look };
    return { text: table(figures, scale), figures };
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function note(map: Map<string, number[]>, name: string, value: number): void {
  const all = map.get(name);
  if (all) all.push(value);
  else map.set(name, [value]);
}

/** Every case in turns, so that other work on the machine meets all of them alike. */
async function ask(core: Core, known: Known, cases: readonly Case[], random: Random) {
  const clock = new Map<string, number[]>();
  const work = new Map<string, number[]>();
  const bare = new Map<string, number[]>();
  const { db } = core.context.session.need();
  for (let n = 0; n <= CALLS; n++) {
    for (const [at, one] of cases.entries()) {
      if ((n + at) % TAG_EVERY === 0) await tagSomething(core, known, random);
      const question = one.make(random);
      const processor = process.cpuUsage();
      const began = performance.now();
      await question();
      note(clock, one.name, performance.now() - began);
      const { user, system } = process.cpuUsage(processor);
      note(work, one.name, (user + system) / 1000);
      const sqlite = one.bare?.(random);
      if (!sqlite) continue;
      const from = performance.now();
      db.prepare(sqlite.sql).all(...sqlite.values);
      note(bare, one.name, performance.now() - from);
    }
  }
  const times = Object.fromEntries(
    [...clock].map(([name, [first = Number.NaN, ...others]]): [string, Times] => [
      name,
      { ...spread(others), first: round(first), work: spread((work.get(name) ?? []).slice(1)).p95 },
    ]),
  );
  return { times, bare };
}

async function tagSomething(core: Core, { mentions }: Known, random: Random): Promise<void> {
  await core.dispatch('annotations.update', { id: any(mentions, random), memo: `seen ${random.below(1e6)}` });
}

/** The check of everything, with another call asked again and again meanwhile. */
async function lookThrough(core: Core): Promise<CorpusFigures['look']> {
  const began = performance.now();
  let longest = 0;
  const state = { running: true };
  const looking = core.dispatch('lint.run', { job: 'look' }).finally(() => {
    state.running = false;
  });
  while (state.running) {
    const asked = performance.now();
    await new Promise(setImmediate);
    longest = Math.max(longest, performance.now() - asked);
  }
  await looking;
  return { seconds: round((performance.now() - began) / 1000), longest: round(longest) };
}

function table({ times, ratios, look }: CorpusFigures, scale: ReadonlyMap<string, Spread>): string {
  const head = [
    `${ARTICLES.toLocaleString('en')} articles, 200,000 annotations`,
    'first',
    'p50',
    'p95',
    'work',
    'at most',
    '',
    'SQLite',
    ':',
  ];
  const rows = Object.entries(times).map(([name, { first, p50, p95, work }]) => [
    name,
    ...[first, p50, p95, work].map((value) => value.toFixed(1)),
    `${GOAL} ms`,
    p95 <= GOAL ? 'reached' : 'not reached',
    scale.get(name)?.p50.toFixed(1) ?? '',
    ratios[name] === undefined ? '' : `${ratios[name].toFixed(1)} ×`,
  ]);
  return `${grid([head, ...rows])}\n\nLooking through all that is coded, once: ${look.seconds.toFixed(1)} s, during which other calls wait ${look.longest.toFixed(0)} ms at most.`;
}
