import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { presentElectron } from './lib/electron.mjs';
import { ensureBuilt, ensureInstalled, nodePath } from './lib/ensure.mjs';
import { toolEnvironment } from './lib/node.mjs';
import { ROOT } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/*
 * `npm test`: installs and builds what is missing, then checks and tests everything. The first section that fails ends it.
 * The last line is the total: `N passed, N failed, N skipped`.
 */

const reports = mkdtempSync(join(tmpdir(), 'parley-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** The tools by the files that run them: the same on every system. */
const tool = (...path) => join(ROOT, 'node_modules', ...path);
const TSC = tool('typescript', 'bin', 'tsc');
const OXLINT = tool('oxlint', 'bin', 'oxlint');
const VITEST = tool('vitest', 'vitest.mjs');
const PLAYWRIGHT = tool('@playwright', 'test', 'cli.js');

const sections = [
  ['Install', () => ensureInstalled()],
  ['Types', types],
  ['Lint', () => node(OXLINT, '--deny-warnings', 'src', 'tests', 'scripts')],
  ['Unit, format, database and contract tests', unitTests],
  ['Build', () => ensureBuilt()],
  ['Browser tests', browserTests],
];

let ok = true;
for (const [title, work] of sections) {
  process.stdout.write(`\n== ${title}\n`);
  try {
    await work();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    ok = false;
    break;
  }
}
if (!ok && total.failed === 0) total.failed = 1;
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = ok ? 0 : 1;

async function types() {
  for (const part of ['src/shared', 'src/main', 'src/renderer', 'tests']) await node(TSC, '-p', part);
}

async function unitTests() {
  const file = join(reports, 'vitest.json');
  await tested(
    () => node(VITEST, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`),
    file,
    (report) => [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests],
  );
}

async function browserTests() {
  const file = join(reports, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  await tested(
    // A browser on a busy machine misses a press once in some thousand: such a test gets one more try, and is named.
    () => withDisplay(env, PLAYWRIGHT, 'test', '--reporter=list,json', '--retries=1'),
    file,
    (report) => {
      for (const title of onSecondTry(report.suites)) process.stdout.write(`passed on its second try only: ${title}\n`);
      const { stats } = report;
      return [stats.expected + stats.flaky, stats.unexpected, stats.skipped];
    },
  );
}

/** The titles of the tests that failed at first. */
function onSecondTry(suites) {
  return suites.flatMap(({ title, suites: inner = [], specs = [] }) => [
    ...onSecondTry(inner),
    ...specs.flatMap((spec) =>
      spec.tests.flatMap((test) => (test.status === 'flaky' ? [`${test.projectName} › ${title} › ${spec.title}`] : [])),
    ),
  ]);
}

/** Runs tests, and adds what their report counts whether they passed or not. */
async function tested(work, file, counts) {
  try {
    await work();
  } finally {
    const [passed, failed, skipped] = counts(readReport(file));
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error('The tests ended without a report.');
  }
}

/** Runs a tool; throws when it fails. */
async function node(...args) {
  const { code } = await run(nodePath(), args, { env: testEnvironment() });
  if (code !== 0) throw new Error(`failed (${code})`);
}

/** The same with a display for Electron: a virtual one where Electron is there and no display is. */
async function withDisplay(env, ...args) {
  const wanted = process.platform === 'linux' && !process.env.DISPLAY && presentElectron() !== null;
  const virtual = wanted && (await run('xvfb-run', ['--help'], { quiet: true })).code === 0;
  const [command, ...before] = virtual ? ['xvfb-run', '-a', nodePath()] : [nodePath()];
  const { code } = await run(command, [...before, ...args], { env: { ...testEnvironment(), ...env } });
  if (code !== 0) throw new Error(`failed (${code})`);
}

/** Tests find the Node that is meant by its plain name too. */
function testEnvironment() {
  const env = toolEnvironment();
  return { ...env, PATH: `${join(nodePath(), '..')}${delimiter}${env.PATH}` };
}
