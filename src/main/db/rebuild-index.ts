import type { Database } from 'better-sqlite3';
import { annotationTable, valueKey } from './annotations.ts';
import { articleSums } from './article-sums.ts';
import { articleUses } from './article-uses.ts';
import { articleTable } from './articles.ts';
import { entityTable } from './entities.ts';
import { withIndexText } from './index-text.ts';
import { mentionKeys } from './mention-keys.ts';

/** Is told how far it is: `done` of `total` articles; what it throws undoes all of it. */
type Watch = (done: number, total: number, what: string) => void;

/** Articles that are indexed in one go. */
const AT_ONCE = 250;

/**
 * Makes everything anew that only helps to find: codes, values and mentions by what they are, entities by their names, articles and
 * annotations by their words. All of it follows from the records, which aren't touched. One transaction.
 */
export function rebuildIndex(db: Database, watch: Watch = () => undefined): void {
  withIndexText(db);
  db.transaction(() => {
    const total = articleTable(db).count();
    fileAnnotations(db, (done) => watch(done, total, 'Filing the annotations'));
    watch(0, 0, 'Filing the entities');
    fileEntities(db);
    fileArticles(db, (done) => watch(done, total, 'Indexing the words of the articles'));
    watch(0, 0, 'Indexing the annotations');
    db.exec(ANNOTATIONS);
  }).immediate();
  articleSums(db).readAgain();
  articleUses(db).readAgain();
}

function fileAnnotations(db: Database, watch: (done: number) => void): void {
  db.exec('DELETE FROM annotation_code; DELETE FROM annotation_value; DELETE FROM mention');
  const addCode = db.prepare('INSERT INTO annotation_code (annotation_id, position, code_id) VALUES (?, ?, ?)');
  const addValue = db.prepare('INSERT INTO annotation_value (annotation_id, variable_id, value) VALUES (?, ?, ?)');
  let done = 0;
  for (const article of articleTable(db).walk()) {
    if (done % AT_ONCE === 0) watch(done);
    done++;
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

/** Writing an article files it under its title, outlet and author. */
function fileArticles(db: Database, watch: (done: number) => void): void {
  for (const article of articleTable(db).walk()) articleTable(db).update(article);
  db.exec("INSERT INTO article_words (article_words) VALUES ('delete-all')");
  const last = db.prepare('SELECT coalesce(max(n), 0) FROM article').pluck().get() as number;
  const index = db.prepare(`INSERT INTO article_words (rowid, title, body)
    SELECT a.n, index_text(a.title), index_text(t.body) FROM article a JOIN text t ON t.hash = a.text_hash
    WHERE a.n > ? AND a.n <= ? ORDER BY a.n`);
  let done = 0;
  for (let from = 0; from < last; from += AT_ONCE) {
    watch(done);
    done += index.run(from, from + AT_ONCE).changes;
  }
}

const ANNOTATIONS = `
INSERT INTO annotation_words (annotation_words) VALUES ('delete-all');
DELETE FROM annotation_index;
INSERT INTO annotation_index (annotation_id, article_n, start, kind, coder_id)
  SELECT a.id, r.n, a.start, a.kind, a.coder_id FROM annotation a JOIN article r ON r.id = a.article_id ORDER BY a.rowid;
INSERT INTO annotation_words (rowid, words, memo)
  SELECT i.n, index_text((SELECT group_concat(value, ' ') FROM json_each(a.quote))), index_text(a.memo)
  FROM annotation_index i JOIN annotation a ON a.id = i.annotation_id ORDER BY i.n;
UPDATE annotation_index_state SET seq = (SELECT coalesce(max(seq), 0) FROM change_set);
`;
