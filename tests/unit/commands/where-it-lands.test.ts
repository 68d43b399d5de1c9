import { describe, expect, it } from 'vitest';
import { makeWorkbench, type TestWorkbench } from '../store/support.ts';

/*
 * Keys are quicker than the disk. Whatever comes between a key and its change, the change lands in the words that were on the
 * screen when the key was pressed, or nowhere.
 */

const FIRST = 'Velia repeated its offer on Friday.\n';
const SECOND = 'Oster answered nothing at all, and Lund was silent too.\n';

/** Two articles, the first one open; `second` is the other one's id. */
async function twoArticles(): Promise<TestWorkbench & { readonly second: string }> {
  const w = await makeWorkbench(FIRST);
  const second = await w.adding('second.txt', SECOND);
  await w.now().readCorpus();
  await w.now().openArticle(w.articleId);
  return { ...w, second };
}

/** What is coded in an article, as the core has it. */
async function coded(w: TestWorkbench, id: string): Promise<string[]> {
  const { annotations, text } = await w.client.call('articles.open', { id });
  return annotations.map(
    ({ kind, fragments }) => `${kind}: ${fragments.map((f) => text.slice(f.start, f.end)).join()}`,
  );
}

describe('another article comes while a key is at work', () => {
  it('a selection is tagged where it was', async () => {
    const w = await twoArticles();
    w.select('Velia');
    const earlier = w.context.turn(() => w.now().openArticle(w.second));
    await Promise.all([earlier, w.press('1')]);
    expect(await coded(w, w.articleId)).toEqual(['actor: Velia']);
    expect(await coded(w, w.second)).toEqual([]);
  });

  it('a tag that waits for an earlier act lands where its key was pressed', async () => {
    const w = await twoArticles();
    w.caret('repeated');
    const earlier = w.context.turn(() => w.now().openArticle(w.second));
    await Promise.all([earlier, w.press('2')]);
    expect(w.now().open?.article.id).toBe(w.second);
    expect(await coded(w, w.articleId)).toEqual(['claim: repeated']);
    expect(await coded(w, w.second)).toEqual([]);
    expect(w.now().selectedId).toBeNull();
  });

  it('words are not added as a fragment to what is selected there', async () => {
    const w = await twoArticles();
    await w.now().openArticle(w.second);
    // The caret stands in the first word, `Oster` there.
    await w.press('1');
    const annotationId = w.now().selectedId ?? '';
    await w.now().openArticle(w.articleId);
    w.select('Friday');
    const earlier = w.context.turn(() => w.now().openArticle(w.second, { annotationId }));
    await Promise.all([earlier, w.press('F')]);
    expect(await coded(w, w.second)).toEqual(['actor: Oster']);
    expect(w.now().said.text).toBe('Another article came meanwhile: nothing was changed.');
  });

  it('D marks the article that was in sight', async () => {
    const w = await twoArticles();
    const earlier = w.context.turn(() => w.now().openArticle(w.second));
    await Promise.all([earlier, w.press('D')]);
    expect(w.now().open?.article.status).toBe('new');
    expect((await w.client.call('articles.open', { id: w.articleId })).article.status).toBe('new');
    await w.press('D');
    expect(w.now().open?.article.status).toBe('done');
  });

  it('J waits for what was done before it, and two of them go two on', async () => {
    const w = await twoArticles();
    await w.adding('third.txt', 'A third one.\n');
    await w.now().readCorpus();
    await w.now().filterCorpus({ sort: 'added' });
    const order = [...(w.now().corpus.pages.get(0) ?? [])].map((row) => row.id);
    await w.now().openArticle(order[0] ?? '');
    await Promise.all([w.press('3'), w.press('D'), w.press('J'), w.press('J')]);
    expect(w.now().open?.article.id).toBe(order[2]);
    expect(await coded(w, order[0] ?? '')).toHaveLength(1);
    expect((await w.client.call('articles.open', { id: order[0] ?? '' })).article.status).toBe('done');
  });

  it('going back to the open article gives up on the one that was coming', async () => {
    const w = await twoArticles();
    const coming = w.now().openArticle(w.second);
    await Promise.all([coming, w.now().openArticle(w.articleId)]);
    expect(w.now().open?.article.id).toBe(w.articleId);
    expect(w.now().opening).toBeNull();
  });
});

describe('nobody has said yet who codes', () => {
  it('asks, and then tags what was asked for, in the words that were selected then', async () => {
    const w = await twoArticles();
    const { app } = w.now();
    if (!app) throw new Error('no state');
    w.context.store.setState({ app: { ...app, coder: { ...app.coder, name: '' } } });
    w.select('Velia');
    await w.press('1');
    expect(w.now().dialog).toBe('coder');
    expect(w.shown()).toEqual([]);
    w.context.store.setState({ app, dialog: null });
    w.caret('Friday');
    await w.context.afterNaming?.();
    expect(w.shown()).toEqual(['actor: Velia']);
  });
});

describe('the selection moves while a tag is on its way', () => {
  it('new words stay selected', async () => {
    const w = await twoArticles();
    w.select('Velia');
    const tagging = w.press('1');
    w.select('offer');
    const fresh = w.selection();
    await tagging;
    expect(w.selection()).toEqual(fresh);
    await w.press('2');
    expect(w.shown()).toEqual(['actor: Velia', 'claim: offer']);
  });

  it('twenty keys in a row each tag their own words', async () => {
    const w = await makeWorkbench(Array.from({ length: 20 }, (_, i) => `Word${i} stands here.`).join('\n\n'));
    const keys = Array.from({ length: 20 }, (_, i) => {
      w.select(`Word${i} stands`);
      return w.press('2');
    });
    await Promise.all(keys);
    expect(w.shown()).toEqual(keys.map((_, i) => `claim: Word${i} stands`));
  });
});
