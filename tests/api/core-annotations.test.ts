import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Applied, OpenArticle } from '../../src/shared/api/contract.ts';
import { KINDS } from '../../src/shared/model/kind.ts';
import { ROLES } from '../../src/shared/model/role.ts';
import type { Fragment } from '../../src/shared/text/span.ts';
import { addArticle, applyTo, find, makeCoded, refusal, type TestCore } from './support/core.ts';

const TEXT = `Velia repeats its offer

“A settlement is possible only where both sides sit at the table,” Foreign Minister Adra Solène told a joint news
conference in Port Maren 👩‍👩‍👧. “We have kept one chair for each.”\r\n`;

type Coded = TestCore & { readonly articleId: string };

async function tag(core: Coded, kind: 'actor' | 'claim' | 'venue', ...words: string[]): Promise<string> {
  const fragments = words.map((part) => find(TEXT, part));
  return (await core.client.call('annotations.add', { articleId: core.articleId, kind, fragments })).id;
}

function open(core: Coded): Promise<OpenArticle> {
  return core.client.call('articles.open', { id: core.articleId });
}

/** A claim by Solène to Velia at the conference. */
async function linked(core: Coded) {
  const claim = await tag(core, 'claim', 'A settlement is possible', 'We have kept');
  const solene = await tag(core, 'actor', 'Adra Solène');
  const velia = await tag(core, 'actor', 'Velia');
  const venue = await tag(core, 'venue', 'joint news\nconference');
  await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: solene });
  await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: velia });
  await core.client.call('claims.link', { claimId: claim, role: 'addressee', targetId: velia });
  await core.client.call('claims.link', { claimId: claim, role: 'venue', targetId: venue });
  return { claim, solene, velia, venue };
}

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
        createdAt: '2031-03-14T09:00:00.000Z',
        updatedAt: '2031-03-14T09:00:00.000Z',
      },
    ]);
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

describe('whatever is done in whatever order', () => {
  const Act = fc.record({
    what: fc.constantFrom('add', 'span', 'kind', 'remove', 'merge', 'split', 'link', 'unlink', 'undo', 'redo'),
    a: fc.nat(30),
    b: fc.nat(30),
    kind: fc.constantFrom(...KINDS),
    role: fc.constantFrom(...ROLES),
  });

  test('a window that applies the answers shows what the project holds, and the check finds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Act, { minLength: 5, maxLength: 30 }), async (acts) => {
        const core = await makeCoded(TEXT);
        const { client } = core;
        let shown = await open(core);
        for (const { what, a, b, kind, role } of acts) {
          const one = shown.annotations[a % Math.max(1, shown.annotations.length)]?.id ?? 'none';
          const two = shown.annotations[b % Math.max(1, shown.annotations.length)]?.id ?? 'none';
          const link = shown.links[a % Math.max(1, shown.links.length)]?.id ?? 'none';
          const fragments = [
            { start: a, end: a + 5 },
            { start: b + 40, end: b + 44 },
          ];
          const acting: Record<string, () => Promise<Applied>> = {
            add: async () =>
              (await client.call('annotations.add', { articleId: core.articleId, kind, fragments })).applied,
            span: () => client.call('annotations.update', { id: one, fragments }),
            kind: () => client.call('annotations.update', { id: one, kind }),
            remove: () => client.call('annotations.remove', { ids: [one, two] }),
            merge: () => client.call('annotations.merge', { keepId: one, otherId: two }),
            split: () => client.call('annotations.split', { id: one }),
            link: () => client.call('claims.link', { claimId: one, role, targetId: two }),
            unlink: () => client.call('claims.unlink', { linkId: link }),
            undo: () => client.call('history.undo', {}),
            redo: () => client.call('history.redo', {}),
          };
          const applied = await acting[what]?.().catch(() => null);
          const truth = await open(core).catch(() => null);
          // Undo has taken back the import itself: nothing is left to look at.
          if (truth === null) return;
          if (applied) {
            const copy = applyTo(shown, applied);
            expect(copy.article).toEqual(truth.article);
            expect(new Set(copy.annotations)).toEqual(new Set(truth.annotations));
            expect(new Set(copy.links)).toEqual(new Set(truth.links));
          } else {
            expect(truth).toEqual(shown);
          }
          shown = truth;
        }
        expect((await client.call('project.check', {})).problems).toEqual([]);
        const slots = new Map<string, number>();
        for (const { claimId, role, position } of shown.links) {
          const slot = `${claimId} ${role}`;
          expect(position).toBe(slots.get(slot) ?? 0);
          slots.set(slot, position + 1);
        }
      }),
      { numRuns: 30 },
    );
  });
});
