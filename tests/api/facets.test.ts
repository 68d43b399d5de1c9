import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/shared/model/kind.ts';
import { ROLES } from '../../src/shared/model/role.ts';
import { putCodebook } from './support/codebook.ts';
import { open, TEXT } from './support/coding.ts';
import { addArticle, makeCoded, type TestCore } from './support/core.ts';

const CODES = ['arms', 'talks', 'old'];
const ENTITIES = ['solene', 'port'];

/** The filter that each list of facets fills. */
const LISTS = {
  outlets: 'outlets',
  statuses: 'statuses',
  kinds: 'kinds',
  coders: 'coders',
  codes: 'codes',
  entities: 'entities',
} as const;

/** Every count that is offered beside a filter of articles, and how many articles that filter leaves. */
async function counts({ client }: TestCore): Promise<{ offered: string[]; left: string[] }> {
  const facets = await client.call('search.facets', {});
  const [offered, left]: [string[], string[]] = [[], []];
  for (const [list, field] of Object.entries(LISTS)) {
    for (const { value, label, count } of facets[list as keyof typeof LISTS]) {
      const asked = {
        offset: 0,
        limit: 1,
        sort: 'date',
        status: null,
        query: '',
        filter: { [field]: [value] },
      } as const;
      offered.push(`${list} ${label} ${count}`);
      left.push(`${list} ${label} ${(await client.call('articles.list', asked)).total}`);
    }
  }
  return { offered, left };
}

describe('what articles can be filtered by', () => {
  test('a code below another counts for both; an article with it twice counts once', async () => {
    const core = await makeCoded(TEXT);
    putCodebook(core);
    const { client, articleId } = core;
    const above = (await client.call('codes.add', { parentId: null, name: 'Security' })).id;
    await client.call('codes.move', { ids: ['arms', 'talks'], parentId: above, beforeId: null });
    for (const [start, codes] of [
      [0, ['arms', 'talks']],
      [10, ['arms']],
    ] as const) {
      const fragments = [{ start, end: start + 5 }];
      const { id } = await client.call('annotations.add', { articleId, kind: 'claim', fragments });
      await client.call('annotations.code', { ids: [id], change: { addCodes: [...codes] } });
    }
    const byCode = async (of: 'articles' | 'annotations') =>
      Object.fromEntries((await client.call('search.facets', { of })).codes.map(({ value, count }) => [value, count]));
    expect(await byCode('articles')).toMatchObject({ [above]: 1, arms: 1, talks: 1, old: 0 });
    expect(await byCode('annotations')).toMatchObject({ arms: 2, talks: 1 });
    await client.call('history.undo', {});
    await client.call('codes.merge', { ids: ['talks'], intoId: 'old', keepDefinitions: false });
    expect(await byCode('articles')).toMatchObject({ [above]: 1, arms: 1, old: 1 });
  });

  const Act = fc.record({
    what: fc.constantFrom('add', 'add', 'remove', 'code', 'name', 'link', 'undo', 'redo', 'lift', 'under', 'drop'),
    article: fc.nat(2),
    a: fc.nat(30),
    b: fc.nat(30),
    kind: fc.constantFrom(...KINDS),
    role: fc.constantFrom(...ROLES),
  });

  test('each count is how many articles that filter leaves, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Act, { minLength: 5, maxLength: 30 }), async (acts) => {
        const core = await makeCoded(TEXT);
        putCodebook(core);
        const { client } = core;
        const articles = [
          core.articleId,
          await addArticle(core, 'second.txt', `${TEXT} Again.`),
          await addArticle(core, 'third.txt', `${TEXT} And again.`),
        ];
        for (const { what, article, a, b, kind, role } of acts) {
          const articleId = articles[article] ?? '';
          const shown = (await open({ ...core, articleId }).catch(() => null))?.annotations ?? [];
          const one = shown[a % Math.max(1, shown.length)]?.id ?? 'none';
          const two = shown[b % Math.max(1, shown.length)]?.id ?? 'none';
          const entity = ENTITIES[b % 2] ?? '';
          const acting: Record<string, () => Promise<unknown>> = {
            add: () => client.call('annotations.add', { articleId, kind, fragments: [{ start: a, end: a + 5 }] }),
            remove: () => client.call('annotations.remove', { ids: [one] }),
            code: () => client.call('annotations.code', { ids: [one], change: { addCodes: [CODES[b % 3] ?? ''] } }),
            name: () => client.call('annotations.update', { id: one, entityId: entity }),
            link: () =>
              client.call(
                'claims.link',
                b % 2 === 0
                  ? { claimId: one, role, targetIs: 'entity', targetId: entity }
                  : { claimId: one, role, targetId: two },
              ),
            undo: () => client.call('history.undo', {}),
            redo: () => client.call('history.redo', {}),
            lift: () => client.call('codes.move', { ids: ['talks'], parentId: null, beforeId: null }),
            under: () => client.call('codes.move', { ids: ['talks'], parentId: 'arms', beforeId: null }),
            drop: () => client.call('articles.remove', { ids: [articleId] }),
          };
          await acting[what]?.().catch(() => null);
          // Asked in between too: what is kept follows each act.
          if (a % 4 === 0) await client.call('search.facets', {});
        }
        const { offered, left } = await counts(core);
        expect(offered).toEqual(left);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
