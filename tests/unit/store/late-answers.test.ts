import { describe, expect, it, vi } from 'vitest';
import { createWorkbenchStore } from '../../../src/renderer/store/create.ts';
import { PAGE } from '../../../src/renderer/store/state.ts';
import type { Store } from '../../../src/renderer/store/types.ts';
import type { Client } from '../../../src/shared/api/client.ts';
import { ParleyError } from '../../../src/shared/api/errors.ts';
import { find } from '../../api/support/core.ts';
import { makeWorkbench, type TestWorkbench } from './support.ts';

/* Answers that come late, or in another order than their questions: nothing that holds is dropped, nothing that is old is kept. */

const TEXT = 'Minister Adra Solène spoke in Port Maren. Velia waited.\n';

interface Held {
  /** The answers that the core has given and nobody has got yet, the first one first. */
  readonly waiting: readonly { readonly input: unknown; let(): void }[];
  /** From now on answers of the method come at once. */
  release(): void;
}

/** A window whose answers of one method are held back, each until it is let through. */
async function holding(w: TestWorkbench, method: string): Promise<{ now(): Store; hold(): Held }> {
  let isHeld = false;
  const waiting: { input: unknown; let(): void }[] = [];
  const client: Client = {
    ...w.client,
    async call(name, input) {
      const answer = w.client.call(name, input);
      if (!isHeld || name !== method) return answer;
      // What the core knew then is what it says.
      await answer.catch(() => undefined);
      await new Promise<void>((resolve) => waiting.push({ input, let: resolve }));
      return answer;
    },
  };
  const store = createWorkbenchStore(client);
  await store.getState().start();
  const release = (): void => {
    isHeld = false;
    for (const each of waiting) each.let();
  };
  const hold = (): Held => {
    isHeld = true;
    return { waiting, release };
  };
  return { now: () => store.getState(), hold };
}

async function tag(now: () => Store, words: string, kind: 'actor' | 'venue' = 'actor'): Promise<string> {
  const articleId = now().open?.article.id ?? '';
  const answer = await now().run('annotations.add', { articleId, kind, fragments: [find(TEXT, words)] });
  if (!answer) throw new Error(`“${words}” was not tagged`);
  await now().applied(answer.applied);
  return answer.id;
}

describe('who a mention may be', () => {
  it('is what was asked last, in whatever order the answers come', async () => {
    const { now, hold } = await holding(await makeWorkbench(TEXT), 'entities.propose');
    const solene = await tag(now, 'Adra Solène');
    const velia = await tag(now, 'Velia');
    const held = hold();
    const first = now().askEntity(solene);
    const second = now().askEntity(velia);
    await vi.waitFor(() => expect(held.waiting).toHaveLength(2));
    held.waiting[1]?.let();
    await second;
    expect(now().entities.asked?.annotationId).toBe(velia);
    held.waiting[0]?.let();
    await first;
    expect(now().entities.asked?.annotationId).toBe(velia);
  });

  it('is asked anew when something was changed before the answer came: whoever waits for it gets that of now', async () => {
    const { now, hold } = await holding(await makeWorkbench(TEXT), 'entities.propose');
    const solene = await tag(now, 'Adra Solène');
    const held = hold();
    const asked = now().askEntity(solene);
    await vi.waitFor(() => expect(held.waiting).toHaveLength(1));
    const added = await now().run('entities.add', {
      entity: { kind: 'actor', category: 'person', name: 'Adra Solène' },
      annotationIds: [],
    });
    if (added) await now().applied(added.applied);
    held.release();
    await asked;
    const { entities } = now();
    expect(entities.asked?.revision).toBe(entities.revision);
    expect(entities.asked?.proposal.candidates[0]).toMatchObject({ entityId: added?.id, name: 'Adra Solène' });
  });

  it('is asked once by all who want to know it', async () => {
    const { now, hold } = await holding(await makeWorkbench(TEXT), 'entities.propose');
    const solene = await tag(now, 'Adra Solène');
    const held = hold();
    const all = [now().askEntity(solene), now().askEntity(solene)];
    await vi.waitFor(() => expect(held.waiting).toHaveLength(1));
    held.release();
    await Promise.all(all);
    expect(held.waiting).toHaveLength(1);
    expect(now().entities.asked?.annotationId).toBe(solene);
  });
});

