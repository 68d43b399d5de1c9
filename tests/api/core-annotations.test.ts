import { UNCODED } from '../../src/shared/model/annotation.ts';
import { describe, expect, test } from 'vitest';
import type { Fragment } from '../../src/shared/text/span.ts';
import { linked, open, tag, TEXT } from './support/coding.ts';
import { addArticle, find, makeCoded, refusal } from './support/core.ts';

describe('tagging', () => {
  test('keeps the span, as a record of the current coder', async () => {
    const core = await makeCoded(TEXT);
    const fragments = [find(TEXT, '“We have kept one chair for each.”'), find(TEXT, '“A settlement is possible')];
    const { id, applied } = await core.client.call('annotations.add', {
      articleId: core.articleId,
      kind: 'claim',
      fragments,
      memo: 'one utterance',
    });
    expect(applied).toMatchObject({
      label: 'tag claim “A settlement is possible … We have kept…”',
      reload: false,
      articleId: core.articleId,
      history: { undo: applied.label, redo: null },
      notice: '',
    });
    const { annotations, article } = await open(core);
    expect(article.status).toBe('in-progress');
    expect(annotations).toEqual([
      {
        id,
        articleId: core.articleId,
        kind: 'claim',
        coderId: 'id-000001',
        fragments: [fragments[1], fragments[0]],
        memo: 'one utterance',
        attributes: {},
        ...UNCODED,
        createdAt: '2031-03-14T09:00:00.000Z',
        updatedAt: '2031-03-14T09:00:00.000Z',
      },
    ]);
  });

  test('keeps the id that the caller made, and refuses one that is taken or isn’t an id', async () => {
    const core = await makeCoded(TEXT);
    const id = '01930d5c-9f00-7abc-8def-0123456789ab';
    const tagging = (words: string, given: string) => ({
      id: given,
      articleId: core.articleId,
      kind: 'actor' as const,
      fragments: [find(TEXT, words)],
    });
    expect((await core.client.call('annotations.add', tagging('settlement', id))).id).toBe(id);
    expect(await refusal(core.client.call('annotations.add', tagging('possible', id)))).toMatchObject({
      code: 'conflict',
    });
    for (const bad of ['', 'x', id.toUpperCase(), `${id}0`]) {
      expect(await refusal(core.client.call('annotations.add', tagging('possible', bad)))).toMatchObject({
        code: 'bad-input',
      });
    }
    expect((await open(core)).annotations.map((annotation) => annotation.id)).toEqual([id]);
  });

  test('joins fragments that overlap or touch', async () => {
    const core = await makeCoded(TEXT);
    const fragments = [
      { start: 6, end: 13 },
      { start: 0, end: 6 },
      { start: 3, end: 8 },
    ];
    await core.client.call('annotations.add', { articleId: core.articleId, kind: 'actor', fragments });
    expect((await open(core)).annotations[0]?.fragments).toEqual([{ start: 0, end: 13 }]);
  });

  test('the same span and kind twice changes nothing; another kind or part is another annotation', async () => {
    const core = await makeCoded(TEXT);
    const first = await tag(core, 'claim', 'A settlement', 'We have');
    const fragments = [find(TEXT, 'We have'), find(TEXT, 'A settlement')];
    const again = await core.client.call('annotations.add', { articleId: core.articleId, kind: 'claim', fragments });
    expect(again).toMatchObject({ id: first, applied: { label: '', changes: [] } });
    const other = await core.client.call('annotations.add', {
      articleId: core.articleId,
      kind: 'claim',
      fragments: [find(TEXT, 'A'), find(TEXT, 'We have')],
    });
    expect(other.id).not.toBe(first);
    expect(await tag(core, 'actor', 'A settlement', 'We have')).not.toBe(first);
    expect((await open(core)).annotations).toHaveLength(3);
  });

  test.each<[string, Fragment[]]>([
    ['outside the text', [{ start: 0, end: TEXT.length + 1 }]],
    ['nothing', [{ start: 4, end: 4 }]],
    [
      'nothing, beside a good one',
      [
        { start: 0, end: 5 },
        { start: 9, end: 7 },
      ],
    ],
    ['half a character', [{ start: TEXT.indexOf('👩') + 1, end: TEXT.indexOf('👩') + 4 }]],
  ])('refuses %s', async (_what, fragments) => {
    const core = await makeCoded(TEXT);
    const call = core.client.call('annotations.add', { articleId: core.articleId, kind: 'actor', fragments });
    expect(await refusal(call)).toMatchObject({ code: 'bad-span' });
    expect(await core.client.call('project.info', {})).toMatchObject({ annotations: 0, coders: [] });
  });

  test('names what isn’t there', async () => {
    const { client } = await makeCoded(TEXT);
    const fragments = [{ start: 0, end: 5 }];
    const calls = [
      client.call('annotations.add', { articleId: 'gone', kind: 'actor', fragments }),
      client.call('annotations.update', { id: 'gone', memo: 'x' }),
      client.call('annotations.remove', { ids: ['gone'] }),
      client.call('annotations.split', { id: 'gone' }),
      client.call('annotations.merge', { keepId: 'gone', otherId: 'gone' }),
      client.call('claims.link', { claimId: 'gone', role: 'claimant', targetId: 'gone' }),
      client.call('claims.unlink', { linkId: 'gone' }),
      client.call('articles.open', { id: 'gone' }),
    ];
    for (const call of calls) expect(await refusal(call)).toMatchObject({ code: 'not-found' });
  });
});

