import type { ChildProcess } from 'node:child_process';
import type { Page } from '@playwright/test';

/** One launch of the program, under either host. */
export interface Running {
  readonly page: Page;
  /** Ends it as the analyst would. */
  end(): Promise<void>;
  /**
   * Closes the window as its corner does, and answers what the system may ask then: to stay, or to leave and lose it. Only in
   * Electron: a browser asks by itself.
   * @returns the question when the window stays; null when the program has ended.
   */
  close?(answer: 'stay' | 'leave'): Promise<string | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Holds the program still, so that what its window shows stays; and lets it go on. Only where the window is another process. */
  hold?(held: boolean): void;
  /** Runs `trigger`, which opens a file dialog, and answers it with existing files or a folder. */
  chooseExisting(paths: readonly string[], trigger: () => Promise<void>): Promise<void>;
  /** The same with a place for something new. */
  chooseNew(path: string, trigger: () => Promise<void>): Promise<void>;
}

/** Where a launch keeps its things. */
export interface Surroundings {
  /** The analyst's home folder: file choosers begin there. */
  readonly home: string;
  /** The program's own folder for this user. */
  readonly dataFolder: string;
}

/** The environment of a launch: its own home and data, nothing of this machine's. */
export function environment({ home, dataFolder }: Surroundings): Record<string, string> {
  const kept = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...Object.fromEntries(kept), HOME: home, USERPROFILE: home, PARLEY_DATA_DIR: dataFolder };
}

/** Resolves when a process has ended. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Waits until the window has drawn what it starts with. */
export async function untilReady(page: Page): Promise<void> {
  await page.locator('main[data-ready]').waitFor();
}
