import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './root.mjs';

/** Milliseconds between two looks at a lock that is held. */
const PAUSE = 250;

/**
 * Runs work while no other process works on this checkout. A lock whose process is gone doesn't count.
 * @template T
 * @param {() => Promise<T> | T} work
 * @param {() => void} waiting called once when the lock is held by another.
 * @returns {Promise<T>}
 */
export async function locked(work, waiting) {
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `parley-setup-${userInfo().username}-${name}`);
  let said = false;
  while (!take(file)) {
    if (!said) waiting();
    said = true;
    await wait(PAUSE);
  }
  const free = () => rmSync(file, { force: true });
  process.on('exit', free);
  try {
    return await work();
  } finally {
    process.off('exit', free);
    free();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function isHeld(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Empty for the instant between making and writing it.
    if (!pid) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
