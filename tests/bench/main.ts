import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import findPrograms from '../e2e/support/find-programs.ts';
import { programs } from '../e2e/support/programs.ts';
import { createStages } from './candidates.ts';
import { measureCommit } from './commit.ts';
import { measureCorpus } from './corpus/measure.ts';
import { measureExport } from './exchange/export.ts';
import { measureImport } from './exchange/import.ts';
import { toFigures } from './figures.ts';
import { judge } from './goals.ts';
import { keep, keepQuality, keepTimed } from './history.ts';
import { describeMachine } from './machine.ts';
import { measure, type Run } from './measure.ts';
import { measureKeys } from './keys/keys.ts';
import { HELP, type Options, readOptions, type TimedName } from './options.ts';
import { buildPeers } from './peers/build.ts';
import { makeProject, readArticles } from './project.ts';
import { QUALITIES } from './quality.ts';
import { report } from './report.ts';
import { measureResolverSpeed } from './resolver-speed.ts';
import { startServer } from './server.ts';

/** Pieces of text that are tagged in each run. */
const EDITS = 4;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What is measured on gold: printed, and kept when it changed. */
function measureQualities(options: Options): void {
  for (const name of options.qualities) {
    const { text, figures } = QUALITIES[name]();
    process.stdout.write(`\n${text}\n`);
    if (keepQuality(name, figures)) say(`\nAdded to the history: ${name}.`);
  }
}

/** Keystrokes change with the code alone, as figures on gold do. */
async function countKeys(): Promise<void> {
  const { text, figures } = await measureKeys();
  process.stdout.write(`\n${text}\n`);
  if (keepQuality('keys', figures)) say('\nAdded to the history: keys.');
}

type Part = (tell: typeof say) => Promise<{ readonly text: string; readonly figures: unknown }>;
const PARTS: Readonly<Record<TimedName, Part>> = {
  corpus: measureCorpus,
  import: measureImport,
  export: measureExport,
};

/** What is timed without a browser: printed, and kept with the commit that it belongs to. */
async function measureTimed(name: TimedName): Promise<void> {
  const { text, figures } = await PARTS[name](say);
  process.stdout.write(`\n${text}\n`);
  const { cores, cpu, node } = describeMachine('');
  if (keepTimed(name, { cores, cpu, node }, figures)) say(`\nAdded to the history: ${name}.`);
}

async function main(options: Options): Promise<void> {
  measureQualities(options);
  if (options.qualities.includes('resolver')) process.stdout.write(`\n${await measureResolverSpeed()}\n`);
  if (options.keys) await countKeys();
  for (const name of options.timed) await measureTimed(name);
  if (options.candidates.length === 0 && !options.disk) return;
  await findPrograms();
  const program = programs().chromium;
  if (program.path === null) throw new Error(`The bench needs a browser: ${program.reason}.`);
  const launch = (): Promise<Browser> =>
    chromium.launch({ executablePath: program.path, args: program.args, chromiumSandbox: false });

  // On the checkout's own disk: a folder for temporary files may lie in memory.
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'out', 'bench-'));
  try {
    say('Making articles …');
    const project = await makeProject(folder, options.sizes);
    const commit = options.disk ? await measureCommit(project, folder) : null;

    const articles = join(folder, 'articles.json');
    writeFileSync(articles, JSON.stringify(await readArticles(project)));
    const pages = await buildPeers(join(folder, 'pages'));
    const peers = await startServer(
      join(import.meta.dirname, 'peers', 'serve.ts'),
      [pages, articles, join(folder, 'kept')],
      folder,
    );
    const stages = createStages(project, folder, peers);
    const runs: Run[] = [];
    let version = '';
    try {
      for (let n = 0; n < options.iterations; n++) {
        for (const [size, article] of project.sized) {
          for (const candidate of options.candidates) {
            const browser = await launch();
            version = browser.version();
            try {
              const run = await measure(browser, stages, candidate, article, size, EDITS);
              runs.push(run);
              say(`${n + 1}/${options.iterations} ${candidate}, ${size} words: open ${run.open.toFixed(0)} ms`);
            } finally {
              await browser.close();
            }
          }
        }
      }
    } finally {
      await stages.end();
    }
    const machine = describeMachine(version);
    const table = toFigures(runs);
    const goals = judge(table, commit);
    process.stdout.write(`\n${report(machine, options.sizes, table, commit, goals)}`);
    if (options.keep && commit) keep(options.iterations, machine, table, commit, goals);
    else say('\nNot added to the history: that takes all sizes, all candidates and at least 7 runs of each.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
if (args.includes('--help')) {
  process.stdout.write(`${HELP}\n`);
} else {
  try {
    await main(readOptions(args));
  } catch (error) {
    say(`bench: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
