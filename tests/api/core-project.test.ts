import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handlers } from '../../src/main/handlers/index.ts';
import { inputs } from '../../src/shared/api/contract.ts';
import { find, makeCoded, makeCore, refusal, temporaryFolder } from './support/core.ts';

const TEXT = 'Velia repeats its offer to host talks between Oster and Lund in Port Maren.\n';

test('every method of the contract has a handler', () => {
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(inputs).sort());
});

describe('the one door', () => {
  test('refuses what the contract doesn’t know', async () => {
    const { dispatch } = makeCore();
    expect(await refusal(dispatch('project.destroy', {}))).toMatchObject({ code: 'bad-input' });
    expect(await refusal(dispatch('constructor', {}))).toMatchObject({ code: 'bad-input' });
    const bad = await refusal(dispatch('annotations.add', { articleId: 'x', kind: 'mood', fragments: [] }));
    expect(bad).toMatchObject({ code: 'bad-input' });
    expect(bad.message).toContain('kind');
  });

  test('asks for a project where one is needed', async () => {
    const { dispatch } = makeCore();
    const calls: [string, unknown][] = [
      ['project.info', {}],
      ['project.check', {}],
      ['articles.list', { offset: 0, limit: 1, sort: 'date', status: null, query: '' }],
      ['articles.open', { id: 'x' }],
      ['annotations.remove', { ids: ['x'] }],
      ['claims.unlink', { linkId: 'x' }],
      ['history.undo', {}],
    ];
    for (const [method, input] of calls)
      expect(await refusal(dispatch(method, input))).toMatchObject({ code: 'no-project' });
  });
});

describe('the first start', () => {
  test('knows nobody and has nothing open', async () => {
    const { client } = makeCore();
    expect(await client.call('app.state', {})).toEqual({
      version: '0.0.0-test',
      coder: { id: 'id-000001', name: '' },
      settings: { theme: 'system', snapToWords: true, proposals: true, keys: {} },
      project: null,
      recents: [],
      startProblem: null,
      startWith: null,
    });
    expect(await client.call('app.saveSettings', { theme: 'dark' })).toEqual({
      theme: 'dark',
      snapToWords: true,
      proposals: true,
      keys: {},
    });
    expect(await client.call('app.saveSettings', {})).toEqual({
      theme: 'dark',
      snapToWords: true,
      proposals: true,
      keys: {},
    });
  });

  test('opens the sample, coded by whoever that will be', async () => {
    const core = makeCore();
    const { client } = core;
    const info = await client.call('project.openSample', { fresh: false });
    expect(info).toMatchObject({
      name: 'Sample project',
      location: join(core.dataFolder, 'Sample project.parley'),
      articles: 8,
    });
    expect(info.annotations).toBeGreaterThan(10);
    expect(info.claims).toBeGreaterThan(3);
    expect(info.coders).toMatchObject([{ id: 'id-000001', name: 'Sample coder' }]);
    // Undo takes back what the analyst did, never the sample itself.
    expect(info.history).toEqual({ undo: null, redo: null });
    expect((await client.call('history.undo', {})).label).toBe('');
    expect((await client.call('app.state', {})).coder.name).toBe('');
    expect(await client.call('project.check', {})).toMatchObject({ ok: true, problems: [] });

    const { rows } = await client.call('articles.list', {
      offset: 0,
      limit: 9,
      sort: 'date',
      status: 'new',
      query: '',
    });
    const fragments = [{ start: 0, end: 1 }];
    await client.call('annotations.add', { articleId: rows[0]?.id ?? '', kind: 'actor', fragments });

    expect(await client.call('coder.set', { name: ' Ana ', mode: 'rename' })).toEqual({ id: 'id-000001', name: 'Ana' });
    expect((await client.call('project.info', {})).coders).toMatchObject([{ id: 'id-000001', name: 'Ana' }]);
    core.close();

    const later = makeCore({ dataFolder: core.dataFolder, idPrefix: 'later' });
    const again = await later.client.call('project.openSample', { fresh: false });
    expect(again).toMatchObject({ id: info.id, annotations: info.annotations + 1 });
    expect((await later.client.call('app.state', {})).coder).toEqual({ id: 'id-000001', name: 'Ana' });
  });

  test('gives a fresh copy under the next number, and leaves the earlier one', async () => {
    const { client, dataFolder } = makeCore();
    const first = await client.call('project.openSample', { fresh: false });
    const second = await client.call('project.openSample', { fresh: true });
    const third = await client.call('project.openSample', { fresh: true });
    expect([second.name, third.name]).toEqual(['Sample project 2', 'Sample project 3']);
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({ articles: 8, annotations: first.annotations });
    expect(await client.call('project.openSample', { fresh: false })).toMatchObject({ id: first.id });
    expect(readdirSync(dataFolder).filter((name) => name.endsWith('.parley'))).toHaveLength(3);
  });
});

