import type { Database } from 'better-sqlite3';
import { annotationTable, valueKey } from './annotations.ts';
import { articleSums } from './article-sums.ts';
import { articleTable } from './articles.ts';
import { entityTable } from './entities.ts';
import { mentionKeys } from './mention-keys.ts';

/**
 * Makes everything anew that only helps to find: codes, values and mentions by what they are, entities by their names, articles and
 * annotations by their words. All of it follows from the records, which aren't touched. One transaction.
 */
export function rebuildIndex(db: Database): void {
  db.transaction(() => {
    fileAnnotations(db);
    fileEntities(db);
    for (const article of articleTable(db).walk()) articleTable(db).update(article);
    db.exec(WORDS);
  }).immediate();
  articleSums(db).readAgain();
}

function fileAnnotations(db: Database): void {
  db.exec('DELETE FROM annotation_code; DELETE FROM annotation_value; DELETE FROM mention');
  const addCode = db.prepare('INSERT INTO annotation_code (annotation_id, position, code_id) VALUES (?, ?, ?)');
  const addValue = db.prepare('INSERT INTO annotation_value (annotation_id, variable_id, value) VALUES (?, ?, ?)');
  for (const article of articleTable(db).walk()) {
    for (const { annotation, selector } of annotationTable(db).anchored(article.id)) {
      const { id, codes, values } = annotation;
      mentionKeys(db).put(annotation, JSON.stringify(selector.exact));
      for (const [position, code] of codes.entries()) addCode.run(id, position, code);
      for (const [variable, value] of Object.entries(values)) addValue.run(id, variable, valueKey(value));
    }
  }
}

/** Writing an entity files it. */
function fileEntities(db: Database): void {
  const entities = entityTable(db).all();
  db.exec('DELETE FROM entity_name; DELETE FROM entity_key');
  for (const entity of entities) entityTable(db).update(entity);
}

const WORDS = `
INSERT INTO article_words (article_words) VALUES ('delete-all');
INSERT INTO article_words (rowid, title, body)
  SELECT a.n, a.title, t.body FROM article a JOIN text t ON t.hash = a.text_hash ORDER BY a.n;

INSERT INTO annotation_words (annotation_words) VALUES ('delete-all');
DELETE FROM annotation_index;
INSERT INTO annotation_index (annotation_id, article_n, start, kind, coder_id)
  SELECT a.id, r.n, a.start, a.kind, a.coder_id FROM annotation a JOIN article r ON r.id = a.article_id ORDER BY a.rowid;
INSERT INTO annotation_words (rowid, words, memo)
  SELECT i.n, (SELECT group_concat(value, ' ') FROM json_each(a.quote)), a.memo
  FROM annotation_index i JOIN annotation a ON a.id = i.annotation_id ORDER BY i.n;
UPDATE annotation_index_state SET seq = (SELECT coalesce(max(seq), 0) FROM change_set);
`;
