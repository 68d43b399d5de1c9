import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotationIndex } from '../../src/main/db/annotation-index.ts';
import { annotationSearch } from '../../src/main/db/annotation-search.ts';
import { articleTable } from '../../src/main/db/articles.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { entityTable } from '../../src/main/db/entities.ts';
import { mentionTable } from '../../src/main/db/mentions.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { textSearch } from '../../src/main/db/text-search.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { toExpression } from '../../src/shared/search/expression.ts';
import { parseQuery, type Query } from '../../src/shared/search/query.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { foldWords } from '../../src/shared/text/fold.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 9, filed as words were folded then, brought to version 10: names that a mark tells apart are apart. */

const AT = '2031-03-14T08:00:00.000Z';
const TITLE = 'दिन और दीन';
const TEXT = 'दीन ने कहा, दिन ने नहीं। 外交部长王毅 said so; Ver\u00adein, Solène.';

/** As words were folded before version 10. */
function foldedThen(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function oldProject(): string {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 9));
  const { db } = file;
  db.prepare("INSERT INTO coder VALUES ('ana', 'Ana', ?)").run(AT);
  db.prepare('INSERT INTO text VALUES (?, ?)').run(textHash(TEXT), TEXT);
  db.prepare(`INSERT INTO article (n, id, text_hash, title, outlet, date, author, url, language, status, file_name, length, words,
      added_at, title_key, outlet_key, author_key)
    VALUES (7, 'a1', ?, ?, '', '', '', '', 'hi', 'new', '', ?, 9, '${AT}', ?, '', '')`).run(
    textHash(TEXT),
    TITLE,
    TEXT.length,
    foldedThen(TITLE),
  );
  db.prepare('INSERT INTO article_words (rowid, title, body) VALUES (7, ?, ?)').run(TITLE, TEXT);
  const entity =
    db.prepare(`INSERT INTO entity (id, kind, category, name, aliases, country, party, parent_id, note, created_at,
      updated_at, name_key) VALUES (?, 'actor', 'person', ?, '[]', '', '', NULL, '', '${AT}', '${AT}', ?)`);
  const name = db.prepare('INSERT INTO entity_name (key, entity_id) VALUES (?, ?)');
  const key = db.prepare('INSERT INTO entity_key (key, entity_id) VALUES (?, ?)');
  const annotation =
    db.prepare(`INSERT INTO annotation (id, article_id, coder_id, kind, start, "end", pieces, fragments, memo,
      attributes, quote, prefix, suffix, created_at, updated_at, entity_id)
    VALUES (?, 'a1', 'ana', 'actor', ?, ?, 1, ?, '', '{}', ?, ?, ?, '${AT}', '${AT}', ?)`);
  const mention = db.prepare(`INSERT INTO mention (annotation_id, article_id, coder_id, kind, key, entity_id)
    VALUES (?, 'a1', 'ana', 'actor', ?, ?)`);
  for (const [id, words] of [
    ['din', 'दिन'],
    ['deen', 'दीन'],
  ] as const) {
    entity.run(id, words, foldedThen(words));
    name.run(foldedThen(words), id);
    key.run(`=${foldedThen(words)}`, id);
    const start = TEXT.indexOf(words);
    const end = start + words.length;
    annotation.run(
      `n-${id}`,
      start,
      end,
      JSON.stringify([[start, end]]),
      JSON.stringify([words]),
      TEXT.slice(Math.max(0, start - 32), start),
      TEXT.slice(end, end + 32),
      id,
    );
    mention.run(`n-${id}`, foldedThen(words), id);
  }
  file.close();
  return path;
}

function expression(typed: string): string {
  return toExpression(parseQuery(typed) as Query);
}

test('what was one name is two, and everything is found under its words', async () => {
  const { db } = makeSession().open(oldProject());
  expect(foldedThen('दिन')).toBe(foldedThen('दीन'));

  const named = (words: string) =>
    entityTable(db)
      .named('actor', foldWords(words))
      .map(({ id }) => id);
  expect([named('दिन'), named('दीन')]).toEqual([['din'], ['deen']]);
  expect(mentionTable(db).keyOf('n-din')).toBe('दिन');
  expect(mentionTable(db).spellings('deen', 9)).toEqual([{ key: 'दीन', words: 'दीन', count: 1 }]);

  const texts = (typed: string) => textSearch(db).count(expression(typed), NO_FILTER);
  expect(['दिन', '王毅', 'verein', 'solene', 'द'].map(texts)).toEqual([1, 1, 1, 1, 0]);
  await annotationIndex(db).catchUp();
  const annotations = annotationSearch(db);
  expect(annotations.page(expression('दीन'), NO_FILTER, 1, 0, 9).map(({ id }) => id)).toEqual(['n-deen']);
  const choice = { sort: 'date', status: null, filter: NO_FILTER, offset: 0, limit: 9 } as const;
  expect(articleTable(db).page({ ...choice, query: 'दीन' })).toHaveLength(1);
  expect(articleTable(db).page({ ...choice, query: 'दन' })).toEqual([]);

  expect(checkProject(db).problems).toEqual([]);
});
