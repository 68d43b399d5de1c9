import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, expect, type Page } from '@playwright/test';
import { startElectron } from './electron.ts';
import { startLoopback } from './loopback.ts';
import { programs } from './programs.ts';
import type { Running } from './running.ts';

/** The running program, the same for tests under both hosts. */
export interface Workbench {
  readonly host: 'loopback' | 'electron';
  /** The window. Another one after `restart` and `start`: don't keep it. */
  readonly page: Page;
  /** The analyst's home folder: put files here that are to be chosen. */
  readonly home: string;
  /** The program's own folder: settings and the sample project. */
  readonly dataFolder: string;
  /** Ends the program as the analyst would, and starts it again. */
  restart(project?: string): Promise<void>;
  /**
   * Closes Electron’s window as its corner does, and answers what is asked then.
   * @returns the question when the window stays; null when the program has ended: `start` starts it again.
   */
  close(answer: 'stay' | 'leave'): Promise<string | null>;
  /** SIGKILL. `start` starts it again. */
  kill(): Promise<void>;
  start(project?: string): Promise<void>;
  /** Holds the program behind the window still, and lets it go on. Not in Electron, where they are one. */
  hold(held: boolean): void;
  /** Runs `trigger`, which has to open a file dialog, and chooses files of one folder below `home`. */
  chooseFiles(paths: readonly string[], trigger: () => Promise<void>): Promise<void>;
  /** The same for a folder that is there. */
  chooseFolder(path: string, trigger: () => Promise<void>): Promise<void>;
  /** The same for a file or folder to be made. */
  chooseNew(path: string, trigger: () => Promise<void>): Promise<void>;
  /** Keeps a picture in the test's results; gives its path. */
  screenshot(name: string): Promise<string>;
}

interface Fixtures {
  workbench: Workbench;
  /** The project to start with, below no particular folder; null for what the program opens by itself. */
  project: string | null;
}

interface WorkerFixtures {
  browserProcess: Browser | null;
}

/** A browser test with a running program on a home and a data folder of its own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  project: [null, { option: true }],

  browserProcess: [
    async ({ playwright }, use, worker) => {
      const { chromium: program } = programs();
      const wanted = worker.project.name === 'chromium' && program.path !== null;
      const browser = wanted
        ? await playwright.chromium.launch({ executablePath: program.path, args: program.args, chromiumSandbox: false })
        : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],

  workbench: async ({ browserProcess, project }, use, info) => {
    const host = info.project.name === 'electron' ? 'electron' : 'loopback';
    const program = host === 'electron' ? programs().electron : programs().chromium;
    test.skip(program.path === null, program.path === null ? `skipped: ${program.reason}` : '');

    const folder = mkdtempSync(join(tmpdir(), 'parley-e2e-'));
    const around = { home: join(folder, 'home'), dataFolder: join(folder, 'data') };
    for (const each of Object.values(around)) mkdirSync(each);
    const context = await browserProcess?.newContext({ viewport: { width: 1440, height: 900 } });
    const tab = await context?.newPage();
    const problems: string[] = [];
    if (tab) watch(tab, problems);
    let running: Running | null = null;

    async function start(path: string | null): Promise<void> {
      if (tab) running = await startLoopback(tab, around, path);
      else if (program.path !== null) {
        running = await startElectron(program, around, path);
        watch(running.page, problems);
      }
    }

    function now(): Running {
      if (!running) throw new Error('the program doesn’t run');
      return running;
    }

    async function stop(how: 'end' | 'kill'): Promise<void> {
      const last = running;
      running = null;
      await last?.[how]();
    }

    await start(project);
    await use({
      host,
      ...around,
      get page() {
        return now().page;
      },
      start: (path) => start(path ?? null),
      async close(answer) {
        const question = (await now().close?.(answer)) ?? null;
        if (question === null) running = null;
        return question;
      },
      kill: () => stop('kill'),
      async restart(path) {
        await stop('end');
        await start(path ?? null);
      },
      hold: (held) => now().hold?.(held),
      chooseFiles: (paths, trigger) => now().chooseExisting(paths, trigger),
      chooseFolder: (path, trigger) => now().chooseExisting([path], trigger),
      chooseNew: (path, trigger) => now().chooseNew(path, trigger),
      async screenshot(name) {
        const path = info.outputPath(`${name}.png`);
        await now().page.screenshot({ path });
        return path;
      },
    });

    const last = running as Running | null;
    if (last && info.status !== info.expectedStatus) {
      await last.page.screenshot({ path: info.outputPath('failed.png') }).catch(() => undefined);
    }
    await stop('end');
    await context?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(problems, 'errors in the window').toEqual([]);
  },
});

/** Collects what no test may cause: uncaught errors, and anything that the window's policy blocked. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    // Tests of the policy itself reach for this host.
    if (/Content Security Policy/i.test(text) && !text.includes('example.invalid')) problems.push(text);
  });
}

export { expect };
