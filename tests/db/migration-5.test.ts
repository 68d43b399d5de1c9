import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { mentionTable } from '../../src/main/db/mentions.ts';
import { migrations } from '../../src/main/db/migrations/all.ts';
import { createFile } from '../../src/main/db/open.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { makeSession, temporaryFolder } from './support/project.ts';

/* A project of schema version 4 with mentions, brought to version 5: they are found by their words as if written by it. */

const TEXT = 'Vélia’s offer: Velia’s, again.';
const AT = '2031-03-14T08:00:00.000Z';

test('mentions are found by their words, folded; claims are no mentions', () => {
  const path = join(temporaryFolder(), 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 4));
  const { db } = file;
  db.exec(`
    INSERT INTO coder VALUES ('ana', 'Ana', '${AT}');
    INSERT INTO text VALUES ('${textHash(TEXT)}', '${TEXT}');
    INSERT INTO article (id, text_hash, title, outlet, date, author, url, language, status, file_name, length, words,
      added_at, title_key, outlet_key, author_key)
      VALUES ('a1', '${textHash(TEXT)}', 'T', '', '', '', '', '', 'new', '', ${TEXT.length}, 4, '', 't', '', '');
  `);
  const add = db.prepare(`INSERT INTO annotation (id, article_id, coder_id, kind, start, "end", pieces, fragments, memo,
    attributes, quote, prefix, suffix, created_at, updated_at)
    VALUES (?, 'a1', 'ana', ?, ?, ?, 1, ?, '', '{}', ?, '', '', '${AT}', '${AT}')`);
  add.run('n1', 'actor', 0, 7, '[[0,7]]', '["Vélia’s"]');
  add.run('n2', 'actor', 15, 22, '[[15,22]]', '["Velia’s"]');
  add.run('n3', 'claim', 0, 13, '[[0,13]]', '["Vélia’s offer"]');
  file.close();

  const project = makeSession().open(path);
  const mentions = mentionTable(project.db);
  expect(mentions.keyOf('n1')).toBe("velia's");
  expect(mentions.keyOf('n3')).toBeNull();
  expect(mentions.unresolvedIds('ana', 'actor', "velia's").sort()).toEqual(['n1', 'n2']);
  expect(mentions.countUnresolved('ana', null)).toEqual({ spellings: 1, mentions: 2 });
  // Writing a record again finds the same key; one that becomes a claim is no mention any more.
  const one = annotationTable(project.db).get('n1');
  if (one) annotationTable(project.db).update(one);
  expect(mentions.keyOf('n1')).toBe("velia's");
  if (one) annotationTable(project.db).update({ ...one, kind: 'claim' });
  expect(mentions.keyOf('n1')).toBeNull();
  annotationTable(project.db).remove('n2');
  expect(mentions.countUnresolved('ana', 'actor')).toEqual({ spellings: 0, mentions: 0 });
});
