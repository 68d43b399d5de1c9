import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleTable } from '../../src/main/db/articles.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { makeSession, temporaryFolder } from './support/project.ts';
import { makeArticle } from './support/records.ts';

/* A project of schema version 8 with an article, brought to version 9: articles old and new are found by their words, once each. */

const AT = '2031-03-14T08:00:00.000Z';
const OLD = 'Velia repeats its offer.';
const NEW = 'Oster has no answer to Velia.';

test('articles that were there, that come, change, go and come back are found by their words', () => {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 8));
  file.db.exec(`
    INSERT INTO text VALUES ('${textHash(OLD)}', '${OLD}');
    INSERT INTO article (id, text_hash, title, outlet, date, author, url, language, status, file_name, length, words,
      added_at, title_key, outlet_key, author_key)
      VALUES ('a1', '${textHash(OLD)}', 'First', '', '', '', '', '', 'new', '', ${OLD.length}, 4, '', 'first', '', '');
  `);
  file.close();

  const project = makeSession().open(path);
  const { db } = project;
  const found = (words: string) =>
    db
      .prepare(
        'SELECT a.id FROM article_words w JOIN article a ON a.n = w.rowid WHERE article_words MATCH ? ORDER BY 1',
      )
      .pluck()
      .all(words);
  expect(found('velia')).toEqual(['a1']);

  const second = makeArticle('a2', { title: 'Second' }, NEW);
  const texts = new Map([[textHash(NEW), NEW]]);
  project.commit('import 1 article', [{ record: 'article', id: 'a2', before: null, after: second }], { texts });
  expect(found('velia')).toEqual(['a1', 'a2']);
  expect(found('second oster')).toEqual(['a2']);

  articleTable(db).update({ ...second, title: 'Renamed' });
  expect(found('second')).toEqual([]);
  expect(found('renamed oster')).toEqual(['a2']);
  articleTable(db).update(second);

  project.undo();
  expect(found('oster')).toEqual([]);
  project.redo();
  expect(found('oster')).toEqual(['a2']);
  expect(db.prepare('SELECT count(*) FROM article_words').pluck().get()).toBe(2);
});