describe('a project', () => {
  test('is made, closed and opened again, and is remembered', async () => {
    const { client, context, articleId, project } = await makeCoded(TEXT);
    expect(project).toMatchObject({
      name: 'Study',
      articles: 0,
      annotations: 0,
      coders: [],
      history: { undo: null, redo: null },
    });
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Velia')] });
    const before = await client.call('articles.open', { id: articleId });
    expect(await client.call('project.close', {})).toEqual({});
    expect((await client.call('app.state', {})).project).toBeNull();
    expect(existsSync(`${project.location}-wal`)).toBe(false);

    const { recents } = await client.call('app.state', {});
    expect(recents).toMatchObject([
      { name: 'Study', location: project.location, openedAt: '2031-03-14T09:00:00.000Z', missing: false },
    ]);
    const again = await client.call('project.open', { file: recents[0]?.file ?? '' });
    expect(again).toMatchObject({ id: project.id, annotations: 1, history: { undo: 'tag actor “Velia”' } });
    expect(await client.call('articles.open', { id: articleId })).toEqual(before);
    expect(context.session.project?.path).toBe(project.location);
  });

  test('that is gone is listed as missing, and told so', async () => {
    const { client, project } = await makeCoded(TEXT);
    await client.call('project.close', {});
    rmSync(project.location);
    const { recents } = await client.call('app.state', {});
    expect(recents).toMatchObject([{ missing: true }]);
    const error = await refusal(client.call('project.open', { file: recents[0]?.file ?? '' }));
    expect(error).toMatchObject({ code: 'file-gone' });
    expect(error.message).toContain('Study.parley');
  });

  test('stays open when another can’t be', async () => {
    const { client, context, project, folder } = await makeCoded(TEXT);
    writeFileSync(join(folder, 'thesis.parley'), 'not a project');
    const file = context.handles.forPath(join(folder, 'thesis.parley'));
    expect(await refusal(client.call('project.open', { file }))).toMatchObject({ code: 'not-a-project' });
    expect(await refusal(client.call('project.create', { file }))).toMatchObject({ code: 'already-exists' });
    expect(readFileSync(join(folder, 'thesis.parley'), 'utf8')).toBe('not a project');
    expect(await client.call('project.info', {})).toMatchObject({ id: project.id, articles: 1 });
  });

  test('that was moved while it was open goes on where it is now, with all that was saved', async () => {
    const { client, context, project, folder, articleId } = await makeCoded(TEXT);
    const tag = (words: string) =>
      client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, words)] });
    await tag('Velia');
    const moved = join(folder, 'Moved.parley');
    renameSync(project.location, moved);
    expect(await refusal(tag('Oster'))).toMatchObject({ code: 'file-gone' });
    const file = context.handles.forPath(moved);
    expect(await client.call('project.open', { file })).toMatchObject({ name: 'Moved', annotations: 1 });
    await tag('Oster');
    expect(await client.call('project.check', {})).toMatchObject({ ok: true, annotations: 2 });
    await client.call('project.close', {});
    expect(readdirSync(folder).filter((name) => name.includes('.parley'))).toEqual(['Moved.parley']);
    expect(await client.call('project.open', { file })).toMatchObject({ annotations: 2 });
  });

  test('in whose place another file was put is let go for that one', async () => {
    const { client, context, project, folder, articleId } = await makeCoded(TEXT);
    await client.call('project.close', {});
    const backup = join(folder, 'Backup.parley');
    copyFileSync(project.location, backup);
    const file = context.handles.forPath(project.location);
    await client.call('project.open', { file });
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Velia')] });
    rmSync(project.location);
    copyFileSync(backup, project.location);
    expect(await client.call('project.open', { file })).toMatchObject({ annotations: 0 });
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Lund')] });
    expect(await client.call('project.check', {})).toMatchObject({ ok: true, annotations: 1 });
  });

  test('is one project under all of its names', async () => {
    const { client, context, project, folder } = await makeCoded(TEXT);
    symlinkSync(project.location, join(folder, 'Soft.parley'));
    linkSync(project.location, join(folder, 'Hard.parley'));
    for (const name of ['Soft.parley', 'Hard.parley']) {
      const file = context.handles.forPath(join(folder, name));
      expect(await client.call('project.open', { file })).toMatchObject({ location: project.location });
    }
  });

  test('is held by one window at a time', async () => {
    const first = await makeCoded(TEXT);
    const second = makeCore({ dataFolder: temporaryFolder(), idPrefix: 'second' });
    const file = second.context.handles.forPath(first.project.location);
    const error = await refusal(second.client.call('project.open', { file }));
    expect(error).toMatchObject({ code: 'project-locked' });
    expect(error.message).toContain('“Study.parley”');
    await first.client.call('project.close', {});
    expect(await second.client.call('project.open', { file })).toMatchObject({ articles: 1 });
  });

  test('that couldn’t be opened at start is forgotten once another is open', async () => {
    const { client, context } = makeCore();
    context.startProblem = { code: 'file-gone', message: 'gone', hint: '' };
    expect((await client.call('app.state', {})).startProblem?.code).toBe('file-gone');
    await client.call('project.openSample', { fresh: false });
    expect((await client.call('app.state', {})).startProblem).toBeNull();
  });
});

