import { describe, expect, test } from 'vitest';
import { addArticle, makeCoded } from './support/core.ts';

const LIST = { offset: 0, limit: 50, status: null, query: '' } as const;
const TITLES = ['Report', 'Report 9', 'report 167', 'Report 167, again', 'Report 1007', 'Reports'];

/** Articles of one day and outlet, imported in no order. */
async function corpus() {
  const core = await makeCoded('Nothing is said here.');
  await core.client.call('articles.remove', { ids: [core.articleId] });
  for (const title of [4, 0, 5, 2, 1, 3].map((at) => TITLES[at] ?? '')) {
    const id = await addArticle(core, `${title}.txt`, `${title} says nothing.`);
    await core.client.call('articles.update', { id, fields: { title } });
  }
  return core;
}

describe('numbers in titles and names come by their size', () => {
  test('in every order of the list, page by page, and in what is found', async () => {
    const { client } = await corpus();
    const titles = async (change: object) =>
      (await client.call('articles.list', { ...LIST, sort: 'title', ...change })).rows.map(({ title }) => title);
    for (const sort of ['title', 'date', 'outlet', 'status'] as const) expect(await titles({ sort })).toEqual(TITLES);
    const pages: string[] = [];
    for (let offset = 0; offset < TITLES.length; offset += 2) pages.push(...(await titles({ offset, limit: 2 })));
    expect(pages).toEqual(TITLES);
    const found = await client.call('search.texts', { query: 'nothing', offset: 0, limit: 20 });
    expect(found.articles.map(({ article }) => article.title)).toEqual(TITLES);
    // Found by what is written, not by how it is sorted.
    expect(await titles({ query: '167' })).toEqual(['report 167', 'Report 167, again']);
    expect(await titles({ query: 'report 1' })).toEqual(['report 167', 'Report 167, again', 'Report 1007']);
    expect(await titles({ query: '3' })).toEqual([]);
    expect((await client.call('project.check', {})).problems).toEqual([]);
  });

  test('outlets to filter by, and entities', async () => {
    const core = await corpus();
    const { client } = core;
    const { rows } = await client.call('articles.list', { ...LIST, sort: 'title' });
    for (const [at, { id }] of rows.entries()) {
      await client.call('articles.update', { id, fields: { outlet: ['Channel 10', 'Channel 2', ''][at % 3] ?? '' } });
    }
    const { outlets } = await client.call('search.facets', {});
    expect(outlets.map(({ value }) => value)).toEqual(['Channel 2', 'Channel 10', '']);

    const fields = { kind: 'actor', category: 'organisation' } as const;
    for (const name of ['Battalion 10', 'Battalion 2', 'Battalion', 'The Battalion 1']) {
      await client.call('entities.add', { entity: { ...fields, name }, annotationIds: [] });
    }
    const names = async (query: string) =>
      (
        await client.call('entities.list', { offset: 0, limit: 20, sort: 'name', kind: null, category: null, query })
      ).rows.map(({ name }) => name);
    expect(await names('')).toEqual(['Battalion', 'Battalion 2', 'Battalion 10', 'The Battalion 1']);
    // Who begin so come first, with numbers too.
    expect(await names('battalion 1')).toEqual(['Battalion 10', 'The Battalion 1']);
    expect((await client.call('project.check', {})).problems).toEqual([]);
  });
});
