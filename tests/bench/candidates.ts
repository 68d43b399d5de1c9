import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import { installProgramSurface } from './program-surface.ts';
import type { BenchProject, Known } from './project.ts';
import { type Server, startServer } from './server.ts';

/** One that is measured. */
export const CANDIDATES = [
  'parley',
  'parley-sudden',
  'paragraphs',
  'paragraphs-served',
  'codemirror',
  'codemirror-served',
] as const;

export type Candidate = (typeof CANDIDATES)[number];

/** The program itself: clicked when the pointer has rested, or as soon as it comes. */
type Program = 'parley' | 'parley-sudden';

/** What is said of each in the table. */
export const NAMES: Readonly<Record<Candidate, string>> = {
  parley: 'Parley, the whole program',
  'parley-sudden': 'Parley, opened without warning',
  paragraphs: 'plain paragraphs, text in memory',
  'paragraphs-served': 'plain paragraphs, text from a server',
  codemirror: 'CodeMirror 6, all in memory',
  'codemirror-served': 'CodeMirror 6, text from and tags to a server',
};

/** A window that shows a short article and is ready to open another. */
export interface Stage {
  readonly page: Page;
  /** What is clicked to open an article. */
  opener(article: Known): Locator;
  /** Whether the pointer rests on it first. */
  readonly rests: boolean;
  /** CSS selector of what scrolls. */
  readonly scroller: string;
  /** Whether words can be tagged. */
  readonly tags: boolean;
  /** Part of the address of the calls that keep a change; null where none is made. */
  readonly calls: { readonly change: string; readonly undo: string } | null;
  end(): Promise<void>;
}

export interface Stages {
  /** Opens a candidate in a fresh window. */
  open(candidate: Candidate, context: BrowserContext): Promise<Stage>;
  end(): Promise<void>;
}

/** @param folder absolute path for copies of the project; @param peers the server with the other pages. */
export function createStages(project: BenchProject, folder: string, peers: Server): Stages {
  return {
    open: (candidate, context) =>
      candidate === 'parley' || candidate === 'parley-sudden'
        ? openProgram(candidate, project, folder, context)
        : openPeer(candidate, project, context, peers),
    end: () => peers.end(),
  };
}

async function openProgram(
  candidate: Program,
  project: BenchProject,
  folder: string,
  context: BrowserContext,
): Promise<Stage> {
  const place = join(folder, 'program');
  mkdirSync(place);
  const file = join(place, 'Bench.parley');
  copyFileSync(project.file, file);
  cpSync(project.dataFolder, join(place, 'data'), { recursive: true });
  const server = await startServer(join(ROOT, 'out', 'main', 'serve.js'), [file], join(place, 'data'));
  const page = await context.newPage();
  await page.addInitScript(installProgramSurface);
  await page.goto(server.address);
  await page.locator(`.parley-editor[data-ready="${project.first.id}"]`).waitFor();
  return {
    page,
    opener: ({ title }) => page.getByRole('option').filter({ hasText: title }),
    rests: candidate === 'parley',
    scroller: '[data-pane="text"] :has(> * > .parley-editor)',
    // Tagging is the same in both.
    tags: candidate === 'parley',
    calls: { change: '/api/annotations.', undo: '/api/history.' },
    async end() {
      await server.end();
      rmSync(place, { recursive: true });
    },
  };
}

async function openPeer(
  candidate: Exclude<Candidate, Program>,
  project: BenchProject,
  context: BrowserContext,
  peers: Server,
): Promise<Stage> {
  const name = candidate.startsWith('codemirror') ? 'codemirror' : 'paragraphs';
  const served = candidate.endsWith('-served');
  const page = await context.newPage();
  const address = await peers.newAddress();
  await page.goto(address);
  await page.getByRole('link', { name, exact: true }).waitFor();
  await page.goto(new URL(`/${name}.html?source=${served ? 'server' : 'memory'}`, address).href);
  await page.locator(`[data-ready="${project.first.id}"]`).waitFor();
  return {
    page,
    opener: ({ title }) => page.getByRole('button', { name: title, exact: true }),
    rests: true,
    scroller: name === 'codemirror' ? '.cm-scroller' : '#scroller',
    tags: name === 'codemirror',
    calls: served ? { change: '/api/keep', undo: '/api/keep' } : null,
    end: () => Promise.resolve(),
  };
}
