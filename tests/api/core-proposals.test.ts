import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../src/shared/text/span.ts';
import { addArticle, find, makeCoded, makeCore, refusal, type TestCore } from './support/core.ts';

const TEXT = `PORT MAREN, March 14 (KW) — “The port must open,” Minister Ana Quill told reporters at the Harbour House. “It will.”

Envoy Luis Marquez replied that Oster would never sign.
`;

/** A proposal as the window sends it. */
function proposal(articleId: string, more: object = {}) {
  const one = (words: string): Fragment[] => [find(TEXT, words)];
  return {
    articleId,
    claim: [find(TEXT, '“The port must open,”'), find(TEXT, '“It will.”')],
    speaker: one('Minister Ana Quill'),
    addressee: one('reporters'),
    venue: one('Harbour House'),
    cue: one('told'),
    reporting: 'quoted' as const,
    rule: 'quotation-before',
    key: 'claim 28-49,107-117',
    outcome: 'accepted' as const,
    ...more,
  };
}

const open = (core: TestCore, id: string) => core.client.call('articles.open', { id });

describe('a proposal that is taken', () => {
  it('tags, links and codes in one act, with its verdict', async () => {
    const core = await makeCoded(TEXT);
    const { id, applied } = await core.client.call('proposals.accept', proposal(core.articleId));
    const { annotations, links, article } = await open(core, core.articleId);
    const words = new Map(
      annotations.map((one) => [one.id, one.fragments.map((f) => TEXT.slice(f.start, f.end)).join(' … ')]),
    );
    const claim = annotations.find((one) => one.id === id);
    expect(claim).toMatchObject({ kind: 'claim', reporting: 'quoted', cue: [find(TEXT, 'told')] });
    expect(words.get(id)).toBe('“The port must open,” … “It will.”');
    expect(links.map((link) => `${link.role}: ${words.get(link.targetId)}`).sort()).toEqual([
      'addressee: reporters',
      'claimant: Minister Ana Quill',
      'venue: Harbour House',
    ]);
    expect(article.status).toBe('in-progress');
    expect(applied.label).toBe('take claim “The port must open, … It will.”');
    const { verdicts } = await core.client.call('proposals.verdicts', { articleId: core.articleId });
    expect(verdicts).toMatchObject([{ rule: 'quotation-before', key: 'claim 28-49,107-117', outcome: 'accepted' }]);
  });

  it('is taken back whole by one undo, its verdict too, and done again', async () => {
    const core = await makeCoded(TEXT);
    await core.client.call('proposals.accept', proposal(core.articleId));
    await core.client.call('history.undo', {});
    const none = await open(core, core.articleId);
    expect([none.annotations, none.links, none.article.status]).toEqual([[], [], 'new']);
    expect(await core.client.call('proposals.verdicts', { articleId: core.articleId })).toEqual({ verdicts: [] });
    expect(await core.client.call('proposals.stats', {})).toEqual({ rules: [] });
    await core.client.call('history.redo', {});
    expect((await open(core, core.articleId)).links).toHaveLength(3);
  });

  it('takes what is tagged already, also when it covers a part of the words', async () => {
    const core = await makeCoded(TEXT);
    const { articleId } = core;
    const add = (kind: 'actor' | 'venue', words: string) =>
      core.client.call('annotations.add', { articleId, kind, fragments: [find(TEXT, words)] });
    const actor = await add('actor', 'Ana Quill');
    const venue = await add('venue', 'Harbour House');
    await core.client.call('proposals.accept', proposal(articleId));
    const { annotations, links } = await open(core, articleId);
    expect(annotations).toHaveLength(4);
    expect(links.map((link) => link.targetId)).toEqual(expect.arrayContaining([actor.id, venue.id]));
  });

  it('links whom it names, and nobody else who is tagged in those words', async () => {
    const words = 'The envoy of Oster said that the port was open.';
    const core = await makeCoded(words);
    const { articleId } = core;
    await core.client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(words, 'Oster')] });
    await core.client.call('proposals.accept', {
      articleId,
      claim: [find(words, 'the port was open')],
      speaker: [find(words, 'The envoy of Oster')],
      rule: 'said-that',
      key: 'claim 29-46',
      outcome: 'accepted',
    });
    const { annotations, links } = await open(core, articleId);
    const speaker = annotations.find(({ id }) => id === links[0]?.targetId);
    expect(speaker?.fragments).toEqual([find(words, 'The envoy of Oster')]);
  });

  it('completes a claim that is there, without touching what the coder set', async () => {
    const core = await makeCoded(TEXT);
    const { articleId } = core;
    const fragments = [find(TEXT, '“The port must open,”')];
    const { id } = await core.client.call('annotations.add', { articleId, kind: 'claim', fragments });
    await core.client.call('annotations.update', { id, reporting: 'paraphrased' });
    const taken = await core.client.call('proposals.accept', proposal(articleId, { claimId: id }));
    expect(taken.id).toBe(id);
    const claim = (await open(core, articleId)).annotations.find((one) => one.id === id);
    expect(claim).toMatchObject({ reporting: 'paraphrased', cue: [find(TEXT, 'told')] });
    expect(claim?.fragments).toHaveLength(2);
    const again = await core.client.call('proposals.accept', proposal(articleId, { claimId: id }));
    expect(again.applied.label).toBe('');
  });
});

