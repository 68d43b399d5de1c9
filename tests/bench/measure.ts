import type { Browser, CDPSession, Page } from '@playwright/test';
import { KINDS } from '../../src/shared/model/kind.ts';
import { type Candidate, type Stage, type Stages } from './candidates.ts';
import { type Edit, type Expected, type Frames, installProbe } from './probe.ts';
import type { Known } from './project.ts';
import { chooseTargets } from './targets.ts';

export const ACTS = ['tag', 'retype', 'remove', 'undo'] as const;

export type Act = (typeof ACTS)[number];

/** One fresh browser with one article. Milliseconds and megabytes (2^20 bytes). */
export interface Run {
  readonly candidate: Candidate;
  readonly size: number;
  /** Click on the article to the second animation frame with it. */
  readonly open: number;
  /** Processor time of the main thread from the click on. */
  readonly work: number;
  /** JavaScript heap that the open article takes, after a collection. */
  readonly heap: number;
  /** The whole article in 120 frames. */
  readonly sweep: Frames;
  /** 120 pixels a frame, from the middle on. */
  readonly reading: Frames;
  readonly edits: Readonly<Record<Act, readonly Edit[]>>;
}

/** How long the pointer rests on an article's row before it clicks, in milliseconds: as a hand that has read the title. */
const REST = 250;

const FRAMES = 120;
const READING = 120;

/** The window's size; the article's column then has the same width everywhere. */
const VIEWPORT = { width: 1440, height: 900 };

/**
 * Measures one candidate once.
 * @param edits how many pieces of text are tagged, retyped, removed and brought back.
 */
export async function measure(
  browser: Browser,
  stages: Stages,
  candidate: Candidate,
  article: Known,
  size: number,
  edits: number,
): Promise<Run> {
  // CodeMirror writes its style sheet into the page, which the server's policy doesn't allow.
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: !candidate.startsWith('parley') });
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error())));
  await context.addInitScript(installProbe);
  const stage = await stages.open(candidate, context);
  try {
    const { page } = stage;
    const devtools = await context.newCDPSession(page);
    // Processor time of the thread: other work on the machine doesn't count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(() => window.benchProbe.settle());
    const heapBefore = await heap(devtools);
    if (stage.rests) {
      await stage.opener(article).hover();
      await page.waitForTimeout(REST);
    }

    const workBefore = await metric(devtools, 'TaskDuration');
    const opened = page.evaluate((id) => window.benchProbe.expectOpen(id), article.id);
    await stage.opener(article).click();
    const open = await opened;
    const work = ((await metric(devtools, 'TaskDuration')) - workBefore) * 1000;

    await page.waitForTimeout(300);
    const used = (await heap(devtools)) - heapBefore;
    const sweep = await scroll(stage, 0, 0);
    const reading = await scroll(stage, 0.4, READING);
    const run: Run = {
      candidate,
      size,
      open,
      work,
      heap: used,
      sweep,
      reading,
      edits: await edit(stage, article, stage.tags ? edits : 0),
    };
    if (problems.length > 0) throw new Error(`errors in the window: ${problems.join('; ')}`);
    return run;
  } finally {
    await context.close();
    await stage.end();
  }
}

function scroll({ page, scroller }: Stage, from: number, step: number): Promise<Frames> {
  return page.evaluate(([selector, start, by, frames]) => window.benchProbe.scroll(selector, start, by, frames), [
    scroller,
    from,
    step,
    FRAMES,
  ] as const);
}

async function edit({ page, calls }: Stage, article: Known, count: number): Promise<Record<Act, Edit[]>> {
  const edits: Record<Act, Edit[]> = { tag: [], retype: [], remove: [], undo: [] };
  for (const target of chooseTargets(article.made, count, 5)) {
    for (let n = 0; n < 2; n++) {
      // Heights off the screen are guesses: the second time it is in the middle.
      await page.evaluate((to) => window.benchSurface.show(to), target);
      await settle(page);
    }
    await page.evaluate((words) => window.benchSurface.select(words), target);
    const press = async (act: Act, key: string, kind: Expected['kind'], marked: boolean): Promise<void> => {
      await settle(page);
      const call = calls && (act === 'undo' ? calls.undo : calls.change);
      await page.evaluate((expected) => window.benchProbe.expectEdit(expected), { target, kind, marked, call });
      await page.keyboard.press(key);
      edits[act].push(await page.evaluate(() => window.benchProbe.edited()));
    };
    await press('tag', `Digit${KINDS.indexOf(target.kind) + 1}`, target.kind, true);
    await press('retype', `Shift+Digit${KINDS.indexOf(target.next) + 1}`, target.next, true);
    await press('remove', 'Delete', target.next, false);
    await press('undo', 'Control+KeyZ', target.next, true);
  }
  return edits;
}

const settle = (page: Page): Promise<void> => page.evaluate(() => window.benchProbe.settle());

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find((found) => found.name === name)?.value ?? 0;
}

/** Megabytes in use after a collection. */
async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await metric(devtools, 'JSHeapUsedSize')) / 2 ** 20;
}