describe('the coder', () => {
  test('is made known to the project with the first annotation, and leaves with its undo', async () => {
    const { client, articleId } = await makeCoded(TEXT);
    const { applied } = await client.call('annotations.add', {
      articleId,
      kind: 'actor',
      fragments: [find(TEXT, 'Velia')],
    });
    expect(applied.changes.map(({ record }) => record)).toEqual(['coder', 'article', 'annotation']);
    expect((await client.call('project.info', {})).coders).toMatchObject([{ name: 'Ana' }]);
    await client.call('history.undo', {});
    expect((await client.call('project.info', {})).coders).toEqual([]);
    const { article } = await client.call('articles.open', { id: articleId });
    expect(article.status).toBe('new');
  });

  test('has to be asked before anything is tagged in a project of one’s own', async () => {
    const { client, context, folder } = makeCore();
    await client.call('project.create', { file: context.handles.forPath(join(folder, 'Own.parley')) });
    writeFileSync(join(folder, 'a.txt'), TEXT);
    const fields = { title: 'A', outlet: '', date: '', author: '', url: '', language: '' };
    const files = [{ file: context.handles.forPath(join(folder, 'a.txt')), fields }];
    const { firstId } = await client.call('articles.import', { files, job: 'j' });
    const add = { articleId: firstId ?? '', kind: 'actor' as const, fragments: [find(TEXT, 'Velia')] };
    expect(await refusal(client.call('annotations.add', add))).toMatchObject({ code: 'no-coder' });
    expect(await client.call('project.info', {})).toMatchObject({ annotations: 0, coders: [] });
    await client.call('coder.set', { name: 'Ana', mode: 'rename' });
    expect((await client.call('annotations.add', add)).applied.label).toBe('tag actor “Velia”');
  });

  test('can be switched, back too, and each has a layer of their own', async () => {
    const { client, articleId } = await makeCoded(TEXT);
    const add = { articleId, kind: 'actor' as const, fragments: [find(TEXT, 'Velia')] };
    const anas = await client.call('annotations.add', add);
    const ana = (await client.call('app.state', {})).coder;
    const ben = await client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect(ben.id).not.toBe(ana.id);
    const bens = await client.call('annotations.add', add);
    expect(bens.id).not.toBe(anas.id);
    expect(await client.call('coder.set', { name: 'ana', mode: 'switch' })).toEqual(ana);
    expect((await client.call('project.info', {})).coders.map(({ name }) => name).sort()).toEqual(['Ana', 'Ben']);
    expect(await client.call('coder.set', { name: 'BEN', mode: 'switch' })).toEqual(ben);
  });

  test('can undo and redo only what is their own, and sees so at once', async () => {
    const core = await makeCoded(TEXT);
    const { client, articleId } = core;
    const tag = async (words: string) =>
      client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, words)] });
    await tag('Velia');
    await client.call('coder.set', { name: 'Bob', mode: 'switch' });
    expect((await client.call('app.state', {})).project?.history).toEqual({ undo: null, redo: null });
    expect((await client.call('history.undo', {})).label).toBe('');
    expect((await tag('Velia')).applied.history).toEqual({ undo: 'tag actor “Velia”', redo: null });
    await client.call('history.undo', {});
    expect((await client.call('project.info', {})).history).toEqual({ undo: null, redo: 'tag actor “Velia”' });
    await client.call('coder.set', { name: 'Ana', mode: 'switch' });
    expect((await client.call('project.info', {})).history).toEqual({ undo: 'tag actor “Velia”', redo: null });
    const { annotations } = await client.call('articles.open', { id: articleId });
    expect(annotations).toHaveLength(1);
  });

  test('is named once without an act that could be undone; a later correction is one', async () => {
    const { client } = makeCore();
    const sample = await client.call('project.openSample', { fresh: false });
    const { rows } = await client.call('articles.list', {
      offset: 0,
      limit: 1,
      sort: 'title',
      status: null,
      query: '',
    });
    const add = { articleId: rows[0]?.id ?? '', kind: 'venue' as const, fragments: [{ start: 0, end: 1 }] };
    const { label } = (await client.call('annotations.add', add)).applied;
    await client.call('history.undo', {});
    await client.call('coder.set', { name: 'Ana', mode: 'rename' });
    const named = await client.call('project.info', {});
    expect(sample.coders.map(({ name }) => name)).not.toContain('Ana');
    expect(named.coders.map(({ name }) => name)).toEqual(['Ana']);
    expect(named.history).toEqual({ undo: null, redo: label });
    await client.call('history.redo', {});
    await client.call('coder.set', { name: 'Anna', mode: 'rename' });
    expect((await client.call('project.info', {})).history.undo).toBe('rename the coder “Ana” to “Anna”');
    await client.call('history.undo', {});
    await client.call('history.undo', {});
    expect((await client.call('project.info', {})).coders.map(({ name }) => name)).toEqual(['Ana']);
  });

  test('is corrected in all that they coded, which can be undone; not into somebody else', async () => {
    const { client, articleId } = await makeCoded(TEXT);
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Velia')] });
    const ana = (await client.call('app.state', {})).coder;
    expect(await client.call('coder.set', { name: 'Ana Maru', mode: 'rename' })).toEqual({
      id: ana.id,
      name: 'Ana Maru',
    });
    expect((await client.call('project.info', {})).history.undo).toBe('rename the coder “Ana” to “Ana Maru”');
    await client.call('history.undo', {});
    expect((await client.call('app.state', {})).coder).toEqual(ana);
    await client.call('coder.set', { name: 'Ben', mode: 'switch' });
    await client.call('annotations.add', { articleId, kind: 'actor', fragments: [find(TEXT, 'Lund')] });
    const error = await refusal(client.call('coder.set', { name: 'ANA', mode: 'rename' }));
    expect(error).toMatchObject({ code: 'bad-input' });
    expect((await client.call('app.state', {})).coder.name).toBe('Ben');
  });
});

