import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/shared/model/kind.ts';
import { addArticle, find, makeCoded, refusal, type TestCore } from './support/core.ts';

const text = (who: string, last = 'for all') => `${who} said: the port stays open to both sides ${last}, and more.`;

async function tag({ client }: TestCore, articleId: string, kind: Kind, of: string, words: string) {
  return (await client.call('annotations.add', { articleId, kind, fragments: [find(of, words)] })).id;
}

/** A claim in each text by its speaker, the first one's article first. */
async function claims(texts: readonly string[]) {
  const core = await makeCoded(texts[0] ?? '');
  const ids: string[] = [];
  for (const [i, each] of texts.entries()) {
    const articleId = i === 0 ? core.articleId : await addArticle(core, `${i}.txt`, each);
    const claim = await tag(core, articleId, 'claim', each, /the port.*(?=,)/.exec(each)?.[0] ?? '');
    const actor = await tag(core, articleId, 'actor', each, each.split(' ')[0] ?? '');
    await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: actor });
    ids.push(claim);
  }
  return { ...core, ids };
}

describe('annotations.precedents', () => {
  test('of a claim: by codes and claimant, with the cases of each; what is not coded yet doesn’t differ', async () => {
    const core = await claims([
      text('Hale'),
      `${text('Hale')} Again.`,
      text('Solène', 'for all'),
      text('Hale', 'for us now'),
    ]);
    expect(new Set(core.ids).size).toBe(4);
    const { id: codeId } = await core.client.call('codes.add', { parentId: null, name: 'Access' });
    await core.client.call('annotations.code', { ids: core.ids.slice(1, 3), change: { addCodes: [codeId] } });

    const found = await core.client.call('annotations.precedents', { annotationId: core.ids[0]! });
    expect(found).toMatchObject({ annotations: 2, articles: 2, more: false, differs: true });
    const aspects = Object.fromEntries(found.aspects.map((aspect) => [aspect.id, aspect]));
    expect(aspects['codes']).toMatchObject({ differs: false, choices: [{ label: 'Access', articles: 2, own: false }] });
    expect(aspects['claimant']?.differs).toBe(true);
    expect(aspects['claimant']?.choices.map(({ label, articles, own }) => [label, articles, own])).toEqual([
      ['Hale', 1, true],
      ['Solène', 1, false],
    ]);
    expect(aspects['claimant']?.choices[1]?.cases[0]).toMatchObject({
      annotationId: core.ids[2],
      title: 'About 2.txt',
    });
  });

  test('of a mention: as what kind, ignoring case and accents, whole words alone', async () => {
    const core = await makeCoded('Solène met SOLENE in Solène House. Solene!');
    const of = 'Solène met SOLENE in Solène House. Solene!';
    const first = await tag(core, core.articleId, 'actor', of, 'Solène');
    await tag(core, core.articleId, 'actor', of, 'SOLENE');
    await tag(core, core.articleId, 'venue', of, 'Solène House');
    await tag(core, core.articleId, 'venue', of, 'Solene!');
    const found = await core.client.call('annotations.precedents', { annotationId: first });
    expect(found.annotations).toBe(2);
    expect(found.aspects).toMatchObject([
      {
        id: 'kind',
        differs: true,
        choices: [
          { label: 'actor', own: true },
          { label: 'venue', own: false },
        ],
      },
    ]);
  });

  test('never of another coder’s layer; nothing for words that are nowhere else', async () => {
    const core = await claims([text('Hale'), text('Solène')]);
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    const none = { annotations: 0, articles: 0, more: false, aspects: [], differs: false };
    expect(await core.client.call('annotations.precedents', { annotationId: core.ids[0]! })).toEqual(none);
    expect((await refusal(core.client.call('annotations.precedents', { annotationId: 'none' }))).code).toBe(
      'not-found',
    );
  });
});
