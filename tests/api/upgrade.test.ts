import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { versionOf } from '../../src/main/db/header.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile, openFile } from '../../src/main/db/open.ts';
import { needsLongUpgrade } from '../../src/main/db/upgrade.ts';
import { openAtStart } from '../../src/main/start.ts';
import { ParleyError } from '../../src/shared/api/errors.ts';
import { UPGRADE_JOB } from '../../src/shared/api/upgrade.ts';
import { writeOldProject } from '../db/support/old-project.ts';
import { makeCore, refusal, type TestCore } from './support/core.ts';

/* A large project of an earlier schema: what is seen while it is brought up to date, and what stopping it leaves. */

const AT = '2031-03-14T08:00:00.000Z';
const ARTICLES = 600;
const NEWEST = migrations.length;

const oldProject = (folder: string): string => writeOldProject(folder, ARTICLES);

const steps = ({ events }: TestCore) =>
  events.flatMap(({ event, payload }) => (event === 'job' && 'what' in payload ? [payload] : []));

describe('a large project of an earlier schema', () => {
  test('is opened with its words found, and tells how far it is meanwhile', async () => {
    const core = makeCore();
    const path = oldProject(core.folder);
    expect(needsLongUpgrade(path)).toBe(true);
    const info = await core.client.call('project.open', { file: core.context.handles.forPath(path) });
    expect(info.articles).toBe(ARTICLES);
    expect((await core.client.call('search.texts', { query: 'Velia', offset: 0, limit: 1 })).total).toBe(ARTICLES);
    const told = steps(core);
    expect(new Set(told.map(({ job }) => job))).toEqual(new Set([UPGRADE_JOB]));
    expect([...new Set(told.map(({ what }) => what))]).toEqual([
      'Making a copy of the project as it is',
      'Checking the copy',
      'Bringing the project up to date',
      'Indexing the words of the articles',
      'Indexing the annotations',
      'Filing the annotations',
      'Filing the entities',
      '',
    ]);
    expect(readdirSync(core.folder)).toContain('Study.version-3.parley');
    expect(needsLongUpgrade(path)).toBe(false);
    expect(await core.client.call('project.check', {})).toMatchObject({ ok: true, problems: [] });
  });

  test('is left as it was when the analyst stops it, and can be opened later', async () => {
    const core = makeCore();
    const path = oldProject(core.folder);
    const before = statSync(path).size;
    const file = core.context.handles.forPath(path);
    const emitted = core.events as unknown[];
    const push = vi.spyOn(emitted, 'push').mockImplementation(function add(this: unknown[], ...all: unknown[]) {
      // Stopped as soon as the words are indexed.
      if (JSON.stringify(all).includes('Indexing the words')) core.context.jobs.cancel(UPGRADE_JOB);
      return this.splice(this.length, 0, ...all).length;
    });
    expect(await refusal(core.client.call('project.open', { file }))).toMatchObject({ code: 'cancelled' });
    push.mockRestore();
    expect(steps(core).at(-1)).toMatchObject({ job: UPGRADE_JOB, what: '' });
    // No copy is left of what has not changed, and no lock.
    expect(readdirSync(core.folder).filter((name) => name.startsWith('Study'))).toEqual(['Study.parley']);
    expect(versionOf(path)).toBe(3);
    expect(statSync(path).size).toBe(before);
    expect(await core.client.call('project.open', { file })).toMatchObject({ articles: ARTICLES });
  });

  test('is left to the window at start, which opens it', async () => {
    const core = makeCore();
    const path = oldProject(core.folder);
    await openAtStart(core, path);
    const app = await core.client.call('app.state', {});
    expect(app).toMatchObject({ project: null, startProblem: null });
    await core.client.call('project.open', { file: app.startWith ?? '' });
    expect(await core.client.call('app.state', {})).toMatchObject({ startWith: null, project: { articles: ARTICLES } });
  });

  test('is no long upgrade when it is small, up to date, from the future, another file or gone', () => {
    const core = makeCore();
    const path = join(core.folder, 'Small.parley');
    createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 3)).close();
    expect(needsLongUpgrade(path)).toBe(false);
    expect(needsLongUpgrade(path, 1)).toBe(true);
    openFile(path).close();
    expect(versionOf(path)).toBe(NEWEST);
    expect(needsLongUpgrade(path, 1)).toBe(false);
    expect(needsLongUpgrade(join(core.folder, 'gone.parley'), 0)).toBe(false);
    expect(needsLongUpgrade(core.folder, 0)).toBe(false);
  });
});

test('an upgrade that is stopped between two steps keeps the copy of what it was', () => {
  const core = makeCore();
  const path = join(core.folder, 'Study.parley');
  createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 3)).close();
  const stop = (_done: number, _total: number, what: string) => {
    if (what === 'Bringing the project up to date' && calls++ === 3) {
      throw new ParleyError('cancelled', 'Cancelled.', 'Later.');
    }
  };
  let calls = 0;
  expect(() => openFile(path, migrations, stop)).toThrow('Cancelled.');
  expect(versionOf(path)).toBe(4);
  expect(readdirSync(core.folder)).toContain('Study.version-3.parley');
  openFile(path).close();
  expect(versionOf(path)).toBe(NEWEST);
});
