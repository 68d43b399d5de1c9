import { describe, expect, it, vi } from 'vitest';
import { createWorkbenchStore } from '../../../src/renderer/store/create.ts';
import { isSaved } from '../../../src/renderer/store/state.ts';
import type { Client } from '../../../src/shared/api/client.ts';
import { ParleyError } from '../../../src/shared/api/errors.ts';
import { makeWorkbench } from './support.ts';

const TEXT = 'Velia repeated its offer on Friday.\n';

/** The same client, but for one method. */
function instead(client: Client, method: string, answer: () => Promise<unknown>): Client {
  return {
    ...client,
    call: (name, input) => (name === method ? (answer() as Promise<never>) : client.call(name, input)),
  };
}

async function diskFull(): Promise<never> {
  throw new ParleyError('disk-full', 'The disk is full.', 'Make room, then do it again.');
}

async function changedSince(): Promise<never> {
  throw new ParleyError('conflict', 'It can’t be undone: it was changed since.', 'Look at it first.');
}

/** Something that waits until it is let through. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  const waiting: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => void waiting.push(resolve));
  return { opened, open: () => waiting.forEach((resolve) => resolve()) };
}

describe('the store', () => {
  it('opens what the core has open, at its first article', async () => {
    const w = await makeWorkbench(TEXT);
    const { project, open, corpus, ready } = w.now();
    expect(ready).toBe(true);
    expect(project?.articles).toBe(1);
    expect(open?.text).toBe(TEXT);
    expect(corpus.total).toBe(1);
  });

  it('leaves whoever was quicker than the start where they went', async () => {
    const w = await makeWorkbench(TEXT);
    const held = gate();
    const list = async (): Promise<unknown> => {
      await held.opened;
      return w.client.call('articles.list', { offset: 0, limit: 10, sort: 'date', status: null, query: '' });
    };
    const store = createWorkbenchStore(instead(w.client, 'articles.list', list));
    const started = store.getState().start();
    await vi.waitFor(() => expect(store.getState().project).not.toBeNull());
    store.getState().goTo('entities');
    held.open();
    await started;
    expect(store.getState().open?.article.id).toBe(w.articleId);
    expect(store.getState().place).toBe('entities');
  });

  it('says saved only when nothing is on its way', async () => {
    const w = await makeWorkbench(TEXT);
    const held = gate();
    const store = createWorkbenchStore(
      instead(w.client, 'annotations.add', async () => {
        await held.opened;
        return w.client.call('annotations.add', {
          articleId: w.articleId,
          kind: 'actor',
          fragments: [{ start: 0, end: 5 }],
        });
      }),
    );
    await store.getState().start();
    expect(isSaved(store.getState())).toBe(true);
    const input = { articleId: w.articleId, kind: 'actor' as const, fragments: [{ start: 0, end: 5 }] };
    const running = store.getState().run('annotations.add', input);
    expect(isSaved(store.getState())).toBe(false);
    held.open();
    await running;
    await vi.waitFor(() => expect(isSaved(store.getState())).toBe(true));
  });

  it('tells a failed change loudly, and until one is kept again', async () => {
    const w = await makeWorkbench(TEXT);
    const store = createWorkbenchStore(instead(w.client, 'annotations.add', diskFull));
    await store.getState().start();
    const input = { articleId: w.articleId, kind: 'actor' as const, fragments: [{ start: 0, end: 5 }] };
    expect(await store.getState().run('annotations.add', input)).toBeNull();
    expect(store.getState().failure?.code).toBe('disk-full');
    expect(isSaved(store.getState())).toBe(false);
    expect(store.getState().notices.at(-1)).toMatchObject({ tone: 'bad', detail: 'The disk is full.' });
    await store.getState().run('articles.update', { id: w.articleId, fields: {}, status: 'done' });
    await vi.waitFor(() => expect(isSaved(store.getState())).toBe(true));
  });

  it('tells a step that is refused without saying that something was not saved', async () => {
    const w = await makeWorkbench(TEXT);
    const store = createWorkbenchStore(instead(w.client, 'history.undo', changedSince));
    await store.getState().start();
    expect(await store.getState().run('history.undo', {})).toBeNull();
    expect(store.getState().failure).toBeNull();
    expect(store.getState().notices.map((notice) => notice.title)).toContain(
      'It can’t be undone: it was changed since.',
    );
  });

  it('says no longer that a step was refused once it went through', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    await w.press('1');
    let isFree = false;
    const undo = (): Promise<unknown> => (isFree ? w.client.call('history.undo', {}) : changedSince());
    const store = createWorkbenchStore(instead(w.client, 'history.undo', undo));
    await store.getState().start();
    const titles = () => store.getState().notices.map((notice) => notice.title);
    await store.getState().stepHistory('undo');
    expect(titles()).toEqual(['It can’t be undone: it was changed since.']);
    isFree = true;
    await store.getState().stepHistory('undo');
    expect(titles()).toEqual([]);
  });

  it('says no longer that links were removed when they are back', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('repeated its offer');
    await w.press('2');
    w.select('Velia');
    await w.press('B');
    await w.press('Delete');
    const titles = () => w.now().notices.map((notice) => notice.title);
    expect(titles()).toEqual(['1 link was removed with it.']);
    await w.press('Ctrl+Z');
    expect(titles()).toEqual([]);
    await w.press('Ctrl+Shift+Z');
    w.select('Friday');
    await w.press('3');
    const before = titles();
    await w.press('Ctrl+Z');
    expect(titles()).toEqual(before);
  });

  it('leaves behind what was said of a project when another is opened, and nothing else', async () => {
    const w = await makeWorkbench(TEXT);
    const store = createWorkbenchStore(instead(w.client, 'annotations.add', diskFull));
    await store.getState().start();
    store.getState().notify({ tone: 'bad', title: 'The file could not be opened.' });
    const input = { articleId: w.articleId, kind: 'actor' as const, fragments: [{ start: 0, end: 5 }] };
    await store.getState().run('annotations.add', input);
    expect(store.getState().notices).toHaveLength(2);
    await store.getState().openProject(await w.client.call('project.info', {}));
    expect(store.getState().notices.map((notice) => notice.title)).toEqual(['The file could not be opened.']);
  });

  it('sends changes one after another, even when one fails', async () => {
    const w = await makeWorkbench(TEXT);
    const order: string[] = [];
    const client: Client = {
      ...w.client,
      async call(name, input) {
        order.push(`${name} begins`);
        await Promise.resolve();
        try {
          return await w.client.call(name, input);
        } finally {
          order.push(`${name} ends`);
        }
      },
    };
    const { run } = createWorkbenchStore(client).getState();
    await Promise.all([run('annotations.remove', { ids: ['nobody'] }), run('history.redo', {})]);
    expect(order).toEqual([
      'annotations.remove begins',
      'annotations.remove ends',
      'history.redo begins',
      'history.redo ends',
    ]);
  });

  it('keeps counts of the list and the project as changes come', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    await w.press('1');
    expect(w.now().corpus.pages.get(0)?.[0]?.counts).toEqual({ actor: 1, claim: 0, venue: 0 });
    expect(w.now().corpus.byStatus).toEqual({ new: 0, 'in-progress': 1, done: 0 });
    expect(w.now().project?.annotations).toBe(1);
    await w.press('Shift+2');
    expect(w.now().project?.claims).toBe(1);
    const { project, corpus } = w.now();
    await w.now().reloadAll();
    expect(w.now().project).toEqual(project);
    expect(w.now().corpus).toEqual(corpus);
  });

  it('closes an article that undo takes away, and shows another', async () => {
    const w = await makeWorkbench(TEXT);
    const other = await w.adding('other.txt', 'Another report from Lund.\n');
    await w.now().reloadAll();
    await w.now().openArticle(other);
    await w.now().stepHistory('undo');
    expect(w.now().open?.article.id).toBe(w.articleId);
    expect(w.now().corpus.total).toBe(1);
  });

  it('opens the article that was asked for, though another is read anew meanwhile', async () => {
    const w = await makeWorkbench(TEXT);
    const other = await w.adding('other.txt', 'Another report from Lund.\n');
    await w.now().reloadAll();
    await Promise.all([w.now().openArticle(other), w.now().rereadArticle()]);
    expect(w.now().open?.article.id).toBe(other);
    expect(w.now().opening).toBeNull();
    await Promise.all([w.now().rereadArticle(), w.now().openArticle(w.articleId)]);
    expect(w.now().open?.article.id).toBe(w.articleId);
    expect(w.now().opening).toBeNull();
  });

  it('steps through the list and stops at its ends', async () => {
    const w = await makeWorkbench(TEXT);
    const other = await w.adding('other.txt', 'Another report from Lund.\n');
    await w.now().reloadAll();
    const ids =
      w
        .now()
        .corpus.pages.get(0)
        ?.map(({ id }) => id) ?? [];
    expect(ids).toContain(other);
    await w.now().openArticle(ids[0] ?? '');
    await w.now().stepArticle(1);
    expect(w.now().open?.article.id).toBe(ids[1]);
    await w.now().stepArticle(1);
    expect(w.now().open?.article.id).toBe(ids[1]);
    expect(w.now().said.text).toBe('This is the last article of the list');
    await w.now().filterCorpus({ query: 'nowhere' });
    await w.now().stepArticle(1);
    expect(w.now().said.text).toBe('No article is in the list');
  });

  it('filters the list', async () => {
    const w = await makeWorkbench(TEXT);
    await w.now().filterCorpus({ query: 'nothing like it' });
    expect(w.now().corpus.total).toBe(0);
    await w.now().filterCorpus({ query: '', status: 'done' });
    expect(w.now().corpus.total).toBe(0);
    await w.now().filterCorpus({ status: null });
    expect(w.now().corpus.total).toBe(1);
  });

  it("shows another coder's layer to be read, and refuses to change it", async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    await w.press('1');
    await w.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    await w.now().refreshApp();
    const ana = w.now().open?.layer ?? '';
    const ben = w.now().app?.coder.id ?? '';
    expect(ben).not.toBe(ana);
    w.now().showLayer(ben);
    expect(w.shown()).toEqual([]);
    w.now().showLayer(ana);
    expect(w.shown()).toEqual(['actor: Velia']);
    w.select('Friday');
    await w.press('1');
    expect(w.shown()).toEqual(['actor: Velia']);
    expect(w.now().notices.at(-1)?.title).toContain('Ana');
  });
});