describe('a claim that somebody passes on', () => {
  it('has its relay linked too', async () => {
    const core = await makeCoded(TEXT);
    const { articleId } = core;
    const relay = [find(TEXT, 'Envoy Luis Marquez')];
    const { id } = await core.client.call('proposals.accept', proposal(articleId, { relay }));
    const { links, annotations } = await open(core, articleId);
    const passedOn = links.find((link) => link.claimId === id && link.role === 'relay');
    expect(annotations.find((one) => one.id === passedOn?.targetId)?.fragments).toEqual(relay);
  });
});

describe('a proposal that is waved away', () => {
  it('keeps the verdict once, codes nothing, and is one undo', async () => {
    const core = await makeCoded(TEXT);
    const { articleId } = core;
    const what = { articleId, rule: 'said-that', key: 'claim 1-9' };
    await core.client.call('proposals.dismiss', { ...what, reason: 'not a claim' });
    expect((await core.client.call('proposals.dismiss', what)).label).toBe('');
    const { verdicts } = await core.client.call('proposals.verdicts', { articleId });
    expect(verdicts).toMatchObject([{ outcome: 'dismissed', reason: 'not a claim' }]);
    expect((await open(core, articleId)).article.status).toBe('new');
    await core.client.call('history.undo', {});
    expect(await core.client.call('proposals.verdicts', { articleId })).toEqual({ verdicts: [] });
  });

  it('counts in the share of its rule, by coder', async () => {
    const core = await makeCoded(TEXT);
    const { articleId } = core;
    await core.client.call('proposals.accept', proposal(articleId));
    await core.client.call('proposals.dismiss', { articleId, rule: 'said-that', key: 'claim 1-9' });
    const { rules } = await core.client.call('proposals.stats', {});
    expect(rules).toEqual([
      { rule: 'quotation-before', outcomes: { accepted: 1, changed: 0, dismissed: 0 } },
      { rule: 'said-that', outcomes: { accepted: 0, changed: 0, dismissed: 1 } },
    ]);
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect(await core.client.call('proposals.stats', {})).toEqual({ rules: [] });
  });
});

describe('what is refused changes nothing', () => {
  it('an article, a span or a claim that isn’t there, another’s claim, another kind', async () => {
    const core = await makeCoded(TEXT);
    const { articleId } = core;
    const accept = (more: object) => refusal(core.client.call('proposals.accept', proposal(articleId, more)));
    expect((await accept({ articleId: 'nowhere' })).code).toBe('not-found');
    expect((await accept({ claim: [{ start: 5, end: 9000 }] })).code).toBe('bad-span');
    expect((await accept({ speaker: [{ start: 9000, end: 9001 }] })).code).toBe('bad-span');
    expect((await accept({ claimId: 'nothing' })).code).toBe('not-found');
    const fragments = [find(TEXT, 'Oster')];
    const actor = await core.client.call('annotations.add', { articleId, kind: 'actor', fragments });
    expect((await accept({ claimId: actor.id })).code).toBe('bad-input');
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect((await accept({ claimId: actor.id })).code).toBe('other-coder');
    expect((await open(core, articleId)).annotations).toHaveLength(1);
  });

  it('needs a coder with a name', async () => {
    const core = makeCore();
    const file = core.context.handles.forPath(join(core.folder, 'Study.parley'));
    await core.client.call('project.create', { file });
    const articleId = await addArticle(core, 'report.txt', TEXT);
    const error = await refusal(core.client.call('proposals.dismiss', { articleId, rule: 'x', key: 'y' }));
    expect(error.code).toBe('no-coder');
  });
});