describe('what is read anew', () => {
  it('keeps what was tagged while the article was read', async () => {
    const { now, hold } = await holding(await makeWorkbench(TEXT), 'articles.open');
    const held = hold();
    const reading = now().rereadArticle();
    await vi.waitFor(() => expect(held.waiting).toHaveLength(1));
    const velia = await tag(now, 'Velia');
    now().select(velia);
    held.release();
    await reading;
    expect(now().open?.index.get(velia)).toBeDefined();
    expect(now().selectedId).toBe(velia);
  });

  it('keeps a code and an entity that were added meanwhile', async () => {
    const w = await makeWorkbench(TEXT);
    for (const [method, read] of [
      ['codebook.get', 'readCodebook'],
      ['entities.names', 'readEntities'],
    ] as const) {
      const { now, hold } = await holding(w, method);
      const held = hold();
      const reading = now()[read]();
      await vi.waitFor(() => expect(held.waiting).toHaveLength(1));
      const code = await now().run('codes.add', { parentId: null, name: `Talks ${method}` });
      if (code) await now().applied(code.applied);
      const name = `Velia ${method}`;
      const entity = { kind: 'actor', category: 'state', name } as const;
      const added = await now().run('entities.add', { entity, annotationIds: [] });
      if (added) await now().applied(added.applied);
      held.release();
      await reading;
      expect(now().codebook.codes.map((one) => one.name)).toContain(`Talks ${method}`);
      expect([...now().entities.names.values()].map((one) => one.name)).toContain(name);
    }
  });
});

describe('names that could not be read', () => {
  it('are asked for again', async () => {
    const w = await makeWorkbench(TEXT);
    const entity = { kind: 'actor', category: 'person', name: 'Adra Solène' } as const;
    const { id } = await w.client.call('entities.add', { entity, annotationIds: [] });
    let isFull = true;
    const client: Client = {
      ...w.client,
      async call(name, input) {
        if (name !== 'entities.names') return w.client.call(name, input);
        if (isFull && (input as { ids: unknown }).ids) throw new ParleyError('internal', 'It can’t be read now.', '');
        const answer = await w.client.call(name, input);
        // As of a list that is too long to be read whole.
        return (input as { ids: unknown }).ids ? answer : ({ ...answer, names: [] } as never);
      },
    };
    const store = createWorkbenchStore(client);
    await store.getState().start();
    await store.getState().nameEntities([id]);
    expect(store.getState().entities.names.size).toBe(0);
    isFull = false;
    await store.getState().nameEntities([id]);
    expect(store.getState().entities.names.get(id)?.name).toBe('Adra Solène');
  });
});

describe('the next article', () => {
  it('is opened too when the page of the list that has it is still being read', async () => {
    const w = await makeWorkbench(TEXT);
    const page = await w.client.call('articles.list', { offset: 0, limit: 1, sort: 'date', status: null, query: '' });
    const row = page.rows[0];
    if (!row) throw new Error('no article is in the list');
    const next = await w.adding('next.txt', 'Oster answered.\n');
    // A list of one page and one more article.
    const rows = Array.from({ length: PAGE }, (_, i) => (i === PAGE - 1 ? row : { ...row, id: `other ${i}` }));
    const waiting: (() => void)[] = [];
    const client: Client = {
      ...w.client,
      async call(name, input) {
        const answer = await w.client.call(name, input);
        if (name !== 'articles.list') return answer;
        const { offset } = input as { offset: number };
        if (offset > 0) await new Promise<void>((resolve) => waiting.push(resolve));
        return { ...(answer as object), total: PAGE + 1, rows: offset === 0 ? rows : [{ ...row, id: next }] } as never;
      },
    };
    const store = createWorkbenchStore(client);
    await store.getState().start();
    await store.getState().openArticle(row.id);
    void store.getState().readRows(PAGE, PAGE + 1);
    const step = store.getState().stepArticle(1);
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    for (const each of waiting) each();
    await step;
    expect(store.getState().open?.article.id).toBe(next);
  });
});
