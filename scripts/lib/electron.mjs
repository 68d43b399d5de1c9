import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodePath, toolEnvironment } from './node.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
/** When getting Electron failed last, so that not every start tries again. */
const FAILED = join(ROOT, 'node_modules', '.cache', 'parley', 'electron-failed');
/** How long a failure counts, in milliseconds: a day. */
const PATIENCE = 24 * 60 * 60 * 1000;
/** How long getting Electron may take, in milliseconds. */
const TIMEOUT = 90_000;

/** Electron's program below its folder, by system. */
const PROGRAM =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** @returns {string | null} absolute path of Electron's program, where it is there already. */
export function presentElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist');
  const program = join(folder, PROGRAM);
  return existsSync(program) ? program : null;
}

/**
 * Why the desktop window can't be shown here, or null when nothing speaks against it.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function noWindowBecause(env = process.env) {
  if (process.platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  // Chromium's sandbox doesn't work for root, and Parley doesn't run without it.
  if (process.getuid?.() === 0) return 'Electron doesn’t run as root';
  return null;
}

/**
 * Electron's program, got from its own download when it isn't there and today's first try hasn't failed.
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>} absolute path, or null.
 */
export async function electronPath(say) {
  const present = presentElectron();
  if (present) return present;
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || failedLately())
    return null;
  say('Getting Electron (once) …');
  const { code } = await run(nodePath(), [join(PACKAGE, 'install.js')], {
    env: toolEnvironment(),
    quiet: true,
    timeout: TIMEOUT,
  });
  if (code === 0) {
    rmSync(FAILED, { force: true });
    return presentElectron();
  }
  mkdirSync(dirname(FAILED), { recursive: true });
  writeFileSync(FAILED, String(Date.now()));
  return null;
}

function failedLately() {
  try {
    return Date.now() - Number(readFileSync(FAILED, 'utf8')) < PATIENCE;
  } catch {
    return false;
  }
}
