import { describe, expect, test } from 'vitest';
import type { FoundTexts } from '../../src/shared/api/methods/search.ts';
import { addArticle, find, makeCoded, refusal, type TestCore } from './support/core.ts';

const FIRST = `Velia repeats its offer

“A settlement is possible,” Foreign Minister Adra Solène told a joint news conference 👩‍👩‍👧 in Port Maren. Solène’s offer stands.
`;
const SECOND = `Oster says no

The offer of Velia was a “trap”, SOLE\u0300NE’S rival said. İstanbul would be a better place for peace talks.
`;

async function corpus() {
  const core = await makeCoded(FIRST);
  const second = await addArticle(core, 'second.txt', SECOND);
  const first = core.articleId;
  await core.client.call('articles.update', { id: second, fields: { outlet: 'Oster Daily', date: '2031-04-02' } });
  return { ...core, first, second };
}

type Corpus = Awaited<ReturnType<typeof corpus>>;

async function texts(core: Corpus, query: string): Promise<Record<string, string[]>> {
  const found = await core.client.call('search.texts', { query, offset: 0, limit: 20 });
  expect(found.articles).toHaveLength(found.total);
  return Object.fromEntries(
    found.articles.map(({ article, lines }) => [article.id === core.first ? 'first' : 'second', wordsOf(lines)]),
  );
}

const wordsOf = (lines: FoundTexts['articles'][number]['lines']) => lines.map(({ words }) => words);

async function tag(core: TestCore, articleId: string, text: string, kind: 'actor' | 'claim', words: string) {
  const input = { articleId, kind, fragments: [find(text, words)] };
  return (await core.client.call('annotations.add', input)).id;
}

describe('texts', () => {
  test.each<[string, Record<string, string[]>]>([
    ['solene', { first: ['Solène', 'Solène'], second: ['SOLE\u0300NE'] }],
    ['"adra solène"', { first: ['Adra Solène'] }],
    ['settle* OR istan*', { first: ['settlement'], second: ['İstanbul'] }],
    ['offer -trap', { first: ['offer', 'offer'] }],
    ['offer (trap OR talks)', { second: ['offer', 'trap', 'talks'] }],
    ['"news conference in"', { first: ['news conference 👩‍👩‍👧 in'] }],
    ['zeppelin', {}],
  ])('%s', async (query, wanted) => {
    expect(await texts(await corpus(), query)).toEqual(wanted);
  });

  test('come the newest first, a page at a time, with exact places in context', async () => {
    const core = await corpus();
    const page = (offset: number) => core.client.call('search.texts', { query: 'offer', offset, limit: 1, lines: 1 });
    const [newer, older] = [await page(0), await page(1)];
    expect([newer.total, older.total]).toEqual([2, 2]);
    expect(newer.articles[0]?.article).toMatchObject({ id: core.second, outlet: 'Oster Daily', status: 'new' });
    expect(older.articles[0]?.count).toBe(2);
    expect(older.articles[0]?.lines).toEqual([
      {
        ...find(FIRST, 'offer'),
        before: 'Velia repeats its ',
        words: 'offer',
        after: expect.stringMatching(/^ “A settlement is possible,” Foreign/),
      },
    ]);
  });

  test('are found by their title alone too, and follow it when it changes', async () => {
    const core = await corpus();
    await core.client.call('articles.update', { id: core.first, fields: { title: 'Zeppelin over Port Maren' } });
    const found = await core.client.call('search.texts', { query: 'zeppelin', offset: 0, limit: 5 });
    expect(found).toMatchObject({ total: 1, articles: [{ count: 0, lines: [] }] });
    await core.client.call('history.undo', {});
    expect(await texts(core, 'zeppelin')).toEqual({});
  });

  test('a query that can’t be understood is refused in plain words', async () => {
    const core = await corpus();
    const error = await refusal(core.client.call('search.texts', { query: 'peace "talks', offset: 0, limit: 5 }));
    expect(error).toMatchObject({ code: 'bad-input', message: 'The quotation mark at character 7 is never closed.' });
    expect(await core.client.call('search.texts', { query: '  ', offset: 0, limit: 5 })).toEqual({
      total: 0,
      articles: [],
    });
  });

  test('a removed article isn’t found, and is again when that is undone', async () => {
    const core = await corpus();
    await core.client.call('articles.remove', { ids: [core.first] });
    expect(await texts(core, 'settlement')).toEqual({});
    await core.client.call('history.undo', {});
    expect(await texts(core, 'settlement')).toEqual({ first: ['settlement'] });
  });
});

