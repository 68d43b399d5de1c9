import { describe, expect, it } from 'vitest';
import { code, codebook, codedByTwo, codesOf, paths, TEXT } from './support/shared-codebook.ts';
import { makeCoded, refusal } from './support/core.ts';
import { tag } from './support/coding.ts';

describe('codes', () => {
  it('are added, renamed, moved and retired, each an act that can be undone', async () => {
    const core = await makeCoded(TEXT);
    const before = await core.client.call('codebook.get', {});
    const { id, applied } = await core.client.call('codes.add', { parentId: null, name: ' Peace  talks ' });
    expect(applied.label).toBe('add the code “Peace talks”');
    expect(applied.articleId).toBeNull();
    const war = await code(core, 'War');
    const renamed = await core.client.call('codes.update', { id, name: 'Talks', definition: 'Words about words.' });
    expect(renamed.label).toBe('rename the code “Peace talks” to “Talks”');
    await core.client.call('codes.move', { ids: [id], parentId: war, beforeId: null });
    expect(await paths(core)).toEqual(['War', 'War › Talks']);
    await core.client.call('codes.retire', { ids: [war], retired: true });
    expect((await codebook(core)).codes.map(({ retired }) => retired)).toEqual([true, true]);
    for (let n = 0; n < 5; n++) await core.client.call('history.undo', {});
    expect(await codebook(core)).toEqual(before);
  });

  it('refuse what would make the codebook ambiguous, and change nothing', async () => {
    const core = await makeCoded(TEXT);
    const [war, talks] = [await code(core, 'War'), await code(core, 'War › Talks')];
    const before = await codebook(core);
    const { call } = core.client;
    expect(await refusal(call('codes.add', { parentId: war, name: 'TALKS' }))).toMatchObject({
      code: 'bad-input',
      message: 'There is a code “Talks” under “War” already.',
    });
    expect(await refusal(call('codes.move', { ids: [war], parentId: talks, beforeId: null }))).toMatchObject({
      code: 'bad-input',
      message: '“War” can’t move under “War › Talks”: that stands under it.',
    });
    expect(await refusal(call('codes.merge', { ids: [war], intoId: war, keepDefinitions: false }))).toMatchObject({
      code: 'bad-input',
      message: 'A code can’t be merged with itself.',
    });
    expect(await refusal(call('codes.add', { parentId: 'none', name: 'X' }))).toMatchObject({ code: 'not-found' });
    expect(await codebook(core)).toEqual(before);
  });
});

describe('merging', () => {
  it('is previewed, recodes everybody’s claims, says so, and is one undo', async () => {
    const { core, talks, truce, second, bens, first } = await codedByTwo();
    const merge = { ids: [truce], intoId: talks, keepDefinitions: false };
    const preview = await core.client.call('codebook.preview', { act: 'merge', ...merge });
    expect(preview).toMatchObject({ annotations: 2, others: 1, otherCoders: 1, losing: 0, codes: { removed: 1 } });
    const was = await core.client.call('articles.open', { id: core.articleId });
    const applied = await core.client.call('codes.merge', merge);
    expect(applied.label).toBe('merge the code “Truce” into “Diplomacy › Talks” (2 annotations, 1 by another coder)');
    expect(applied.notice).toBe('2 annotations changed with it, 1 by another coder.');
    expect(await codesOf(core, second)).toEqual([talks]);
    expect(await codesOf(core, bens)).toEqual([talks]);
    expect((await codebook(core)).uses.codes).toEqual({ [talks]: 3 });
    expect((await core.client.call('history.undo', {})).label).toBe(applied.label);
    expect(await core.client.call('articles.open', { id: core.articleId })).toEqual(was);
    await core.client.call('history.redo', {});
    expect(await codesOf(core, first)).toEqual([talks]);
    expect(await codesOf(core, bens)).toEqual([talks]);
    expect((await core.client.call('project.check', {})).ok).toBe(true);
  });
});

describe('removing', () => {
  it('needs to be told what is lost', async () => {
    const { core, truce, second, bens, talks } = await codedByTwo();
    const remove = { id: truce, under: 'remove' } as const;
    const { losing, others } = await core.client.call('codebook.preview', { act: 'remove', ...remove });
    expect([losing, others]).toEqual([2, 1]);
    expect(await refusal(core.client.call('codes.remove', { ...remove, losing: 0 }))).toMatchObject({
      code: 'conflict',
      message: 'This would take what was coded from 2 annotations, and none were spoken of.',
    });
    const applied = await core.client.call('codes.remove', { ...remove, losing });
    expect(applied.notice).toBe('2 annotations changed with it, 1 by another coder; 2 lost what was coded.');
    expect(await codesOf(core, second)).toEqual([talks]);
    expect(await codesOf(core, bens)).toEqual([]);
    await core.client.call('history.undo', {});
    expect(await codesOf(core, bens)).toEqual([truce]);
  });
});

