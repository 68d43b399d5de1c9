import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { nodePath } from '../../../scripts/lib/node.mjs';
import { chooseExistingIn, chooseNewIn } from './chooser.ts';
import { ROOT } from './places.ts';
import { ended, environment, type Running, type Surroundings, untilReady } from './running.ts';

/**
 * Starts the loopback host as a process of its own and opens its address in the page.
 * @param project absolute path, or null for what the program opens by itself.
 */
export async function startLoopback(page: Page, around: Surroundings, project: string | null): Promise<Running> {
  const args = [join(ROOT, 'out', 'main', 'serve.js'), ...(project === null ? [] : [project])];
  const child = spawn(nodePath(), args, { env: environment(around), stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/\S+/.exec(line);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`The loopback host ended at once (${code}).`)));
  });
  await page.goto(address);
  await untilReady(page);

  return {
    page,
    async end() {
      child.kill('SIGTERM');
      await ended(child);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    hold: (held) => void child.kill(held ? 'SIGSTOP' : 'SIGCONT'),
    async chooseExisting(paths, trigger) {
      await trigger();
      await chooseExistingIn(page, around.home, paths);
    },
    async chooseNew(path, trigger) {
      await trigger();
      await chooseNewIn(page, around.home, path);
    },
  };
}
