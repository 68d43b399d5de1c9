import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/shared/model/kind.ts';
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
});
