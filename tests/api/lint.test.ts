import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { RULE_IDS } from '../../src/shared/model/finding.ts';
import type { Kind } from '../../src/shared/model/kind.ts';
import { makeEntity, put } from './support/codebook.ts';
import { addArticle, find, makeCoded, refusal, type TestCore } from './support/core.ts';

const TEXT = [
  '“The port stays open to both sides,” Adra Solène said in Port Maren.',
  'Lund has not answered. “We have no date for talks yet,” its envoy told Velia.',
].join('\n\n');

type Coded = TestCore & { readonly articleId: string };

async function tag({ client }: TestCore, articleId: string, kind: Kind, words: string): Promise<string> {
  return (await client.call('annotations.add', { articleId, kind, fragments: [find(TEXT, words)] })).id;
}

const ofArticle = async ({ client }: TestCore, articleId: string) => client.call('lint.article', { articleId });
const corpus = ({ client }: TestCore, more: { offset?: number; limit?: number } = {}) =>
  client.call('lint.corpus', { rule: null, offset: 0, limit: 100, ...more });

async function coded(): Promise<Coded & { claim: string }> {
  const core = await makeCoded(TEXT);
  const claim = await tag(core, core.articleId, 'claim', 'The port stays open to both sides');
  await tag(core, core.articleId, 'actor', 'Adra Solène');
  return { ...core, claim };
}

describe('lint.article', () => {
  test('finds slips in the current coder’s own layer; a fix settles one, undo brings it back', async () => {
    const core = await coded();
    const before = await ofArticle(core, core.articleId);
    expect(before.findings.map(({ rule }) => rule)).toEqual(['claim-without-claimant', 'quotation-unclaimed']);
    const fix = before.findings[0]?.fixes[0]?.fix;
    if (fix?.act !== 'link') throw new Error('the only actor of the sentence is offered');
    await core.client.call('claims.link', { claimId: fix.claimId, role: fix.role, targetId: fix.targetId });
    expect((await ofArticle(core, core.articleId)).findings).toHaveLength(1);
    await core.client.call('history.undo', {});
    expect(await ofArticle(core, core.articleId)).toEqual(before);

    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect(await ofArticle(core, core.articleId)).toEqual({ findings: [], dismissed: [] });
  });

  test('is told when the article isn’t there', async () => {
    expect((await refusal(ofArticle(await coded(), 'nowhere'))).code).toBe('not-found');
  });
});

describe('lint.dismiss', () => {
  test('puts a finding away with its reason, in one undo; restoring brings it back', async () => {
    const core = await coded();
    const { findings } = await ofArticle(core, core.articleId);
    const { rule, key } = findings[1] ?? findings[0]!;
    const applied = await core.client.call('lint.dismiss', {
      articleId: core.articleId,
      rule,
      key,
      reason: ' a title ',
    });
    expect(applied.label).toBe('dismiss “Quotation that no claim covers”');
    expect(applied.changes).toMatchObject([
      { record: 'verdict', after: { about: 'finding', rule, key, reason: 'a title' } },
    ]);
    const after = await ofArticle(core, core.articleId);
    expect(after.findings).toHaveLength(1);
    expect(after.dismissed).toMatchObject([{ reason: 'a title', finding: { rule, key } }]);

    await core.client.call('lint.dismiss', { articleId: core.articleId, rule, key, reason: 'a saying' });
    expect((await ofArticle(core, core.articleId)).dismissed[0]?.reason).toBe('a saying');
    await core.client.call('history.undo', {});
    await core.client.call('history.undo', {});
    expect((await ofArticle(core, core.articleId)).findings).toEqual(findings);
    await core.client.call('history.redo', {});
    const verdictId = (await ofArticle(core, core.articleId)).dismissed[0]?.verdictId ?? '';
    await core.client.call('lint.restore', { verdictId });
    expect((await ofArticle(core, core.articleId)).findings).toEqual(findings);
  });

  test('wants a reason, a finding that is there, and one’s own', async () => {
    const core = await coded();
    const { rule, key } = (await ofArticle(core, core.articleId)).findings[0]!;
    const dismiss = (more: object) =>
      refusal(core.client.call('lint.dismiss', { articleId: core.articleId, rule, key, reason: 'so', ...more }));
    expect((await dismiss({ reason: '  ' })).code).toBe('bad-input');
    expect((await dismiss({ key: 'else' })).code).toBe('not-found');
    expect((await dismiss({ articleId: 'nowhere' })).code).toBe('not-found');
    expect((await refusal(core.client.call('lint.restore', { verdictId: 'nothing' }))).code).toBe('not-found');

    await core.client.call('lint.dismiss', { articleId: core.articleId, rule, key, reason: 'so' });
    const verdictId = (await ofArticle(core, core.articleId)).dismissed[0]?.verdictId ?? '';
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect((await refusal(core.client.call('lint.restore', { verdictId }))).code).toBe('other-coder');
  });
});

