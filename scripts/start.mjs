import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { electronPath, noWindowBecause } from './lib/electron.mjs';
import { ensureBuilt, ensureInstalled, nodePath } from './lib/ensure.mjs';
import { ROOT } from './lib/root.mjs';

/*
 * `npm start [-- [--browser] PROJECT]`: installs and builds what is missing, then opens Parley in its own window, or, where
 * Electron can't run, in the browser.
 */

/** A window that ends with an error this soon, in milliseconds, never came up. */
const TOO_SOON = 15_000;

const say = (line) => process.stdout.write(`${line}\n`);

const USAGE = 'Usage: npm start [-- [--browser] PROJECT.parley]';
const HELP = [
  USAGE,
  '',
  'Opens Parley on a project: on the one that was open last, or the sample, unless one is given.',
  'What is missing is installed and built first.',
  '',
  '  --browser  In the browser, on this machine alone (127.0.0.1), instead of a window of its own.',
  '  --help     Show this help.',
  '',
  'Without a window: npm run --silent parley -- --help',
];

const given = process.argv.slice(2);
const unknown = given.find((argument) => argument.startsWith('-') && argument !== '--browser');
if (given.some((argument) => argument === '--help' || argument === '-h')) {
  for (const line of HELP) say(line);
  process.exit(0);
}
if (unknown !== undefined) {
  process.stderr.write(`There is no option “${unknown}”.\n${USAGE}\n`);
  process.exit(2);
}

try {
  const project = given.find((argument) => !argument.startsWith('-'));
  const named = project === undefined ? [] : [resolve(process.env.INIT_CWD ?? process.cwd(), project)];
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await (given.includes('--browser') ? inBrowser(named) : inWindow(named));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** @param {string[]} named @returns {Promise<number>} the exit code. */
async function inWindow(named) {
  const reason = noWindowBecause();
  const electron = reason === null ? await electronPath(say) : null;
  if (electron === null) {
    say(`Parley runs in the browser: ${reason ?? 'Electron’s program isn’t here and could not be got'}.`);
    return inBrowser(named);
  }
  const began = Date.now();
  const code = await follow(electron, [ROOT, ...named]);
  if (code === 0 || Date.now() - began > TOO_SOON) return code;
  say('Parley runs in the browser: Electron did not start.');
  return inBrowser(named);
}

/** @param {string[]} named @returns {Promise<number>} the exit code. */
function inBrowser(named) {
  return follow(nodePath(), [join(ROOT, 'out', 'main', 'serve.js'), '--open', ...named]);
}

/** Runs a program in the foreground until it ends; signals reach it. */
function follow(command, args) {
  return new Promise((done) => {
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
    const child = spawn(command, args, { stdio: 'inherit', env });
    let stopped = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        stopped = true;
        child.kill(signal);
      });
    }
    child.on('error', () => done(1));
    child.on('exit', (code, signal) => {
      if (signal !== null && !stopped)
        say(`Parley was ended from outside (${signal}). All that was shown as saved is kept; start it again.`);
      done(stopped ? 0 : (code ?? 1));
    });
  });
}
