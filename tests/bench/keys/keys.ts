import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ROOT } from '../../../scripts/lib/root.mjs';
import findPrograms from '../../e2e/support/find-programs.ts';
import { programs } from '../../e2e/support/programs.ts';
import { caretAt } from '../../e2e/support/caret.ts';
import { grid } from '../grid.ts';
import { sampleGold } from '../proposals/gold.ts';
import { startServer } from '../server.ts';
import { type Counts, counts, installCounter } from './counter.ts';
import { countLinked, makeKeysProject } from './project.ts';
import { byHand, byProposals, oneQuotation } from './sessions.ts';

/** Claims that a session goes on to. */
const GOAL = 20;
/** A quotation of the sample that has a speaker and a venue. */
const QUOTATION = { article: 'Velia repeats offer to host Oster–Lund talks in Port Maren', words: 'settlement' };

export interface KeyFigures {
  readonly claims: number;
  readonly keys: number;
  readonly perClaim: number;
  readonly pointer: number;
}

/** The keystrokes of scripted sessions, by name. */
export type KeyTable = Readonly<Record<'by proposals' | 'by hand' | 'one quotation', KeyFigures>>;

/** From opening an article of the sample to 20 claims with their speaker: keystrokes and pointer moves. */
export async function measureKeys(): Promise<{ text: string; figures: KeyTable }> {
  await findPrograms();
  const figures: KeyTable = {
    'by proposals': await session(true, (page) => byProposals(page, sampleGold(), GOAL)),
    'by hand': await session(false, (page) => byHand(page, sampleGold(), GOAL)),
    'one quotation': await quotation(),
  };
  const rows = Object.entries(figures).map(([name, { claims, keys, perClaim, pointer }]) => [
    name,
    String(claims),
    String(keys),
    perClaim.toFixed(1),
    String(pointer),
  ]);
  const head = ['keystrokes', 'linked claims', 'keys', 'keys a claim', 'pointer'];
  return { text: grid([head, ...rows]), figures };
}

async function session(proposals: boolean, work: (page: Page) => Promise<number>): Promise<KeyFigures> {
  return onSample(proposals, async (page) => {
    const claims = await work(page);
    return { claims, ...(await counts(page)) };
  });
}

/** The keys from the caret in a quotation to the claim with its speaker and venue. */
function quotation(): Promise<KeyFigures> {
  return onSample(true, async (page) => {
    await page.getByRole('option').filter({ hasText: QUOTATION.article }).click();
    await page.getByRole('heading', { level: 1, name: QUOTATION.article }).waitFor();
    await page.locator('[data-offer]').waitFor();
    await caretAt(page, QUOTATION.words);
    const before = await counts(page);
    await oneQuotation(page);
    const card = page.getByRole('article', { name: /settlement/ });
    for (const part of ['Adra Solène', 'joint news conference']) await card.getByText(part).first().waitFor();
    const after = await counts(page);
    return { claims: 1, keys: after.keys - before.keys, pointer: after.pointer - before.pointer };
  });
}

/** A window on the sample's articles with nothing coded in them; what was done is checked in the file. */
async function onSample(
  proposals: boolean,
  work: (page: Page) => Promise<Counts & { readonly claims: number }>,
): Promise<KeyFigures> {
  const program = programs().chromium;
  if (program.path === null) throw new Error(`The bench needs a browser: ${program.reason}.`);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'out', 'bench-keys-'));
  const browser = await chromium.launch({ executablePath: program.path, args: program.args, chromiumSandbox: false });
  try {
    const project = await makeKeysProject(folder, proposals);
    const server = await startServer(join(ROOT, 'out', 'main', 'serve.js'), [project.file], project.dataFolder);
    let done: Counts & { readonly claims: number };
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(installCounter);
      await page.goto(server.address);
      await page.locator('.parley-editor[data-ready]').waitFor();
      done = await work(page);
    } finally {
      await server.end();
    }
    const linked = await countLinked(project);
    if (linked !== done.claims) throw new Error(`${done.claims} claims were to be linked, ${linked} are`);
    return { ...done, perClaim: Math.round((done.keys / done.claims) * 10) / 10 };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
