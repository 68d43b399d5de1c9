import { expect, test } from 'vitest';
import { annotationIndexState } from '../../src/main/db/annotation-index.ts';
import { getReady } from '../../src/main/handlers/get-ready.ts';
import { makeCoded } from './support/core.ts';

const TEXT = 'Velia will reopen the bridge, the minister said.\n';

async function tagged() {
  const core = await makeCoded(TEXT);
  const fragments = [{ start: 0, end: 5 }];
  await core.client.call('annotations.add', { articleId: core.articleId, kind: 'actor', fragments });
  return { core, project: core.context.session.need() };
}

test('behind the window’s back the index of words is brought up to date', async () => {
  const { project } = await tagged();
  expect(annotationIndexState(project.db).waiting).toHaveLength(1);
  await getReady(project, 0);
  expect(annotationIndexState(project.db).waiting).toHaveLength(0);
});

test('a project that is closed meanwhile is let be', async () => {
  const { core, project } = await tagged();
  const getting = getReady(project, 20);
  core.context.session.close();
  await getting;
  await core.client.call('project.open', { file: core.context.handles.forPath(project.path) });
  expect(annotationIndexState(core.context.session.need().db).waiting).toHaveLength(1);
});

test('what can’t be read is told to who asks for it, not here', async () => {
  const { core, project } = await tagged();
  project.db.pragma('foreign_keys = off');
  project.db.exec('DELETE FROM text');
  core.context.session.close();
  const file = core.context.handles.forPath(project.path);
  await core.client.call('project.open', { file });
  await getReady(core.context.session.need(), 0);
  await expect(core.client.call('articles.open', { id: core.articleId })).rejects.toMatchObject({
    code: 'project-damaged',
  });
});
