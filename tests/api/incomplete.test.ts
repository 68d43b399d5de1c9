import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/shared/api/contract.ts';
import type { Change } from '../../src/shared/change/change.ts';
import { UNCODED } from '../../src/shared/model/annotation.ts';
import { MISSING_PARTS, missingOf } from '../../src/shared/model/completeness.ts';
import { makeCode, makeVariable, put, putCodebook } from './support/codebook.ts';
import { type Coded, linked, open, tag, TEXT } from './support/coding.ts';
import { addArticle, makeCoded } from './support/core.ts';

function ask(core: Coded, input: Partial<Input<'claims.incomplete'>> = {}) {
  return core.client.call('claims.incomplete', { offset: 0, limit: 100, missing: null, coderId: null, ...input });
}

describe('incomplete records', () => {
  test('say what they lack, in words', async () => {
    const core = await makeCoded(TEXT);
    const { claim } = await linked(core);
    const bare = await tag(core, 'claim', 'one chair');
    expect(await ask(core)).toMatchObject({ total: 1, rows: [{ annotationId: bare, missing: ['claimant'] }] });
    putCodebook(core);
    const { total, rows } = await ask(core);
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { annotationId: claim, words: 'A settlement is possible … We have kept', missing: ['code', 'Stance'] },
      {
        annotationId: bare,
        title: 'About report.txt',
        outlet: 'The Harbour Post',
        missing: ['claimant', 'code', 'Stance'],
      },
    ]);
    await core.client.call('annotations.update', { id: claim, codes: ['arms'], values: { stance: 'for' } });
    expect((await ask(core)).rows.map(({ annotationId }) => annotationId)).toEqual([bare]);
    await core.client.call('history.undo', {});
    expect((await ask(core)).total).toBe(2);
  });

  test('are asked for by part, by coder and by page', async () => {
    const core = await makeCoded(TEXT);
    putCodebook(core);
    const { claim } = await linked(core);
    const bare = await tag(core, 'claim', 'one chair');
    expect((await ask(core, { missing: 'addressee' })).rows).toMatchObject([
      { annotationId: bare, missing: ['addressee', 'claimant', 'code', 'Stance'] },
    ]);
    expect((await ask(core, { missing: 'venue' })).total).toBe(1);
    expect((await ask(core, { missing: 'code' })).total).toBe(2);
    expect(await ask(core, { offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ annotationId: bare }] });
    expect(await ask(core, { offset: 9, limit: 1 })).toEqual({ total: 2, rows: [] });
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    const { coder } = await core.client.call('app.state', {});
    expect((await ask(core, { coderId: coder.id })).total).toBe(0);
    const own = await tag(core, 'claim', 'one chair');
    expect((await ask(core, { coderId: coder.id })).rows).toMatchObject([{ annotationId: own, coderId: coder.id }]);
    expect((await ask(core)).total).toBe(3);
    expect(await core.client.call('claims.countIncomplete', { coderId: null })).toEqual({
      any: 3,
      byPart: { claimant: 2, addressee: 2, venue: 2, code: 3, value: 3 },
    });
    expect(claim).not.toBe(bare);
  });

  test('say so in their queue of work too', async () => {
    const core = await makeCoded(TEXT);
    putCodebook(core);
    const bare = await tag(core, 'claim', 'one chair');
    const page = await core.client.call('work.queue', { queue: 'incomplete', offset: 0, limit: 9 });
    expect(page).toMatchObject({
      total: 1,
      items: [{ annotationId: bare, words: 'one chair', lacks: '3 missing: claimant, code, Stance' }],
    });
  });

  test('are listed by article, then in reading order', async () => {
    const core = await makeCoded(TEXT);
    const second = await addArticle(core, 'a second.txt', 'Ana said so. Ben said no.');
    await core.client.call('articles.update', { id: second, fields: { date: '2031-01-01' } });
    const late = await tag(core, 'claim', 'one chair');
    const early = await tag(core, 'claim', 'Velia');
    const add = (start: number) =>
      core.client.call('annotations.add', { articleId: second, kind: 'claim', fragments: [{ start, end: start + 3 }] });
    const { id: behind } = await add(13);
    const { id: first } = await add(0);
    expect((await ask(core)).rows.map(({ annotationId }) => annotationId)).toEqual([first, behind, early, late]);
  });
});

describe('the list', () => {
  const wanted = fc.record({
    codes: fc.subarray(['arms', 'talks']),
    values: fc.record({ a: fc.constantFrom('x', ''), b: fc.constantFrom('x', '') }, { requiredKeys: [] }),
    roles: fc.subarray(['claimant', 'addressee', 'venue', 'relay', 'venue-held'] as const),
  });

  test('holds exactly the claims of which the rule says that something is missing', async () => {
    const core = await makeCoded(TEXT);
    put(
      core,
      ['code', makeCode('arms')],
      ['code', makeCode('talks')],
      ['variable', makeVariable('a', { required: true })],
      ['variable', makeVariable('b', { required: true })],
      ['variable', makeVariable('c', { required: true, retired: true })],
    );
    const actor = await tag(core, 'actor', 'Velia');
    const venue = await tag(core, 'venue', 'Port Maren');
    const project = core.context.session.need();
    const { id: coderId } = core.context.user.coder();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(wanted, { maxLength: 6 }), async (claims) => {
        const changes: Change[] = [];
        for (const { codes, values, roles } of claims) {
          const id = `claim-${++count}`;
          const times = { createdAt: '2031-03-14T08:00:00.000Z', updatedAt: '2031-03-14T08:00:00.000Z' };
          const base = {
            articleId: core.articleId,
            kind: 'claim',
            coderId,
            memo: '',
            attributes: {},
            ...UNCODED,
          } as const;
          const after = { ...base, id, fragments: [{ start: 0, end: 5 }], codes, values: { ...values }, ...times };
          changes.push({ record: 'annotation', id, before: null, after });
          for (const role of roles) {
            const targetId = role.startsWith('venue') ? venue : actor;
            const link = { articleId: core.articleId, claimId: id, role, targetIs: 'annotation', targetId } as const;
            const linkId = `${id}-${role}`;
            changes.push({ record: 'link', id: linkId, before: null, after: { ...link, id: linkId, position: 0 } });
          }
        }
        if (changes.length > 0) project.commit('make claims', changes);
        const { annotations, links } = await open(core);
        const codebook = await core.client.call('codebook.get', {});
        const lacking = annotations
          .filter((one) => one.kind === 'claim')
          .map((claim) => {
            const own = links.filter((link) => link.claimId === claim.id);
            const parts = new Set<string>(missingOf(claim, own, codebook).map(({ part }) => part));
            for (const role of ['addressee', 'venue'] as const) {
              if (!own.some((link) => link.role === role)) parts.add(role);
            }
            return { id: claim.id, parts, any: missingOf(claim, own, codebook).length > 0 };
          });
        for (const missing of [null, ...MISSING_PARTS]) {
          const ids = lacking
            .filter(({ parts, any }) => (missing === null ? any : parts.has(missing)))
            .map(({ id }) => id);
          const page = await ask(core, { missing, limit: 1000 });
          expect(page.rows.map((row) => row.annotationId).sort()).toEqual(ids.sort());
          expect(page.total).toBe(ids.length);
        }
        if (changes.length > 0) project.undo();
      }),
      { numRuns: 30 },
    );
  });
});