describe('filters', () => {
  test('narrow the list, its counts and what is found', async () => {
    const core = await corpus();
    await tag(core, core.first, FIRST, 'actor', 'Solène');
    const coder = (await core.client.call('app.state', {})).coder.id;
    const cases = [
      [{ outlets: ['Oster Daily'] }, [core.second]],
      [{ outlets: ['nobody'] }, []],
      [{ from: '2031-03-14', to: '2031-03-31' }, [core.first]],
      [{ from: '2031-03-15' }, [core.second]],
      [{ statuses: ['in-progress', 'done'] }, [core.first]],
      [{ coders: [coder], kinds: ['actor'] }, [core.first]],
      [{ kinds: ['claim'] }, []],
      [{ coded: 'none' }, [core.second]],
      [{ coded: 'some' }, [core.first]],
      [{}, [core.second, core.first]],
    ] as const;
    for (const [filter, ids] of cases) {
      const given = JSON.parse(JSON.stringify(filter));
      const list = { offset: 0, limit: 10, sort: 'date', status: null, query: '', filter: given } as const;
      const page = await core.client.call('articles.list', list);
      expect(page.rows.map(({ id }) => id)).toEqual(ids);
      expect(page.total).toBe(ids.length);
      const found = await core.client.call('search.texts', { query: 'offer', filter: given, offset: 0, limit: 10 });
      expect(found.articles.map(({ article }) => article.id)).toEqual(ids);
      expect(found.total).toBe(ids.length);
    }
    const bad = { query: 'a', filter: { from: '2031-02-30' }, offset: 0, limit: 5 };
    expect((await refusal(core.client.call('search.texts', bad))).message).toMatch(/day of the calendar/);
  });

  test('there is a list of what can be asked for', async () => {
    const core = await corpus();
    await tag(core, core.first, FIRST, 'actor', 'Solène');
    const facets = await core.client.call('search.facets', {});
    expect(facets.outlets).toEqual([
      { value: 'Oster Daily', label: 'Oster Daily', count: 1 },
      { value: 'The Harbour Post', label: 'The Harbour Post', count: 1 },
    ]);
    expect(facets.years).toEqual([{ value: '2031', label: '2031', count: 2 }]);
    expect(facets.kinds.map(({ count }) => count)).toEqual([1, 0, 0]);
    expect(facets.coders).toMatchObject([{ label: 'Ana', count: 1 }]);
  });
});

describe('annotations', () => {
  test('are found by their words and memo, as they are now', async () => {
    const core = await corpus();
    const solene = await tag(core, core.first, FIRST, 'actor', 'Adra Solène');
    const claim = await tag(core, core.second, SECOND, 'claim', 'The offer of Velia was a “trap”');
    await core.client.call('annotations.update', { id: solene, memo: 'Minister since 2029' });
    const found = async (query: string, filter = {}) => {
      const answer = await core.client.call('search.annotations', { query, filter, offset: 0, limit: 10 });
      expect(answer.more).toBe(false);
      expect(answer.annotations).toHaveLength(answer.total);
      return answer.annotations.map(({ annotation }) => annotation.id);
    };
    expect(await found('solene')).toEqual([solene]);
    expect(await found('minister 2029')).toEqual([solene]);
    expect(await found('')).toEqual([claim, solene]);
    expect(await found('', { kinds: ['claim'] })).toEqual([claim]);
    expect(await found('offer OR solene', { outlets: ['The Harbour Post'] })).toEqual([solene]);
    expect(await found('offer', { statuses: ['done'] })).toEqual([]);
    await core.client.call('history.undo', {});
    expect(await found('2029')).toEqual([]);
    await core.client.call('annotations.remove', { ids: [solene] });
    expect(await found('solene')).toEqual([]);
    await core.client.call('history.undo', {});
    expect(await found('solene')).toEqual([solene]);
    const [first] = (await core.client.call('search.annotations', { query: 'solene', offset: 0, limit: 1 }))
      .annotations;
    expect(first).toMatchObject({ words: 'Adra Solène', article: { id: core.first }, annotation: { kind: 'actor' } });
    // As it stands: whether there is a blank before the words isn’t for the list to guess.
    expect(first?.before).toMatch(/Foreign Minister $/);
  });
});
