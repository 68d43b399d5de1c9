import { describe, expect, test } from 'vitest';
import { addArticle, find, makeCoded, refusal } from './support/core.ts';

const TEXT = 'Velia repeats its offer to host talks between Oster and Lund in Port Maren.\n';
const list = { offset: 0, limit: 100, sort: 'date', status: null, query: '' } as const;

describe('the list of articles', () => {
  test('comes in pages, with counts of one’s own annotations and of each status', async () => {
    const core = await makeCoded(TEXT);
    const { client, articleId } = core;
    await client.call('articles.update', { id: articleId, fields: { date: '2031-03-20' } });
    const second = await addArticle(core, 'second.txt', 'Lund’s assembly weighs a neutral status.');
    await addArticle(core, 'third.txt', 'Straits stay closed to warships.');
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Velia')] });
    await client.call('annotations.add', { articleId, kind: 'venue', fragments: [find(TEXT, 'Port Maren')] });
    await client.call('articles.update', { id: second, fields: {}, status: 'done' });

    const all = await client.call('articles.list', list);
    expect(all).toMatchObject({ total: 3, byStatus: { new: 1, 'in-progress': 1, done: 1 } });
    expect(all.rows[0]).toMatchObject({
      id: articleId,
      status: 'in-progress',
      counts: { actor: 1, claim: 0, venue: 1 },
    });
    expect(all.rows[1]?.counts).toEqual({ actor: 0, claim: 0, venue: 0 });

    const page = await client.call('articles.list', { ...list, offset: 1, limit: 1 });
    expect(page.total).toBe(3);
    expect(page.rows).toEqual([all.rows[1]]);
    const done = await client.call('articles.list', { ...list, status: 'done' });
    expect(done).toMatchObject({ total: 1, byStatus: { new: 1, 'in-progress': 1, done: 1 }, rows: [{ id: second }] });
    const found = await client.call('articles.list', { ...list, query: 'THIRD', status: 'done' });
    expect(found).toMatchObject({ total: 0, byStatus: { new: 1, 'in-progress': 0, done: 0 }, rows: [] });
  });
});

describe('an article', () => {
  test('is edited field by field; the same again changes nothing', async () => {
    const { client, articleId } = await makeCoded(TEXT);
    const applied = await client.call('articles.update', {
      id: articleId,
      fields: { title: 'Velia repeats', outlet: 'Kestrel' },
    });
    expect(applied).toMatchObject({ label: 'edit the details of “About report.txt”', articleId });
    const same = await client.call('articles.update', {
      id: articleId,
      fields: { title: 'Velia repeats' },
      status: 'new',
    });
    expect(same).toMatchObject({ label: '', changes: [] });
    expect((await client.call('articles.update', { id: articleId, fields: {}, status: 'done' })).label).toBe(
      'mark “Velia repeats” as done',
    );
    const { article, text } = await client.call('articles.open', { id: articleId });
    expect(article).toMatchObject({ title: 'Velia repeats', outlet: 'Kestrel', date: '2031-03-14', status: 'done' });
    expect(text).toBe(TEXT);
    const bad = client.call('articles.update', { id: articleId, fields: { date: '14 March' } });
    expect(await refusal(bad)).toMatchObject({ code: 'bad-input' });
  });

  test('that is done stays done when something is tagged', async () => {
    const { client, articleId } = await makeCoded(TEXT);
    await client.call('articles.update', { id: articleId, fields: {}, status: 'done' });
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Velia')] });
    expect((await client.call('articles.open', { id: articleId })).article.status).toBe('done');
  });

  test('is removed with all that is coded in it, by whomever; undo brings all back', async () => {
    const core = await makeCoded(TEXT);
    const { client, articleId } = core;
    const tag = async (kind: 'actor' | 'claim', words: string) =>
      (await client.call('annotations.add', { articleId, kind, fragments: [find(TEXT, words)] })).id;
    const claimId = await tag('claim', 'its offer');
    await client.call('claims.link', { claimId, role: 'claimant', targetId: await tag('actor', 'Velia') });
    const second = await addArticle(core, 'second.txt', 'Straits stay closed.');
    const before = await client.call('articles.open', { id: articleId });
    await client.call('coder.set', { name: 'Ben', mode: 'switch' });

    const one = await client.call('articles.remove', { ids: [articleId] });
    expect(one).toMatchObject({ label: 'remove “About report.txt”', notice: '2 annotations were removed with it.' });
    expect(await refusal(client.call('articles.open', { id: articleId }))).toMatchObject({ code: 'not-found' });
    expect((await client.call('history.undo', {})).label).toBe('remove “About report.txt”');
    expect(await client.call('articles.open', { id: articleId })).toEqual(before);

    const both = await client.call('articles.remove', { ids: [articleId, second] });
    expect(both).toMatchObject({ label: 'remove 2 articles', articleId: null });
    expect(await client.call('project.info', {})).toMatchObject({ articles: 0, annotations: 0 });
    await client.call('history.undo', {});
    expect(await client.call('articles.open', { id: articleId })).toEqual(before);
    expect(await client.call('project.check', {})).toMatchObject({ ok: true });
    const gone = await refusal(client.call('articles.remove', { ids: [second, 'gone'] }));
    expect(gone).toMatchObject({ code: 'not-found' });
    expect((await client.call('articles.list', list)).total).toBe(2);
  });
});

describe('undo', () => {
  test('reaches across articles and restarts, and names where it was', async () => {
    const core = await makeCoded(TEXT);
    const { client, articleId, project } = core;
    const other = 'Lund’s assembly weighs a neutral status.';
    const second = await addArticle(core, 'second.txt', other);
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Velia')] });
    await client.call('annotations.add', { articleId: second, kind: 'actor', fragments: [find(other, 'Lund')] });
    await client.call('project.close', {});
    await client.call('project.open', { file: core.context.handles.forPath(project.location) });
    expect(await client.call('history.undo', {})).toMatchObject({ label: 'tag actor “Lund”', articleId: second });
    expect(await client.call('history.undo', {})).toMatchObject({
      label: 'tag actor “Velia”',
      articleId,
      history: { redo: 'tag actor “Velia”' },
    });
    expect(await client.call('history.redo', {})).toMatchObject({ label: 'tag actor “Velia”', articleId });
    expect(await client.call('project.info', {})).toMatchObject({ annotations: 1 });
  });
});
