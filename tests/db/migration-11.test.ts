import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleTable } from '../../src/main/db/articles.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { entityTable } from '../../src/main/db/entities.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { foldWords } from '../../src/shared/text/fold.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 10, where numbers were filed by their digits, brought to version 11. */

const AT = '2031-03-14T08:00:00.000Z';

function oldProject(names: readonly string[]): string {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 10));
  const { db } = file;
  db.prepare("INSERT INTO coder VALUES ('ana', 'Ana', ?)").run(AT);
  const text = db.prepare('INSERT INTO text VALUES (?, ?)');
  const article =
    db.prepare(`INSERT INTO article (id, text_hash, title, outlet, date, author, url, language, status, file_name,
      length, words, added_at, title_key, outlet_key, author_key)
    VALUES (@id, @hash, @name, '', '', '', '', 'en', 'new', '', @length, 1, '${AT}', @key, '', '')`);
  const entity =
    db.prepare(`INSERT INTO entity (id, kind, category, name, aliases, country, party, parent_id, note, created_at,
      updated_at, name_key) VALUES (@id, 'actor', 'person', @name, '[]', '', '', NULL, '', '${AT}', '${AT}', @key)`);
  for (const [at, name] of names.entries()) {
    const body = `Text of ${name}`;
    text.run(textHash(body), body);
    article.run({ id: `a${at}`, hash: textHash(body), name, length: body.length, key: foldWords(name) });
    entity.run({ id: `e${at}`, name, key: foldWords(name) });
  }
  file.close();
  return path;
}

test('what had numbers in its title or name is listed by their size', () => {
  const { db } = makeSession().open(oldProject(['Report 1007', 'Report 167', 'Report']));
  const wanted = ['Report', 'Report 167', 'Report 1007'];
  const choice = { sort: 'title', status: null, filter: NO_FILTER, offset: 0, limit: 9, query: '' } as const;
  const titles = articleTable(db)
    .page(choice)
    .map(({ title }) => title);
  expect(titles).toEqual(wanted);
  const names = entityTable(db)
    .all()
    .map(({ name }) => name);
  expect(names).toEqual(wanted);
  expect(checkProject(db).problems).toEqual([]);
});
