import type { Database } from 'better-sqlite3';

/**
 * Schema version 4: articles and annotations by their words. An article's row gets a number of its own that a VACUUM doesn't
 * change: the full-text index knows it by that. The index of texts follows its table in the same transaction, by triggers.
 * The index of annotations follows the history when something is looked for, so that no tag waits for it:
 * `annotation_index_state` says how far it has read.
 */
export const search = {
  version: 4,
  up(db: Database, watch: (done: number, total: number, what: string) => void): void {
    db.exec(ARTICLES);
    db.exec(TEXTS);
    indexTexts(db, watch);
    db.exec(TRIGGERS);
    watch(0, 0, 'Indexing the annotations');
    db.exec(ANNOTATIONS);
  },
};

/** Articles that are indexed in one go. */
const AT_ONCE = 250;

/** Most of the step's time: the words of every text. */
function indexTexts(db: Database, watch: (done: number, total: number, what: string) => void): void {
  const total = db.prepare('SELECT coalesce(max(n), 0) FROM article').pluck().get() as number;
  const some = db.prepare(`INSERT INTO article_words (rowid, title, body)
    SELECT a.n, a.title, t.body FROM article a JOIN text t ON t.hash = a.text_hash WHERE a.n > ? AND a.n <= ? ORDER BY a.n`);
  for (let done = 0; done < total; done += AT_ONCE) {
    watch(done, total, 'Indexing the words of the articles');
    some.run(done, done + AT_ONCE);
  }
}

const ARTICLES = `
CREATE TABLE article_next (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  text_hash  TEXT NOT NULL REFERENCES text (hash) DEFERRABLE INITIALLY DEFERRED,
  title      TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  date       TEXT NOT NULL,
  author     TEXT NOT NULL,
  url        TEXT NOT NULL,
  language   TEXT NOT NULL,
  status     TEXT NOT NULL CHECK (status IN ('new', 'in-progress', 'done')),
  file_name  TEXT NOT NULL,
  length     INTEGER NOT NULL,
  words      INTEGER NOT NULL,
  added_at   TEXT NOT NULL,
  title_key  TEXT NOT NULL,
  outlet_key TEXT NOT NULL,
  author_key TEXT NOT NULL
) STRICT;

INSERT INTO article_next (id, text_hash, title, outlet, date, author, url, language, status, file_name, length, words,
    added_at, title_key, outlet_key, author_key)
  SELECT id, text_hash, title, outlet, date, author, url, language, status, file_name, length, words, added_at, title_key,
    outlet_key, author_key FROM article ORDER BY rowid;
DROP TABLE article;
ALTER TABLE article_next RENAME TO article;

CREATE INDEX article_in_export_order ON article (date, outlet, title, id);
CREATE INDEX article_by_date ON article (date DESC, outlet_key, title_key, id);
CREATE INDEX article_by_outlet ON article (outlet_key = '', outlet_key, date DESC, title_key, id);
CREATE INDEX article_by_title ON article (title_key, date DESC, id);
CREATE INDEX article_by_added ON article (added_at DESC, id);
CREATE INDEX article_by_status ON article (status);
CREATE INDEX article_by_text ON article (text_hash);
`;

const TEXTS = `
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

`;

const TRIGGERS = `
CREATE TRIGGER article_words_come AFTER INSERT ON article
BEGIN
  INSERT INTO article_words (rowid, title, body) SELECT new.n, new.title, body FROM text WHERE hash = new.text_hash;
END;
CREATE TRIGGER article_words_go AFTER DELETE ON article
BEGIN
  DELETE FROM article_words WHERE rowid = old.n;
END;
CREATE TRIGGER article_words_change AFTER UPDATE ON article WHEN old.title IS NOT new.title
BEGIN
  DELETE FROM article_words WHERE rowid = old.n;
  INSERT INTO article_words (rowid, title, body) SELECT new.n, new.title, body FROM text WHERE hash = new.text_hash;
END;
`;

const ANNOTATIONS = `
CREATE TABLE annotation_index (
  n             INTEGER PRIMARY KEY,
  annotation_id TEXT NOT NULL UNIQUE,
  article_n     INTEGER NOT NULL,
  start         INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  coder_id      TEXT NOT NULL
) STRICT;

CREATE INDEX annotation_index_in_order ON annotation_index (article_n, start, n);

CREATE VIRTUAL TABLE annotation_words USING fts5 (
  words, memo, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE annotation_index_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL
) STRICT;

INSERT INTO annotation_index (annotation_id, article_n, start, kind, coder_id)
  SELECT a.id, r.n, a.start, a.kind, a.coder_id FROM annotation a JOIN article r ON r.id = a.article_id
  ORDER BY a.rowid;
INSERT INTO annotation_words (rowid, words, memo)
  SELECT i.n, (SELECT group_concat(value, ' ') FROM json_each(a.quote)), a.memo
  FROM annotation_index i JOIN annotation a ON a.id = i.annotation_id ORDER BY i.n;
DROP INDEX annotation_of_entity;
CREATE INDEX annotation_of_entity ON annotation (entity_id, coder_id) WHERE entity_id IS NOT NULL;

INSERT INTO annotation_index_state SELECT 1, coalesce(max(seq), 0) FROM change_set;
`;
