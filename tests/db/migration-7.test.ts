import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mentionTable } from '../../src/main/db/mentions.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 6 with mentions, brought to version 7: what refers to nothing yet is found as before. */

const AT = '2031-03-14T08:00:00.000Z';

test('mentions that refer to nothing are found by the new index, linked ones aren’t in it', () => {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 6));
  file.db.exec(`
    INSERT INTO coder VALUES ('ana', 'Ana', '${AT}');
    INSERT INTO text VALUES ('h', 'Velia and Oster.');
    INSERT INTO article (id, text_hash, title, outlet, date, author, url, language, status, file_name, length, words,
      added_at, title_key, outlet_key, author_key)
      VALUES ('a1', 'h', 'T', '', '', '', '', '', 'new', '', 16, 3, '', 't', '', '');
    INSERT INTO entity (id, kind, category, name, aliases, country, party, parent_id, note, created_at, updated_at, name_key)
      VALUES ('e1', 'actor', 'person', 'Oster', '[]', '', '', NULL, '', '${AT}', '${AT}', 'oster');
    INSERT INTO annotation (id, article_id, coder_id, kind, start, "end", pieces, fragments, memo, attributes, quote, prefix,
      suffix, created_at, updated_at, entity_id)
      VALUES ('n1', 'a1', 'ana', 'actor', 0, 5, 1, '[[0,5]]', '', '{}', '["Velia"]', '', '', '${AT}', '${AT}', NULL),
        ('n2', 'a1', 'ana', 'actor', 10, 15, 1, '[[10,15]]', '', '{}', '["Oster"]', '', '', '${AT}', '${AT}', 'e1');
    INSERT INTO mention (annotation_id, article_id, coder_id, kind, key, entity_id)
      VALUES ('n1', 'a1', 'ana', 'actor', 'velia', NULL), ('n2', 'a1', 'ana', 'actor', 'oster', 'e1');
  `);
  file.close();

  const mentions = mentionTable(makeSession().open(path).db);
  expect(mentions.unresolved('ana', null, 10, 0)).toEqual([
    { kind: 'actor', key: 'velia', count: 1, articles: 1, annotationId: 'n1', articleId: 'a1', words: 'Velia' },
  ]);
  expect(mentions.countUnresolved('ana', 'actor')).toEqual({ spellings: 1, mentions: 1 });
  expect(mentions.countUnresolved('ana', 'venue')).toEqual({ spellings: 0, mentions: 0 });
  expect(mentions.idsOf('e1')).toEqual(['n2']);
});
