import { describe, expect, test } from 'vitest';
import { makeCoded, refusal } from './support/core.ts';
import { add, all, tag, TEXT } from './support/entities.ts';

describe('the list', () => {
  test('in pages, by kind, category, words and use', async () => {
    const core = await makeCoded(TEXT);
    const mention = await tag(core, 'actor', 'Adra Solène');
    const claim = await tag(core, 'claim', 'We wait');
    await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: mention });
    const velia = await add(core, 'Velia', { category: 'state', aliases: ['Republic of Velia'] });
    await add(core, 'Adra Solène', { parentId: velia }, [mention]);
    await add(core, 'Port Maren', { kind: 'venue', category: 'place' });
    const names = async (choice: object) =>
      (await core.client.call('entities.list', { ...all, ...choice })).rows.map(({ name }) => name);
    expect(await names({})).toEqual(['Adra Solène', 'Port Maren', 'Velia']);
    expect(await names({ query: 'REPUBLIC' })).toEqual(['Velia']);
    expect(await names({ query: '%' })).toEqual([]);
    expect(await names({ category: 'state' })).toEqual(['Velia']);
    expect(await names({ sort: 'mentions', limit: 1 })).toEqual(['Adra Solène']);
    const page = await core.client.call('entities.list', { ...all, kind: 'actor' });
    expect(page).toMatchObject({ total: 2, byKind: { actor: 2, venue: 1 } });
    expect(page.rows[0]).toMatchObject({ mentions: 1, claims: 1, parentName: 'Velia' });
    const details = await core.client.call('entities.get', { id: page.rows[0]?.id ?? '', offset: 0, limit: 10 });
    expect(details).toMatchObject({
      parent: { name: 'Velia' },
      mentions: { total: 1, articles: 1, rows: [{ words: 'Adra Solène', outlet: 'The Harbour Post' }] },
      spellings: [{ key: 'adra solene', count: 1 }],
      roles: [{ role: 'claimant', count: 1 }],
      coders: [{ name: 'Ana', count: 1 }],
    });
    expect(await core.client.call('entities.names', { ids: [velia] })).toMatchObject({
      total: 3,
      names: [{ name: 'Velia' }],
    });
  });

  test('refuses what can’t be, and changes nothing', async () => {
    const core = await makeCoded(TEXT);
    const velia = await add(core, 'Velia', { category: 'state' });
    const ministry = await add(core, 'Ministry', { category: 'organisation', parentId: velia });
    const place = await add(core, 'Port Maren', { kind: 'venue', category: 'place' });
    const mention = await tag(core, 'actor', 'Solène');
    const wordy = await add(core, 'Wordy', { category: 'state' });
    for (const [id, sign] of [
      [velia, 'a'],
      [wordy, 'b'],
    ] as const) {
      await core.client.call('entities.update', { id, fields: { note: sign.repeat(5000) } });
    }
    const before = await core.client.call('entities.list', all);
    const update = (id: string, fields: object) => core.client.call('entities.update', { id, fields });
    for (const [call, code, words] of [
      [add(core, ' velia '), 'already-exists', 'Velia'],
      [add(core, '  '), 'bad-input', 'needs a name'],
      [add(core, 'X', { category: 'place' }), 'bad-input', 'category'],
      [add(core, 'x'.repeat(301)), 'bad-input', 'too long'],
      [update(velia, { parentId: velia }), 'bad-input', 'part of itself'],
      [update(velia, { parentId: ministry }), 'bad-input', 'is itself part of'],
      [update(velia, { parentId: place }), 'bad-input', 'venue'],
      [update(velia, { parentId: 'gone' }), 'not-found', 'list'],
      [update('gone', {}), 'not-found', 'list'],
      [core.client.call('entities.link', { annotationIds: [mention], entityId: place }), 'bad-input', 'Port Maren'],
      [core.client.call('entities.merge', { keepId: velia, otherIds: [velia] }), 'bad-input', 'itself'],
      [core.client.call('entities.merge', { keepId: velia, otherIds: [place] }), 'bad-input', 'can’t be one'],
      [core.client.call('entities.merge', { keepId: velia, otherIds: [wordy] }), 'bad-input', 'notes'],
    ] as const) {
      const error = await refusal(call);
      expect(error).toMatchObject({ code });
      expect(error.message).toContain(words);
      expect(error.hint).not.toBe('');
    }
    expect(await core.client.call('entities.list', all)).toEqual(before);
    expect(await update(velia, { name: 'Velia ' })).toMatchObject({ label: '' });
    expect(await update(velia, { name: 'Velian Republic', aliases: ['Velia', ' Velia', ''] })).toMatchObject({
      label: 'rename “Velia” to “Velian Republic”',
      changes: [{ after: { aliases: ['Velia'] } }],
    });
  });
});