describe('project.check', () => {
  test('tells how far it is, as the job that was named', async () => {
    const { client, events } = await makeCoded(TEXT);
    expect(await client.call('project.check', { job: 'look' })).toMatchObject({ ok: true });
    expect(events).toContainEqual({
      event: 'job',
      payload: { job: 'look', done: 0, total: 1, what: 'Checking the texts' },
    });
    expect(await client.call('project.repairIndex', { job: 'mend' })).toMatchObject({ ok: true });
    expect(events).toContainEqual({ event: 'job', payload: expect.objectContaining({ job: 'mend' }) });
  });

  test('tells of a file that was moved or deleted while it was open, until it is back', async () => {
    const { client, project } = await makeCoded(TEXT);
    expect(await client.call('project.check', {})).toMatchObject({ ok: true, problems: [] });
    renameSync(project.location, `${project.location}.moved`);
    expect(await client.call('project.check', {})).toMatchObject({
      ok: false,
      articles: 1,
      problems: [{ what: 'integrity', message: expect.stringContaining('“Study.parley” isn’t where it was') }],
    });
    // Another file under its name isn't it.
    writeFileSync(project.location, 'something else');
    expect((await client.call('project.check', {})).ok).toBe(false);
    rmSync(project.location);
    renameSync(`${project.location}.moved`, project.location);
    expect((await client.call('project.check', {})).ok).toBe(true);
  });
});