it('a split gives some claims to new codes', async () => {
  const { core, truce, second, bens } = await codedByTwo();
  const split = {
    id: truce,
    parts: [
      { name: 'Offered', definition: '' },
      { name: 'Held', definition: 'It holds.' },
    ],
    where: 'under',
    retire: false,
    given: { [bens]: [1] },
  } as const;
  const call = { ...split, parts: [...split.parts], given: { [bens]: [1] } };
  expect(await core.client.call('codebook.preview', { act: 'split', ...call })).toMatchObject({
    annotations: 1,
    others: 1,
  });
  const applied = await core.client.call('codes.split', call);
  expect(applied.label).toBe('split the code “Truce” into 2 (1 annotation, 1 by another coder)');
  expect(await paths(core)).toContain('Truce › Held');
  expect(await codesOf(core, second)).toContain(truce);
  expect(await codesOf(core, bens)).toEqual([await code(core, 'Truce › Held')]);
});

describe('where a code is used', () => {
  it('is told a page at a time, with those under it', async () => {
    const { core, talks, truce, bens, second } = await codedByTwo();
    const page = await core.client.call('codes.claims', { id: truce, withUnder: false, offset: 0, limit: 1 });
    expect(page).toMatchObject({ total: 2, rows: [{ annotationId: bens, words: 'one chair for each', coder: 'Ben' }] });
    const rest = await core.client.call('codes.claims', { id: truce, withUnder: false, offset: 1, limit: 5 });
    expect(rest.rows.map((row) => row.annotationId)).toEqual([second]);
    const top = await code(core, 'Diplomacy');
    expect((await core.client.call('codes.claims', { id: top, withUnder: false, offset: 0, limit: 5 })).total).toBe(0);
    expect((await core.client.call('codes.claims', { id: top, withUnder: true, offset: 0, limit: 5 })).total).toBe(2);
    expect(talks).not.toBe(top);
  });
});

describe('examples', () => {
  it('are claims, lead to their words, and come back with the claim', async () => {
    const { core, talks, first } = await codedByTwo();
    const actor = await tag(core, 'actor', 'Velia');
    expect(
      await refusal(core.client.call('codes.example', { id: talks, annotationId: actor, is: true })),
    ).toMatchObject({
      message: 'The actor “Velia” can’t be an example of a code: claims are coded.',
    });
    await core.client.call('codes.example', { id: talks, annotationId: first, is: true });
    const rows = async () => (await core.client.call('codes.examples', { id: talks })).rows;
    expect(await rows()).toMatchObject([{ words: 'A settlement is possible', article: 'About report.txt' }]);
    await core.client.call('annotations.remove', { ids: [first] });
    expect(await rows()).toEqual([]);
    await core.client.call('history.undo', {});
    expect(await rows()).toHaveLength(1);
    await core.client.call('codes.example', { id: talks, annotationId: first, is: false });
    expect(await rows()).toEqual([]);
  });
});

describe('the log', () => {
  it('says who did what when, old and new, and what was taken back', async () => {
    const { core, talks, truce } = await codedByTwo();
    core.setTime('2031-04-01T12:00:00.000Z');
    await core.client.call('codes.update', { id: talks, definition: 'Words.', name: 'Negotiation' });
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    await core.client.call('codes.merge', { ids: [truce], intoId: talks, keepDefinitions: false });
    await core.client.call('history.undo', {});
    const { acts, more } = await core.client.call('codebook.log', { before: null, limit: 3 });
    expect(more).toBe(true);
    expect(acts).toMatchObject([
      { coder: 'Ben', kind: 'undo', lines: [] },
      { coder: 'Ben', kind: 'do', undone: true, lines: ['“Truce” is gone'], annotations: 2 },
      {
        coder: 'Ana',
        at: '2031-04-01T12:00:00.000Z',
        kind: 'do',
        undone: false,
        lines: ['“Talks” is now called “Negotiation”', 'Definition of “Talks”: nothing → “Words.”'],
        annotations: 0,
      },
    ]);
    const rest = await core.client.call('codebook.log', { before: acts[2]?.seq ?? 0, limit: 50 });
    expect(rest.acts.map(({ label }) => label)).toEqual([
      'add the code “War”',
      'add the code “Truce”',
      'add the code “Talks” under “Diplomacy”',
      'add the code “Diplomacy”',
    ]);
  });
});
