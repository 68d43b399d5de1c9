import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { articleText, readArticle } from './support/caret.ts';
import { parley } from './support/command-line.ts';
import { introduce } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/** The longest that a round codes before it is killed, in milliseconds. */
const LONGEST = 500;

test.describe.configure({ timeout: 120_000 });

test('a program killed while coding has lost nothing that the screen called saved', async ({ workbench }) => {
  // The window of the desktop program dies with it, and starts slowly: fewer rounds there.
  const rounds = workbench.host === 'electron' ? 4 : 20;
  const project = join(workbench.dataFolder, 'Sample project.parley');
  await introduce(workbench.page, 'Mara Kessel');
  const before = await drawn(workbench.page);
  let known = before;
  for (let round = 1; round <= rounds; round++) {
    const { page } = workbench;
    const seen = await listen(page);
    await readArticle(page);
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < round; line++) await page.keyboard.press('ArrowDown');
    const killed = new AbortController();
    const coding = codeUntil(page, killed.signal);
    await after(Math.random() * LONGEST);
    await workbench.kill();
    killed.abort();
    await coding;
    for (const id of seen()) known.add(id);

    expect(JSON.parse(parley(workbench, 'check', project, '--json')).ok, `check after kill ${round}`).toBe(true);
    await workbench.start();
    const there = await drawn(workbench.page);
    for (const id of known) expect(there, `saved before kill ${round}`).toContain(id);
    known = there;
  }
  expect(known.size).toBeGreaterThan(before.size);
});

/** Tags word after word as fast as keys go. */
async function codeUntil(page: Page, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('1');
    } catch {
      return; // The window is gone with the program.
    }
  }
}

/** Notes each annotation that is drawn while the window says "Saved". */
async function listen(page: Page): Promise<() => ReadonlySet<string>> {
  const seen = new Set<string>();
  page.on('console', (message) => {
    const [mark, ...ids] = message.text().split(' ');
    if (mark === 'saved:') for (const id of ids) seen.add(id);
  });
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (!document.querySelector('[data-saved="yes"]')) return;
      const ids = [...document.querySelectorAll('.article [data-ids]')].map((mark) => mark.getAttribute('data-ids'));
      console.debug('saved:', ids.join(' '));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => seen;
}

/** The annotations that the article shows now. */
async function drawn(page: Page): Promise<Set<string>> {
  await articleText(page).locator('mark').first().waitFor();
  const ids = await articleText(page)
    .locator('[data-ids]')
    .evaluateAll((marks) => marks.flatMap((mark) => mark.getAttribute('data-ids')?.split(' ') ?? []));
  return new Set(ids);
}
