import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { isInstalled } from './installed.mjs';
import { locked } from './lock.mjs';
import { nodePath, toolEnvironment } from './node.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { OUTPUTS, sourcesHash } from './sources.mjs';

/*
 * Brings a checkout to where it can run. Plain Node 20 without any package: it runs before anything is installed. What is
 * said goes to stderr, so that a command's own output stays clean.
 */

const STAMP = join(ROOT, 'out', '.sources');

const say = (quiet) => (line) => quiet || process.stderr.write(`${line}\n`);

/**
 * Installs the packages that package-lock.json names, unless they are there.
 * @param {{quiet?: boolean}} [options] `quiet`: says nothing unless it fails.
 */
export async function ensureInstalled({ quiet = false } = {}) {
  if (!isInstalled()) {
    await locked(
      async () => {
        if (isInstalled()) return;
        say(quiet)('Installing what Parley needs (once, a minute or so) …');
        const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
        if (code !== 0) throw new Error(`Installing failed:\n${output.trim()}`);
      },
      () => say(quiet)('Another Parley is being set up here; waiting for it …'),
    );
  }
  nodePath();
}

/**
 * Builds the program, unless it was built of the very same sources.
 * @param {{quiet?: boolean}} [options] `quiet`: says nothing unless it fails.
 */
export async function ensureBuilt({ quiet = false } = {}) {
  if (isBuilt()) return;
  await locked(
    async () => {
      if (isBuilt()) return;
      say(quiet)('Building Parley …');
      const hash = sourcesHash();
      const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
      const { code, output } = await run(nodePath(), [tool, 'build', '--logLevel', 'warn'], {
        env: toolEnvironment(),
        quiet: true,
      });
      const missing = OUTPUTS.filter((file) => !existsSync(join(ROOT, file)));
      if (code !== 0 || missing.length > 0) {
        throw new Error(
          `Building failed${missing.length ? ` (no ${missing.join(', ')})` : ''}:\n${stripVTControlCharacters(output).trim()}`,
        );
      }
      writeFileSync(STAMP, hash);
    },
    () => say(quiet)('Another Parley is being built here; waiting for it …'),
  );
}

function isBuilt() {
  if (OUTPUTS.some((file) => !existsSync(join(ROOT, file))) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === sourcesHash();
}

/** @param {readonly string[]} args */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], { quiet: true });
  // Windows starts npm.cmd through its shell alone; the arguments are our own words.
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { quiet: true })
    : run('npm', args, { quiet: true });
}

export { nodePath };
