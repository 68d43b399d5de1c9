import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { presentElectron } from '../../../scripts/lib/electron.mjs';
import { ensureBuilt } from '../../../scripts/lib/ensure.mjs';
import { ROOT } from './places.ts';
import { type Found, publish } from './programs.ts';

/** What every headless Chromium is started with: no sandbox for root, nothing that looks for a network. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Builds what is stale and finds what the tests run in. Says what is skipped, once. */
export default async function findPrograms(): Promise<void> {
  await ensureBuilt();
  const found = { chromium: await findChromium(), electron: findElectron() };
  for (const [project, program] of Object.entries(found)) {
    process.stdout.write(`${project}: ${program.path ?? `skipped: ${program.reason}`}\n`);
  }
  if (process.env['CI'] && found.chromium.path === null) throw new Error(`No browser: ${found.chromium.reason}.`);
  publish(found);
}

/** A Chromium that starts: the system's own, else the one that comes as a package. */
async function findChromium(): Promise<Found> {
  const own = process.env['PARLEY_CHROMIUM'];
  for (const path of [own, ...INSTALLED].filter((candidate) => candidate !== undefined)) {
    if (existsSync(path) && (await starts(path, QUIET))) return { path, args: QUIET };
  }
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await packaged.executablePath();
    const args = [...packaged.args, ...QUIET];
    if (await starts(path, args)) return { path, args };
    return {
      path: null,
      reason: 'no browser: none is installed, and the packaged one doesn’t start (it needs libnss3)',
    };
  } catch (error) {
    return { path: null, reason: `no browser: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function starts(executablePath: string, args: string[]): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false, timeout: 20_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** An Electron that is there and loads the database driver. */
function findElectron(): Found {
  const path = presentElectron();
  if (path === null) return { path: null, reason: 'no Electron' };
  if (process.platform === 'linux' && !process.env['DISPLAY']) return { path: null, reason: 'no display for Electron' };
  const probe = spawnSync(path, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: ROOT,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (probe.status !== 0) return { path: null, reason: 'this Electron can’t load better-sqlite3' };
  return { path, args: ['--no-sandbox', '--disable-gpu'] };
}
