import type { Database } from 'better-sqlite3';

/**
 * Schema version 1: the first whole project file. Offsets are UTF-16 code units, times ISO 8601 in UTC, hashes SHA-256 in
 * hex. References are checked at the end of a transaction, so that a change set may come in any order. An index is a page
 * more to be written with every tag, so there is none that only rare acts would use.
 */
export const first = {
  version: 1,
  up(db: Database): void {
    db.exec(SCHEMA);
  },
};

const SCHEMA = `
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE coder (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE text (
  hash TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;

CREATE TRIGGER text_never_changes BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END;

CREATE TABLE article (
  id         TEXT PRIMARY KEY,
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

CREATE INDEX article_in_export_order ON article (date, outlet, title, id);
CREATE INDEX article_by_date ON article (date DESC, outlet_key, title_key, id);
CREATE INDEX article_by_outlet ON article (outlet_key = '', outlet_key, date DESC, title_key, id);
CREATE INDEX article_by_title ON article (title_key, date DESC, id);
CREATE INDEX article_by_added ON article (added_at DESC, id);
CREATE INDEX article_by_status ON article (status);
CREATE INDEX article_by_text ON article (text_hash);

CREATE TABLE annotation (
  id         TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  coder_id   TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT NOT NULL CHECK (kind IN ('actor', 'claim', 'venue')),
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  pieces     INTEGER NOT NULL,
  fragments  TEXT NOT NULL,
  memo       TEXT NOT NULL,
  attributes TEXT NOT NULL,
  quote      TEXT NOT NULL,
  prefix     TEXT NOT NULL,
  suffix     TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (start >= 0 AND start < "end" AND pieces >= 1)
) STRICT;

CREATE INDEX annotation_in_reading_order ON annotation (article_id, start, "end" DESC, pieces, id);
CREATE INDEX annotation_by_layer ON annotation (article_id, coder_id, kind);

CREATE TABLE link (
  id         TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  claim_id   TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  role       TEXT NOT NULL CHECK (role IN ('claimant', 'addressee', 'venue')),
  target_id  TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE INDEX link_by_article ON link (article_id, claim_id, role, position);
CREATE UNIQUE INDEX link_by_claim ON link (claim_id, role, target_id);
CREATE INDEX link_by_target ON link (target_id);

CREATE TABLE change_set (
  seq       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL,
  author_id TEXT NOT NULL,
  at        TEXT NOT NULL,
  label     TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target    INTEGER REFERENCES change_set (seq),
  state     TEXT CHECK (state IN ('done', 'undone', 'dropped')),
  CHECK ((kind = 'do') = (target IS NULL) AND (kind = 'do') = (state IS NOT NULL))
) STRICT;

CREATE INDEX change_set_undone ON change_set (author_id, seq) WHERE state = 'undone';

CREATE TABLE change (
  "set"     INTEGER NOT NULL REFERENCES change_set (seq),
  n         INTEGER NOT NULL,
  record    TEXT NOT NULL CHECK (record IN ('coder', 'article', 'annotation', 'link')),
  record_id TEXT NOT NULL,
  before    TEXT,
  after     TEXT,
  PRIMARY KEY ("set", n),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_set_is_kept BEFORE DELETE ON change_set
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER change_set_never_changes BEFORE UPDATE OF seq, id, author_id, at, label, kind, target ON change_set
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER change_never_changes BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
`;
