import { describe, expect, it, vi } from 'vitest';
import { createWorkbenchStore } from '../../../src/renderer/store/create.ts';
import type { Store } from '../../../src/renderer/store/types.ts';
import type { Client } from '../../../src/shared/api/client.ts';
import { ParleyError } from '../../../src/shared/api/errors.ts';
import { hold } from '../../e2e/support/held.ts';
import { makeWorkbench } from './support.ts';

/* Articles that are read before anybody asks for them: they open at once, and never with less than what is known of them. */

const TEXT = 'Velia repeated its offer on Friday.\n';
const OTHER = 'Oster answered the offer.\n';

interface Counting {
  now(): Store;
  /** The article beside the open one. */
  readonly other: string;
  /** How often an article was read, the other one unless told, since the window was there. */
  reads(id?: string): number;
  /** The next read waits until the function that it gives is called. */
  hold(): () => void;
  /** Articles can’t be read from now on. */
  fail(): void;
  readonly client: Client;
}

/** A window with two articles, the second one not open; reads are counted. */
async function counting(): Promise<Counting> {
  const w = await makeWorkbench(TEXT);
  const other = await w.adding('other.txt', OTHER);
  const reads = new Map<string, number>();
  let held: Promise<void> | null = null;
  let fails = false;
  const client: Client = {
    ...w.client,
    async call(method, input) {
      if (method !== 'articles.open') return w.client.call(method, input);
      const { id } = input as { id: string };
      reads.set(id, (reads.get(id) ?? 0) + 1);
      if (fails) throw new ParleyError('internal', 'It can’t be read now.', '');
      const answer = await w.client.call(method, input);
      const until = held;
      held = null;
      await until;
      return answer;
    },
  };
  const store = createWorkbenchStore(client);
  await store.getState().start();
  if (store.getState().open?.article.id !== w.articleId) await store.getState().openArticle(w.articleId);
  reads.clear();
  return {
    now: () => store.getState(),
    other,
    reads: (id = other) => reads.get(id) ?? 0,
    hold() {
      const { held: until, release } = hold();
      held = until;
      return release;
    },
    fail: () => {
      fails = true;
    },
    client: w.client,
  };
}

const tagOther = (articleId: string) => ({
  articleId,
  kind: 'actor' as const,
  fragments: [{ start: 0, end: 'Oster'.length }],
});

/** Until what was read ahead is there. */
const arrived = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('an article that was read ahead', () => {
  it('opens at once, without another read', async () => {
    const { now, other, reads } = await counting();
    now().readAhead(other);
    now().readAhead(other);
    await arrived();
    const opening = now().openArticle(other);
    expect(now().open?.article.id).toBe(other);
    expect(now().opening).toBeNull();
    await opening;
    expect(reads()).toBe(1);
    expect(now().open?.text).toBe(OTHER);
  });

  it('is waited for when it is on its way', async () => {
    const { now, other, reads, hold } = await counting();
    const letThrough = hold();
    now().readAhead(other);
    const opening = now().openArticle(other);
    expect(now().opening).toBe(other);
    letThrough();
    await opening;
    expect(now().open?.article.id).toBe(other);
    expect(reads()).toBe(1);
  });

  it('opens with what was changed in it since', async () => {
    const { now, other, reads } = await counting();
    now().readAhead(other);
    await arrived();
    const tagged = await now().run('annotations.add', tagOther(other));
    if (tagged) await now().applied(tagged.applied);
    await now().openArticle(other);
    expect(now().open?.index.get(tagged?.id ?? '')).toBeDefined();
    expect(reads()).toBe(2);
  });

  it('opens with what was changed in it while it was on its way', async () => {
    const { now, other, hold } = await counting();
    const letThrough = hold();
    now().readAhead(other);
    await arrived();
    const opening = now().openArticle(other);
    const tagged = await now().run('annotations.add', tagOther(other));
    if (tagged) await now().applied(tagged.applied);
    letThrough();
    await opening;
    expect(now().open?.index.get(tagged?.id ?? '')).toBeDefined();
  });

  it('stays when another article is changed', async () => {
    const { now, other, reads } = await counting();
    now().readAhead(other);
    await arrived();
    const articleId = now().open?.article.id ?? '';
    const tagged = await now().run('annotations.add', { ...tagOther(other), articleId });
    if (tagged) await now().applied(tagged.applied);
    await now().openArticle(other);
    expect(reads()).toBe(1);
  });

  it('is read again once everything is: another window may have changed it', async () => {
    const { now, other, client } = await counting();
    now().readAhead(other);
    await arrived();
    const { id } = await client.call('annotations.add', tagOther(other));
    await now().reloadAll();
    await now().openArticle(other);
    expect(now().open?.index.get(id)).toBeDefined();
  });

  it('opens once: what is done in it then is there when it is opened again', async () => {
    const { now, other } = await counting();
    const first = now().open?.article.id ?? '';
    now().readAhead(other);
    await arrived();
    await now().openArticle(other);
    const tagged = await now().run('annotations.add', tagOther(other));
    if (tagged) await now().applied(tagged.applied);
    await now().openArticle(first);
    await now().openArticle(other);
    expect(now().open?.index.get(tagged?.id ?? '')).toBeDefined();
  });

  it('says nothing when it can’t be read; whoever opens it is told', async () => {
    const { now, other, fail } = await counting();
    fail();
    now().readAhead(other);
    await arrived();
    expect(now().notices).toEqual([]);
    await now().openArticle(other);
    expect(now().notices.map(({ title }) => title)).toEqual(['It can’t be read now.']);
    expect(now().open?.article.id).not.toBe(other);
  });

  it('is the next one of the list, a little after one was opened', async () => {
    const { now, reads } = await counting();
    const [first, next] = (now().corpus.pages.get(0) ?? []).map(({ id }) => id) as [string, string];
    await now().openArticle(first);
    await vi.waitFor(() => expect(reads(next)).toBe(1), { timeout: 3000 });
    await arrived();
    await now().stepArticle(1);
    expect(now().open?.article.id).toBe(next);
    expect(reads(next)).toBe(1);
  });
});
