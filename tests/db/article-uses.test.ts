import { expect, test } from 'vitest';
import { articleUses } from '../../src/main/db/article-uses.ts';
import { rebuildIndex } from '../../src/main/db/rebuild-index.ts';
import { textHash } from '../../src/main/db/texts.ts';
import type { Change } from '../../src/shared/change/change.ts';
import { codeTree } from '../../src/shared/codebook/tree.ts';
import { makeCode, makeEntity } from '../api/support/codebook.ts';
import { makeProject } from './support/project.ts';
import { ana, creations, makeAnnotation, makeArticle, TEXT } from './support/records.ts';

/** More than are read in one go. */
const ARTICLES = 450;

test('what is made anew while uses are being read leaves none of them out', async () => {
  const { project } = makeProject();
  const { db } = project;
  const arms = makeCode('arms');
  const velia = makeEntity('velia');
  const records = Array.from({ length: ARTICLES }, (_, n) => [
    ['article', makeArticle(`a${n}`)] as const,
    ['annotation', makeAnnotation(`actor${n}`, 'Velia', { articleId: `a${n}`, entityId: 'velia' })] as const,
    [
      'annotation',
      makeAnnotation(`claim${n}`, 'offer', { articleId: `a${n}`, kind: 'claim', codes: ['arms'] }),
    ] as const,
  ]);
  const book: Change[] = [
    { record: 'code', id: arms.id, before: null, after: arms },
    { record: 'entity', id: velia.id, before: null, after: velia },
  ];
  const texts = new Map([[textHash(TEXT), TEXT]]);
  project.commit('begin', [...book, ...creations(['coder', ana], ...records.flat())], { texts });

  const reading = articleUses(db).upToDate();
  rebuildIndex(db);
  await reading;
  const uses = await articleUses(db).upToDate();
  expect(uses.byEntity.get('velia')).toBe(ARTICLES);
  expect(uses.byCode(codeTree([arms])).get('arms')).toBe(ARTICLES);
});
