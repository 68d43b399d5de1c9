import { describe, expect, test } from 'vitest';
import { annotationIndex } from '../../src/main/db/annotation-index.ts';
import { annotationSearch } from '../../src/main/db/annotation-search.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { rebuildIndex } from '../../src/main/db/rebuild-index.ts';
import { textSearch } from '../../src/main/db/text-search.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import type { Change, RecordName, Records } from '../../src/shared/change/change.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { makeCode, makeEntity, makeVariable } from '../api/support/codebook.ts';
import { makeProject } from './support/project.ts';
import { creations, fill, makeAnnotation } from './support/records.ts';

function made<N extends RecordName>(record: N, after: Records[N]): Change {
  return { record, id: after.id, before: null, after } as Change;
}

/** A project with something in every index, and the index of annotations caught up. */
async function indexed(): Promise<Project> {
  const { project } = makeProject();
  fill(project);
  const coded = { kind: 'claim', codes: ['arms'], values: { stance: 'for' }, memo: 'A memo' } as const;
  project.commit('code', [
    made('code', makeCode('arms')),
    made('variable', makeVariable('stance')),
    made('entity', makeEntity('velia', { name: 'Velia', aliases: ['The Republic'] })),
    ...creations(
      ['annotation', makeAnnotation('coded', 'where both sides sit', coded)],
      ['annotation', makeAnnotation('named', 'Velia', { entityId: 'velia' })],
    ),
  ]);
  await annotationIndex(project.db).catchUp();
  return project;
}

function found({ db }: Project): unknown {
  const texts = textSearch(db);
  const annotations = annotationSearch(db);
  return [
    texts.page('"settlement"', NO_FILTER, 1, 0, 9).map(({ id }) => id),
    annotations.page('"sides"', { ...NO_FILTER, codes: ['arms'] }, 1, 0, 9).map(({ id }) => id),
    annotations.page('"velia"', { ...NO_FILTER, entities: ['velia'] }, 1, 0, 9).map(({ id }) => id),
    annotations.page('memo : "memo"', { ...NO_FILTER, kinds: ['claim'] }, 1, 0, 9).map(({ id }) => id),
  ];
}

describe('an index that doesn’t fit', () => {
  test.each([
    ['DELETE FROM article_words', '1 article can’t be found by its words.'],
    ["INSERT INTO article_words (rowid, title, body) VALUES (77, 'a', 'b')", '1 article can’t be found by its words.'],
    [
      "UPDATE article SET title = 'Quite another title of four'",
      ['1 article isn’t filed under its title, outlet and author.', '1 article can’t be found by its words.'],
    ],
    [
      // As many words, and others.
      "DELETE FROM article_words; INSERT INTO article_words (rowid, title, body) SELECT a.n, a.title, replace(body, 'Velia', 'Kestrel') FROM article a JOIN text ON hash = text_hash",
      'Words lead to other articles than those that have them.',
    ],
    ['DELETE FROM annotation_words WHERE rowid = 1', '1 annotation can’t be found by its words.'],
    ['DELETE FROM annotation_index WHERE n = 2', '1 annotation can’t be found by its words.'],
    ["UPDATE annotation_index SET kind = 'venue' WHERE n = 1", '1 annotation can’t be found by its words.'],
    ["UPDATE article SET outlet_key = 'x'", '1 article isn’t filed under its title, outlet and author.'],
    ['DELETE FROM annotation_code', '1 annotation isn’t filed under the codes and values that it has.'],
    ["UPDATE mention SET key = 'x' WHERE entity_id = 'velia'", '1 mention isn’t filed under its words and its entity.'],
    ['DELETE FROM entity_name', '1 entity isn’t filed under its names.'],
  ] as const)('is found by the check and made anew: %s', async (harm, messages) => {
    const project = await indexed();
    const wanted = found(project);
    expect(checkProject(project.db).problems).toEqual([]);
    project.db.exec(harm);
    const { problems } = checkProject(project.db);
    expect(problems).toEqual([messages].flat().map((message) => ({ what: 'index', message })));
    rebuildIndex(project.db);
    expect(checkProject(project.db).problems).toEqual([]);
    expect(found(project)).toEqual(wanted);
  });

  test('is none while it only waits to be read', async () => {
    const project = await indexed();
    project.commit('tag', creations(['annotation', makeAnnotation('late', 'Velia')]));
    project.undo();
    project.redo();
    expect(checkProject(project.db).problems).toEqual([]);
    project.db.exec('DELETE FROM annotation_words WHERE rowid = 1');
    expect(checkProject(project.db).problems).toHaveLength(1);
    rebuildIndex(project.db);
    expect(checkProject(project.db).problems).toEqual([]);
  });
});
