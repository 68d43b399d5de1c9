import { describe, expect, test } from 'vitest';
import type { QueueName } from '../../src/shared/model/queue.ts';
import { addArticle, find, makeCoded, type TestCore } from './support/core.ts';

const FIRST = 'Velia repeats its offer. “A settlement is possible,” Adra Solène said in Port Maren.\n';
const SECOND = 'Oster says no. “Never,” its minister said.\n';
const THIRD = 'The weather stays as it is.\n';

async function corpus() {
  const core = await makeCoded(FIRST);
  const second = await addArticle(core, 'second.txt', SECOND);
  const third = await addArticle(core, 'third.txt', THIRD);
  await core.client.call('articles.update', { id: second, fields: { outlet: 'Oster Daily', date: '2031-03-02' } });
  return { ...core, first: core.articleId, second, third };
}

type Corpus = Awaited<ReturnType<typeof corpus>>;

async function tag(core: TestCore, articleId: string, text: string, kind: 'actor' | 'claim' | 'venue', words: string) {
  const input = { articleId, kind, fragments: [find(text, words)] };
  return (await core.client.call('annotations.add', input)).id;
}

async function queue(core: Corpus, name: QueueName) {
  const { total, items } = await core.client.call('work.queue', { queue: name, offset: 0, limit: 10 });
  expect(items).toHaveLength(total);
  expect((await core.client.call('work.queues', {}))[name]).toBe(total);
  return items;
}

const places = (items: Awaited<ReturnType<typeof queue>>) => items.map(({ articleId, words }) => [articleId, words]);

describe('the queues', () => {
  test('say what is next, as it is now', async () => {
    const core = await corpus();
    expect(places(await queue(core, 'new'))).toEqual([core.second, core.first, core.third].map((id) => [id, '']));
    const solene = await tag(core, core.first, FIRST, 'actor', 'Adra Solène');
    await tag(core, core.first, FIRST, 'venue', 'Port Maren');
    const claim = await tag(core, core.first, FIRST, 'claim', 'A settlement is possible');
    await tag(core, core.second, SECOND, 'actor', 'Oster');
    await core.client.call('articles.update', { id: core.third, fields: {}, status: 'done' });
    expect(places(await queue(core, 'new'))).toEqual([]);
    expect(places(await queue(core, 'in-progress'))).toEqual([
      [core.second, ''],
      [core.first, ''],
    ]);
    expect(places(await queue(core, 'unlinked'))).toEqual([
      [core.second, 'Oster'],
      [core.first, 'Adra Solène'],
      [core.first, 'Port Maren'],
    ]);
    expect(places(await queue(core, 'incomplete'))).toEqual([[core.first, 'A settlement is possible']]);
    expect(places(await queue(core, 'without-claim'))).toEqual([
      [core.second, ''],
      [core.third, ''],
    ]);
    await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: solene });
    expect(await queue(core, 'incomplete')).toEqual([]);
    await core.client.call('history.undo', {});
    expect(await queue(core, 'incomplete')).toMatchObject([{ annotationId: claim, title: 'About report.txt' }]);
  });

  test('are the current coder’s own', async () => {
    const core = await corpus();
    await tag(core, core.first, FIRST, 'actor', 'Adra Solène');
    await tag(core, core.first, FIRST, 'claim', 'A settlement is possible');
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect(await queue(core, 'unlinked')).toEqual([]);
    expect(await queue(core, 'incomplete')).toEqual([]);
    expect(places(await queue(core, 'without-claim'))).toEqual([[core.first, '']]);
  });
});

test('progress is told by coder and by outlet', async () => {
  const core = await corpus();
  await tag(core, core.first, FIRST, 'actor', 'Adra Solène');
  await tag(core, core.first, FIRST, 'claim', 'A settlement is possible');
  await core.client.call('articles.update', { id: core.first, fields: {}, status: 'done' });
  await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
  await tag(core, core.first, FIRST, 'venue', 'Port Maren');
  await tag(core, core.second, SECOND, 'actor', 'Oster');
  const progress = await core.client.call('work.progress', {});
  expect(progress).toMatchObject({
    articles: { new: 1, 'in-progress': 1, done: 1 },
    annotations: { actor: 2, claim: 1, venue: 1 },
    coders: [
      { name: 'Ana', articles: 1, done: 1, annotations: { actor: 1, claim: 1, venue: 0 } },
      { name: 'Ben', articles: 2, done: 1, annotations: { actor: 1, claim: 0, venue: 1 } },
    ],
    outlets: [
      {
        outlet: 'Oster Daily',
        articles: { new: 0, 'in-progress': 1, done: 0 },
        annotations: { actor: 1, claim: 0, venue: 0 },
      },
      { outlet: 'The Harbour Post', articles: { new: 1, 'in-progress': 0, done: 1 } },
    ],
  });
});
