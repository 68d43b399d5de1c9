import type { Database } from 'better-sqlite3';

/**
 * Schema version 8. What a tag writes is less: pages are what a commit waits for.
 *
 * An act's first change stands in the act's own row, for most acts are one change. `change` holds the further ones, from 1;
 * `act_change` gives all of them. What an earlier version wrote stays as it was written.
 *
 * One index of annotations finds them in reading order and counts them by coder and kind. Those on the very same words aren't
 * told apart by it.
 */
export const actsWithTheirChange = {
  version: 8,
  up(db: Database): void {
    db.exec(HISTORY);
    db.exec(ANNOTATIONS);
  },
};

const RECORDS = "'coder', 'article', 'annotation', 'link', 'code', 'variable', 'entity', 'verdict'";

const HISTORY = `
CREATE TABLE change_set_next (
  seq       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL,
  author_id TEXT NOT NULL,
  at        TEXT NOT NULL,
  label     TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target    INTEGER REFERENCES change_set (seq),
  state     TEXT CHECK (state IN ('done', 'undone', 'dropped')),
  record    TEXT CHECK (record IN (${RECORDS})),
  record_id TEXT,
  before    TEXT,
  after     TEXT,
  CHECK ((kind = 'do') = (target IS NULL) AND (kind = 'do') = (state IS NOT NULL)),
  CHECK ((record IS NULL) = (record_id IS NULL) AND (record IS NULL) = (before IS NULL AND after IS NULL))
) STRICT;

INSERT INTO change_set_next
  SELECT s.seq, s.id, s.author_id, s.at, s.label, s.kind, s.target, s.state, c.record, c.record_id, c.before, c.after
  FROM change_set s LEFT JOIN change c ON c."set" = s.seq AND c.n = 0 ORDER BY s.seq;

CREATE TABLE change_next (
  "set"     INTEGER NOT NULL REFERENCES change_set (seq),
  n         INTEGER NOT NULL CHECK (n > 0),
  record    TEXT NOT NULL CHECK (record IN (${RECORDS})),
  record_id TEXT NOT NULL,
  before    TEXT,
  after     TEXT,
  PRIMARY KEY ("set", n),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO change_next SELECT "set", n, record, record_id, before, after FROM change WHERE n > 0 ORDER BY "set", n;

DROP TABLE change;
DROP TABLE change_set;
ALTER TABLE change_set_next RENAME TO change_set;
ALTER TABLE change_next RENAME TO change;

CREATE INDEX change_set_undone ON change_set (author_id, seq) WHERE state = 'undone';
CREATE INDEX change_set_turning ON change_set (target, seq, kind) WHERE target IS NOT NULL;
CREATE INDEX change_set_of_codebook ON change_set (seq) WHERE record IN ('code', 'variable');
CREATE INDEX change_of_codebook ON change ("set", n) WHERE record IN ('code', 'variable');

CREATE TRIGGER change_set_is_kept BEFORE DELETE ON change_set
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER change_set_never_changes
BEFORE UPDATE OF seq, id, author_id, at, label, kind, target, record, record_id, before, after ON change_set
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER change_never_changes BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;

CREATE VIEW act_change AS
  SELECT seq AS "set", 0 AS n, record, record_id, before, after FROM change_set WHERE record IS NOT NULL
  UNION ALL SELECT "set", n, record, record_id, before, after FROM change;
`;

const ANNOTATIONS = `
DROP INDEX annotation_by_layer;
DROP INDEX annotation_in_reading_order;
CREATE INDEX annotation_in_reading_order ON annotation (article_id, start, "end" DESC, pieces, coder_id, kind);
`;