describe('changing', () => {
  test('a memo that was cut within an emoji is kept as it can be stored, and taken back', async () => {
    const core = await makeCoded(TEXT);
    const id = await tag(core, 'actor', 'Solène');
    await core.client.call('annotations.update', { id, memo: 'minister \ud83d' });
    expect((await open(core)).annotations).toMatchObject([{ memo: 'minister \ufffd' }]);
    await core.client.call('history.undo', {});
    expect((await open(core)).annotations).toMatchObject([{ memo: '' }]);
  });

  test('words, memo and kind, each with a label of its own', async () => {
    const core = await makeCoded(TEXT);
    const id = await tag(core, 'actor', 'Solène');
    core.setTime('2031-03-14T10:00:00.000Z');
    const words = await core.client.call('annotations.update', { id, fragments: [find(TEXT, 'Adra Solène')] });
    expect(words.label).toBe('change the words of actor “Solène”');
    const memo = await core.client.call('annotations.update', { id, memo: 'minister' });
    expect(memo.label).toBe('edit the memo of actor “Adra Solène”');
    const kind = await core.client.call('annotations.update', { id, kind: 'venue' });
    expect(kind).toMatchObject({ label: 'retype actor “Adra Solène” as venue', notice: '' });
    expect((await open(core)).annotations).toMatchObject([
      { kind: 'venue', memo: 'minister', createdAt: '2031-03-14T09:00:00.000Z', updatedAt: '2031-03-14T10:00:00.000Z' },
    ]);
    const nothing = await core.client.call('annotations.update', { id, kind: 'venue', memo: 'minister' });
    expect(nothing).toMatchObject({ label: '', changes: [] });
    const bad = core.client.call('annotations.update', { id, fragments: [{ start: 0, end: 1e6 }] });
    expect(await refusal(bad)).toMatchObject({ code: 'bad-span' });
  });

  test('the kind takes out the links that it can’t have, and says so', async () => {
    const core = await makeCoded(TEXT);
    const { claim, velia, venue } = await linked(core);
    const before = await open(core);
    const actor = await core.client.call('annotations.update', { id: velia, kind: 'venue' });
    expect(actor.notice).toBe('2 links were removed with it.');
    const one = await core.client.call('annotations.update', { id: venue, kind: 'actor' });
    expect(one.notice).toBe('1 link was removed with it.');
    const rest = await core.client.call('annotations.update', { id: claim, kind: 'actor' });
    expect(rest.notice).toBe('1 link was removed with it.');
    expect((await open(core)).links).toEqual([]);
    for (let i = 0; i < 3; i++) await core.client.call('history.undo', {});
    expect(await open(core)).toEqual(before);
  });

  test('removing takes the links along, and those left move up', async () => {
    const core = await makeCoded(TEXT);
    const { claim, solene, velia } = await linked(core);
    const before = await open(core);
    const applied = await core.client.call('annotations.remove', { ids: [solene, solene] });
    expect(applied).toMatchObject({ label: 'remove actor “Adra Solène”', notice: '1 link was removed with it.' });
    const { links } = await open(core);
    expect(links.filter(({ role }) => role === 'claimant')).toMatchObject([{ targetId: velia, position: 0 }]);
    const both = await core.client.call('annotations.remove', { ids: [claim, velia] });
    expect(both).toMatchObject({ label: 'remove 2 annotations', notice: '3 links were removed with them.' });
    await core.client.call('history.undo', {});
    await core.client.call('history.undo', {});
    expect(await open(core)).toEqual(before);
  });

  test('merging joins words, memos and links', async () => {
    const core = await makeCoded(TEXT);
    const { claim, solene, velia, venue } = await linked(core);
    const other = await tag(core, 'claim', 'one chair for each');
    await core.client.call('annotations.update', { id: claim, memo: 'first' });
    await core.client.call('annotations.update', { id: other, memo: 'second' });
    const maren = await tag(core, 'venue', 'Port Maren');
    await core.client.call('claims.link', { claimId: other, role: 'claimant', targetId: velia });
    await core.client.call('claims.link', { claimId: other, role: 'venue', targetId: maren });
    const before = await open(core);
    const applied = await core.client.call('annotations.merge', { keepId: claim, otherId: other });
    expect(applied.label).toBe('merge claim “A settlement is possible … We have kept” with “one chair for each”');
    expect(applied.notice).toBe('1 link that both had is now one.');
    const after = await open(core);
    expect(after.annotations.find(({ id }) => id === claim)).toMatchObject({
      fragments: [find(TEXT, 'A settlement is possible'), find(TEXT, 'We have kept'), find(TEXT, 'one chair for each')],
      memo: 'first\n\nsecond',
    });
    expect(after.annotations.some(({ id }) => id === other)).toBe(false);
    const roles = after.links.map(({ role, targetId, position }) => [role, targetId, position]);
    expect(roles).toEqual([
      ['addressee', velia, 0],
      ['claimant', solene, 0],
      ['claimant', velia, 1],
      ['venue', venue, 0],
      ['venue', maren, 1],
    ]);
    await core.client.call('history.undo', {});
    expect(await open(core)).toEqual(before);
  });

  test('merging two actors of one claim leaves it one', async () => {
    const core = await makeCoded(TEXT);
    const { claim, solene, velia } = await linked(core);
    await core.client.call('annotations.merge', { keepId: velia, otherId: solene });
    const { links } = await open(core);
    expect(links.filter(({ role }) => role === 'claimant')).toMatchObject([
      { claimId: claim, targetId: velia, position: 0 },
    ]);
    expect(links).toHaveLength(3);
  });

  test('merging refuses itself, two kinds and two articles', async () => {
    const core = await makeCoded(TEXT);
    const { claim, velia } = await linked(core);
    const second = await addArticle(core, 'second.txt', 'Velia again.');
    const fragments = [{ start: 0, end: 5 }];
    const { id: far } = await core.client.call('annotations.add', { articleId: second, kind: 'actor', fragments });
    for (const [keepId, otherId] of [
      [claim, claim],
      [claim, velia],
      [velia, far],
    ] as const) {
      expect(await refusal(core.client.call('annotations.merge', { keepId, otherId }))).toMatchObject({
        code: 'bad-input',
      });
    }
    expect((await open(core)).links).toHaveLength(4);
  });

  test('splitting makes each fragment an annotation; the first keeps id, memo and links', async () => {
    const core = await makeCoded(TEXT);
    const { claim } = await linked(core);
    await core.client.call('annotations.update', { id: claim, memo: 'kept' });
    const applied = await core.client.call('annotations.split', { id: claim });
    expect(applied.label).toBe('split claim “A settlement is possible … We have kept”');
    const { annotations, links } = await open(core);
    expect(annotations.filter(({ kind }) => kind === 'claim')).toMatchObject([
      { id: claim, memo: 'kept', fragments: [find(TEXT, 'A settlement is possible')] },
      { memo: '', fragments: [find(TEXT, 'We have kept')] },
    ]);
    expect(links.every(({ claimId }) => claimId === claim)).toBe(true);
    expect(await core.client.call('annotations.split', { id: claim })).toMatchObject({ label: '', changes: [] });
  });
});
