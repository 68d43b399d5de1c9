import { describe, expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import { makeCoded, refusal } from './support/core.ts';
import { add, all, entityOf, tag, TEXT } from './support/entities.ts';

async function twoCoders() {
  const core = await makeCoded(TEXT);
  const anas = await tag(core, 'actor', 'Sergei Lavrin');
  const claim = await tag(core, 'claim', 'We wait');
  const keep = await add(core, 'Sergey Lavrin', { aliases: ['S. Lavrin'] });
  const other = await add(core, 'Sergei Lavrin', { aliases: ['Lavrin'] }, [anas]);
  const part = await add(core, 'Office of Lavrin', { category: 'organisation', parentId: other });
  await core.client.call('claims.link', { claimId: claim, role: 'about', targetIs: 'entity', targetId: other });
  await core.client.call('claims.link', { claimId: claim, role: 'about', targetIs: 'entity', targetId: keep });
  await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetIs: 'entity', targetId: other });
  await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
  const bens = await tag(core, 'actor', 'Lavrin');
  await core.client.call('entities.link', { annotationIds: [bens], entityId: other });
  return { core, anas, bens, claim, keep, other, part };
}

describe('merging, splitting, removing', () => {
  test('merging shows what it brings together, moves everybody’s, and is one undo', async () => {
    const { core, anas, bens, keep, other, part } = await twoCoders();
    const before = [
      await core.client.call('entities.list', all),
      await core.client.call('articles.open', { id: core.articleId }),
    ];
    const preview = await core.client.call('entities.mergePreview', { keepId: keep, otherIds: [other] });
    expect(preview).toMatchObject({
      mentions: 2,
      links: 1,
      doubled: 1,
      parts: 1,
      result: { name: 'Sergey Lavrin', aliases: ['S. Lavrin', 'Sergei Lavrin', 'Lavrin'] },
      others: [{ mentions: 2, examples: [{ words: 'Sergei Lavrin' }, { words: 'Lavrin' }] }],
    });
    expect(preview.coders.map(({ name, count }) => [name, count])).toEqual([
      ['Ana', 1],
      ['Ben', 1],
    ]);
    const applied = await core.client.call('entities.merge', { keepId: keep, otherIds: [other] });
    expect(applied.label).toBe('merge “Sergei Lavrin” into “Sergey Lavrin” for all coders');
    expect(applied.notice).toContain('2 mentions refer to “Sergey Lavrin” now');
    expect(applied.notice).toContain('1 of them is another coder’s');
    expect(applied.notice).toContain('1 link that both had is now one');
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([keep, keep]);
    const { links } = await core.client.call('articles.open', { id: core.articleId });
    expect(links.map(({ role, targetId, position }) => [role, targetId, position])).toEqual([
      ['about', keep, 0],
      ['claimant', keep, 0],
    ]);
    expect(
      (await core.client.call('entities.get', { id: keep, offset: 0, limit: 9 })).parts.map(({ id }) => id),
    ).toEqual([part]);
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    expect(await refusal(core.client.call('entities.get', { id: other, offset: 0, limit: 1 }))).toMatchObject({
      code: 'not-found',
    });
    await core.client.call('history.undo', {});
    expect([
      await core.client.call('entities.list', all),
      await core.client.call('articles.open', { id: core.articleId }),
    ]).toEqual(before);
    await core.client.call('history.redo', {});
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
  });

  test('what is merged never comes to be part of itself, through whomever', async () => {
    const core = await makeCoded(TEXT);
    const velia = await add(core, 'Velia', { category: 'state' });
    const ministry = await add(core, 'Ministry', { category: 'organisation', parentId: velia });
    const office = await add(core, 'Office', { category: 'organisation', parentId: ministry });
    const league = await add(core, 'League', { category: 'organisation' });
    const merge = { keepId: velia, otherIds: [office] };
    expect((await core.client.call('entities.mergePreview', merge)).result.parentId).toBeNull();
    await core.client.call('entities.merge', merge);
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    await core.client.call('history.undo', {});

    // The kept one's own place, too; then the first of the others' that is outside.
    await core.client.call('entities.update', { id: velia, fields: { parentId: league } });
    await core.client.call('entities.merge', { keepId: office, otherIds: [velia] });
    const { entity } = await core.client.call('entities.get', { id: office, offset: 0, limit: 1 });
    expect(entity.parentId).toBe(league);
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
  });

  test('splitting hands spellings, mentions and names over to a new or another one', async () => {
    const { core, anas, bens, other, keep } = await twoCoders();
    const split = { id: other, spellings: ['lavrin'], annotationIds: [], aliases: [] };
    const fresh = { entity: { kind: 'actor', category: 'person', name: 'Ivo Lavrin' } } as const;
    const preview = await core.client.call('entities.splitPreview', { ...split, to: fresh });
    expect(preview).toMatchObject({
      mentions: 1,
      staying: 1,
      toName: 'Ivo Lavrin',
      aliases: ['Lavrin'],
      coders: [{ name: 'Ben' }],
      examples: [{ annotationId: bens, words: 'Lavrin' }],
    });
    const applied = await core.client.call('entities.split', { ...split, to: fresh });
    expect(applied.label).toBe('split 1 mention off “Sergei Lavrin” to the new “Ivo Lavrin”');
    const { rows } = await core.client.call('entities.list', { ...all, query: 'ivo' });
    expect(rows[0]).toMatchObject({ aliases: ['Lavrin'], mentions: 1 });
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([other, rows[0]?.id]);
    await core.client.call('history.undo', {});
    expect(await entityOf(core, bens)).toBe(other);

    await core.client.call('entities.split', {
      ...split,
      spellings: [],
      annotationIds: [anas],
      to: { entityId: keep },
    });
    expect(await entityOf(core, anas)).toBe(keep);
    for (const bad of [
      { ...split, to: { entityId: other } },
      { ...split, spellings: [], to: { entityId: keep } },
      { ...split, annotationIds: [anas], to: { entityId: keep } },
    ]) {
      expect(await refusal(core.client.call('entities.split', bad))).toMatchObject({ code: 'bad-input' });
    }
    const taken = { entity: { kind: 'actor', category: 'person', name: 'Sergey Lavrin' } } as const;
    expect(await refusal(core.client.call('entities.split', { ...split, to: taken }))).toMatchObject({
      code: 'already-exists',
    });
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
  });

  test('removing leaves mentions that refer to nothing', async () => {
    const { core, anas, bens, other, part } = await twoCoders();
    const preview = await core.client.call('entities.removePreview', { ids: [other] });
    expect(preview).toMatchObject({ names: ['Sergei Lavrin'], mentions: 2, links: 2, parts: 1 });
    const applied = await core.client.call('entities.remove', { ids: [other] });
    expect(applied.notice).toContain('2 mentions refer to nothing now. 2 links were removed with it.');
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([null, null]);
    expect((await core.client.call('entities.get', { id: part, offset: 0, limit: 1 })).entity.parentId).toBeNull();
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    await core.client.call('history.undo', {});
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([other, other]);
  });

  test('pairs that may be the same are named with why', async () => {
    const { core } = await twoCoders();
    await add(core, 'Velia', { category: 'state' });
    await add(core, 'Velia', { kind: 'venue', category: 'place' });
    const { total, pairs } = await core.client.call('entities.duplicates', {
      kind: null,
      apart: false,
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(1);
    expect(pairs[0]?.reason).toBe('“Sergei Lavrin” and “Sergey Lavrin” may be two spellings of one name');
  });

  test('two that are alike are told apart, for good and undoably', async () => {
    const { core, keep, other } = await twoCoders();
    const alike = (apart: boolean) =>
      core.client.call('entities.duplicates', { kind: null, apart, offset: 0, limit: 10 });
    const tell = (ids: [string, string], apart: boolean) => core.client.call('entities.tellApart', { ids, apart });
    const before = await core.client.call('entities.list', all);
    const told = await tell([other, keep], true);
    expect(told.label).toMatch(/^tell “Serge[iy] Lavrin” and “Serge[iy] Lavrin” apart$/);
    expect(await alike(false)).toMatchObject({ total: 0, apart: 1, pairs: [] });
    const ids = (await alike(true)).pairs.map(({ first, second }) => [first.id, second.id]);
    expect(ids).toEqual([[other, keep]]);
    // Said again it changes nothing; renaming keeps it.
    await tell([keep, other], true);
    await core.client.call('entities.update', { id: keep, fields: { note: 'The minister' } });
    await core.client.call('entities.update', { id: other, fields: { note: 'The painter' } });
    expect(await alike(false)).toMatchObject({ total: 0, apart: 1 });
    for (let i = 0; i < 3; i++) await core.client.call('history.undo', {});
    expect(await core.client.call('entities.list', all)).toEqual(before);
    expect(await alike(false)).toMatchObject({ total: 1, apart: 0 });
    // Taken back in the other order of the two.
    await tell([keep, other], true);
    await tell([other, keep], false);
    expect(await alike(false)).toMatchObject({ total: 1, apart: 0 });
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });

    const place = await add(core, 'Lavrin', { kind: 'venue', category: 'place' });
    expect(await refusal(tell([keep, keep], true))).toMatchObject({ code: 'bad-input' });
    expect(await refusal(tell([keep, place], true))).toMatchObject({ code: 'bad-input' });
    expect(await refusal(tell([keep, 'nobody'], true))).toMatchObject({ code: 'not-found' });
  });

  test('who was told apart from a merged name is told apart from the kept one', async () => {
    const { core, keep, other } = await twoCoders();
    const third = await add(core, 'Sergej Lavrin');
    const alike = (apart: boolean) =>
      core.client.call('entities.duplicates', { kind: null, apart, offset: 0, limit: 10 });
    await core.client.call('entities.tellApart', { ids: [third, other], apart: true });
    await core.client.call('entities.tellApart', { ids: [keep, other], apart: true });
    expect(await alike(false)).toMatchObject({ total: 1, apart: 2 });
    await core.client.call('entities.merge', { keepId: keep, otherIds: [other] });
    expect(await alike(false)).toMatchObject({ total: 0, apart: 1 });
    expect((await alike(true)).pairs.map(({ first, second }) => [first.id, second.id].sort())).toEqual([
      [keep, third].sort(),
    ]);
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    await core.client.call('history.undo', {});
    expect(await alike(false)).toMatchObject({ total: 1, apart: 2 });
  });
});