describe('lint.run and lint.corpus', () => {
  test('look through everything once, and then at what has changed alone', async () => {
    const core = await coded();
    const other = await addArticle(core, 'second.txt', `${TEXT}\n\nMore.`);
    await tag(core, other, 'claim', 'We have no date for talks yet');
    expect(await corpus(core)).toMatchObject({ stale: 2, total: 0 });
    expect(await core.client.call('lint.run', { job: 'look' })).toEqual({ articles: 2, findings: 4 });
    expect(core.events.at(-1)).toMatchObject({ event: 'job', payload: { job: 'look', done: 2, total: 2 } });

    const all = await corpus(core);
    expect(all).toMatchObject({
      stale: 0,
      total: 4,
      dismissed: 0,
      byRule: { 'claim-without-claimant': 2, 'quotation-unclaimed': 2, 'cut-word': 0 },
    });
    expect(new Set(all.rows.map(({ articleId }) => articleId))).toEqual(new Set([core.articleId, other]));
    const page = await core.client.call('lint.corpus', { rule: 'quotation-unclaimed', offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 2, rows: [{ title: expect.stringMatching(/^About/) }] });

    await core.client.call('annotations.remove', { ids: [core.claim] });
    expect(await corpus(core)).toMatchObject({
      stale: 0,
      total: 4,
      byRule: { 'claim-without-claimant': 1, 'quotation-unclaimed': 3 },
    });
    await core.client.call('history.undo', {});
    expect(await corpus(core)).toEqual(all);
    const [first] = all.rows;
    await core.client.call('lint.dismiss', {
      articleId: first!.articleId,
      rule: first!.finding.rule,
      key: first!.finding.key,
      reason: 'so',
    });
    expect(await corpus(core)).toMatchObject({ total: 3, dismissed: 1 });
    await core.client.call('articles.remove', { ids: [other] });
    expect((await corpus(core)).rows.every(({ articleId }) => articleId === core.articleId)).toBe(true);
  });

  test('can be stopped; what was looked through until then is kept', async () => {
    const core = await coded();
    for (let i = 0; i < 25; i++) await addArticle(core, `more-${i}.txt`, `${TEXT} ${i}`);
    const running = core.client.call('lint.run', { job: 'look' });
    await core.client.call('jobs.cancel', { job: 'look' });
    expect((await refusal(running)).code).toBe('cancelled');
    expect((await corpus(core)).stale).toBeGreaterThan(0);
    expect(await core.client.call('lint.run', { job: 'look' })).toMatchObject({ articles: 26 });
    expect((await corpus(core)).stale).toBe(0);
  });

  test('an article that undo took away and redo brought back is looked at like one that changed', async () => {
    const core = await coded();
    await addArticle(core, 'more.txt', `${TEXT} 1`);
    await core.client.call('lint.run', { job: 'look' });
    await core.client.call('history.undo', {});
    expect((await corpus(core)).stale).toBe(0);
    await core.client.call('history.redo', {});
    expect((await corpus(core)).stale).toBe(0);
  });

  const Act = fc.record({
    what: fc.constantFrom('tag', 'tag', 'tag', 'remove', 'link', 'dismiss', 'date', 'undo', 'redo', 'look'),
    kind: fc.constantFrom<Kind>('actor', 'claim', 'venue'),
    words: fc.constantFrom('The port stays open', 'e port stays op', 'Adra Solène', 'Port Maren', 'Velia', 'any talks'),
    article: fc.nat(2),
    nth: fc.nat(9),
  });

  test('a page holds what each article’s own check finds, in the order of an export, whatever was done before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(Act, { minLength: 3, maxLength: 20 }),
        fc.constantFrom(null, ...RULE_IDS),
        fc.nat(4),
        fc.integer({ min: 1, max: 4 }),
        async (acts, rule, offset, limit) => {
          const core = await makeCoded(TEXT);
          const { client } = core;
          const ids = [core.articleId];
          for (const n of [1, 2]) ids.push(await addArticle(core, `more-${n}.txt`, `${TEXT} ${n}`));
          await client.call('lint.run', { job: 'look' });
          for (const { what, kind, words, article, nth } of acts) {
            const id = ids[article] ?? '';
            // Undo may have taken the article away.
            const opened = await client.call('articles.open', { id }).catch(() => null);
            const annotations = opened?.annotations ?? [];
            const one = annotations[nth % Math.max(1, annotations.length)]?.id ?? 'none';
            const other = annotations[0]?.id ?? 'none';
            const findings = opened === null ? [] : (await client.call('lint.article', { articleId: id })).findings;
            const found = findings[nth % Math.max(1, findings.length)];
            const acting: Record<string, () => Promise<unknown>> = {
              tag: () => tag(core, id, kind, words),
              remove: () => client.call('annotations.remove', { ids: [one] }),
              link: () => client.call('claims.link', { claimId: one, role: 'claimant', targetId: other }),
              dismiss: async () =>
                found && client.call('lint.dismiss', { articleId: id, rule: found.rule, key: found.key, reason: 'so' }),
              date: () => client.call('articles.update', { id, fields: { date: `2031-01-1${nth}` } }),
              undo: () => client.call('history.undo', {}),
              redo: () => client.call('history.redo', {}),
              look: () => client.call('lint.corpus', { rule: null, offset: nth, limit: 3 }),
            };
            // What can't be done (the same words tagged twice, a link to itself) changes nothing.
            await acting[what]?.().catch(() => undefined);
          }
          const page = await client.call('lint.corpus', { rule, offset, limit });
          const byDate = await client.call('articles.list', {
            offset: 0,
            limit: 10,
            sort: 'date',
            status: null,
            query: '',
          });
          const place = (row: (typeof byDate.rows)[number]) => [row.date, row.outlet, row.title, row.id].join('\u0000');
          const order = byDate.rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
          const all = [];
          let dismissed = 0;
          for (const { id } of order) {
            const own = await client.call('lint.article', { articleId: id });
            dismissed += own.dismissed.length;
            all.push(...own.findings.map((finding) => ({ articleId: id, finding })));
          }
          const wanted = all.filter(({ finding }) => rule === null || finding.rule === rule);
          expect(page.rows.map(({ articleId, finding }) => ({ articleId, finding }))).toEqual(
            wanted.slice(offset, offset + limit),
          );
          expect(page).toMatchObject({ stale: 0, total: wanted.length, dismissed });
          for (const id of RULE_IDS) {
            expect(page.byRule[id]).toBe(all.filter(({ finding }) => finding.rule === id).length);
          }
          core.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  test('what there was no time to look at again isn’t told, only that it is to be looked through', async () => {
    const core = await coded();
    for (const n of [1, 2, 3]) {
      await tag(
        core,
        await addArticle(core, `more-${n}.txt`, `${TEXT} ${n}`),
        'claim',
        'We have no date for talks yet',
      );
    }
    await core.client.call('lint.run', { job: 'look' });
    expect(await corpus(core)).toMatchObject({ stale: 0, total: 8 });
    // With the first entity every mention without one is a finding: all articles are to be looked at.
    put(core, ['entity', makeEntity('velia', { name: 'Velia' })]);
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
    const page = await corpus(core);
    clock.mockRestore();
    expect(page.stale).toBe(3);
    expect(new Set(page.rows.map(({ articleId }) => articleId)).size).toBe(1);
    expect(page.rows).toHaveLength(page.total);
    expect(await corpus(core)).toMatchObject({ stale: 0, total: 9 });
  });
});
