import { describe, expect, test } from 'vitest';
import { linked, open, tag, TEXT } from './support/coding.ts';
import { addArticle, makeCoded, refusal } from './support/core.ts';

describe('claim records', () => {
  test('are filled once each, in order, and emptied', async () => {
    const core = await makeCoded(TEXT);
    const { claim, solene, velia } = await linked(core);
    const { links } = await open(core);
    expect(links.map(({ role, targetId, position }) => [role, targetId, position])).toContainEqual([
      'claimant',
      velia,
      1,
    ]);
    const again = await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: solene });
    expect(again).toMatchObject({ label: '', changes: [] });
    const first = links.find(({ role, targetId }) => role === 'claimant' && targetId === solene);
    const applied = await core.client.call('claims.unlink', { linkId: first?.id ?? '' });
    expect(applied.label).toBe('unlink claimant “Adra Solène” from claim “A settlement is possible … We have kept”');
    const left = (await open(core)).links.filter(({ role }) => role === 'claimant');
    expect(left).toMatchObject([{ targetId: velia, position: 0 }]);
  });

  test('refuse what can’t fill a role', async () => {
    const core = await makeCoded(TEXT);
    const { claim, velia, venue } = await linked(core);
    const second = await addArticle(core, 'second.txt', 'Velia again.');
    const { id: far } = await core.client.call('annotations.add', {
      articleId: second,
      kind: 'actor',
      fragments: [{ start: 0, end: 5 }],
    });
    for (const [claimId, role, targetId] of [
      [claim, 'claimant', venue],
      [claim, 'venue', velia],
      [claim, 'claimant', claim],
      [velia, 'claimant', velia],
      [claim, 'addressee', far],
    ] as const) {
      const error = await refusal(core.client.call('claims.link', { claimId, role, targetId }));
      expect(error).toMatchObject({ code: 'bad-input' });
      expect(error.hint).not.toBe('');
    }
  });
});

describe('another coder’s layer', () => {
  test('can be seen, and is changed by nobody else', async () => {
    const core = await makeCoded(TEXT);
    const { claim, velia } = await linked(core);
    const before = await open(core);
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    const own = await tag(core, 'actor', 'Adra Solène');
    const link = before.links[0]?.id ?? '';
    const calls = [
      core.client.call('annotations.update', { id: claim, memo: 'x' }),
      core.client.call('annotations.remove', { ids: [own, velia] }),
      core.client.call('annotations.merge', { keepId: own, otherId: velia }),
      core.client.call('annotations.split', { id: claim }),
      core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: own }),
      core.client.call('claims.unlink', { linkId: link }),
    ];
    for (const call of calls) {
      const error = await refusal(call);
      expect(error).toMatchObject({ code: 'other-coder' });
      expect(error.message).toContain('Ana');
    }
    const { annotations, links } = await open(core);
    expect(annotations.filter(({ id }) => id !== own)).toEqual(before.annotations);
    expect(links).toEqual(before.links);
    const list = { offset: 0, limit: 9, sort: 'date', status: null, query: '' } as const;
    expect((await core.client.call('articles.list', list)).rows[0]?.counts).toEqual({ actor: 1, claim: 0, venue: 0 });
  });
});
