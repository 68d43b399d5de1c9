import { expect, test } from 'vitest';
import type { Asker } from '../../../src/renderer/proposals/asker.ts';
import { followArticles } from '../../../src/renderer/proposals/follow.ts';
import { propose, type Question } from '../../../src/shared/propose/propose.ts';
import { likelyClaims } from '../../../src/renderer/store/likely.ts';
import { languages } from '../propose/support.ts';
import { makeWorkbench, type TestWorkbench } from '../store/support.ts';
import { settled } from './support.ts';

const TEXT = 'Hale: no pause\n\n“We stay here,” Ana Quill said.\n';

/** A window whose worker answers when the test lets it. */
async function waiting(before: (w: TestWorkbench) => Promise<void> = async () => {}) {
  const asked: { question: Question; answer(found: boolean): void }[] = [];
  const asker: Asker = {
    ask: (question) =>
      new Promise((done) => {
        asked.push({ question, answer: (found) => done(found ? propose(question, languages) : null) });
      }),
  };
  const w = await makeWorkbench(TEXT);
  await before(w);
  followArticles(w.context.store, asker, (act) => act());
  return { w, asked };
}

test('what is found for a title or language that has changed meanwhile isn’t shown', async () => {
  const { w, asked } = await waiting();
  expect(asked).toHaveLength(1);
  const { run, applied } = w.now();
  const edited = await run('articles.update', { id: w.articleId, fields: { language: 'fr' } });
  if (edited) await applied(edited);
  expect(asked.map(({ question }) => question.language)).toHaveLength(2);
  expect(asked[1]?.question.language).toBe('fr');
  asked[0]?.answer(true);
  await new Promise((done) => setTimeout(done, 20));
  expect(w.now().proposals.found).toBeNull();
  asked[1]?.answer(true);
  await settled(w);
  expect(w.now().proposals.found?.rules).toBeNull();
});

test('an article that can’t be looked through is known as such: no key waits for it', async () => {
  const { w, asked } = await waiting();
  asked[0]?.answer(false);
  await settled(w);
  expect(w.now().proposals).toMatchObject({ articleId: w.articleId, found: null });
  expect(likelyClaims(w.now())).toEqual([]);
  const began = performance.now();
  await w.press('Alt+Y');
  expect(performance.now() - began).toBeLessThan(1500);
  expect(w.now().said.text).toMatch(/couldn’t be looked through/);
});

test('a verdict that is taken back while an article is looked through counts no more', async () => {
  const [first] = propose({ text: TEXT, title: '', language: 'en' }, languages).proposals;
  const { w, asked } = await waiting(async ({ now, articleId }) => {
    const { run, applied } = now();
    const made = await run('proposals.dismiss', { articleId, rule: first?.rule ?? '', key: first?.key ?? '' });
    if (made) await applied(made);
  });
  await w.press('Ctrl+Z');
  asked[0]?.answer(true);
  await settled(w);
  expect(w.now().proposals.found?.proposals).toHaveLength(1);
  expect(w.now().proposals.decided.size).toBe(0);
});
