import type { Database } from 'better-sqlite3';

/**
 * Schema version 2: the codebook, entities, what a claim is coded with, links to entities, and verdicts. `annotation_code`
 * and `entity_name` only help to find: they follow from the records.
 */
export const codingDesk = {
  version: 2,
  up(db: Database): void {
    db.exec(RECORDS);
    db.exec(ANNOTATIONS);
    db.exec(LINKS);
    db.exec(HISTORY);
  },
};

const RECORDS = `
CREATE TABLE code (
  id         TEXT PRIMARY KEY,
  parent_id  TEXT REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
  name       TEXT NOT NULL,
  definition TEXT NOT NULL,
  colour     TEXT NOT NULL,
  position   INTEGER NOT NULL CHECK (position >= 0),
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1)),
  examples   TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE variable (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('actor', 'claim', 'venue')),
  name       TEXT NOT NULL,
  definition TEXT NOT NULL,
  type       TEXT NOT NULL CHECK (type IN ('category', 'boolean', 'integer', 'date', 'short-text', 'long-text')),
  options    TEXT NOT NULL,
  initial    TEXT NOT NULL,
  required   INTEGER NOT NULL CHECK (required IN (0, 1)),
  position   INTEGER NOT NULL CHECK (position >= 0),
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('actor', 'venue')),
  category   TEXT NOT NULL,
  name       TEXT NOT NULL,
  aliases    TEXT NOT NULL,
  country    TEXT NOT NULL,
  party      TEXT NOT NULL,
  parent_id  TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  note       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  name_key   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_by_name ON entity (kind, name_key, id);
CREATE INDEX entity_by_parent ON entity (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE entity_name (
  key       TEXT NOT NULL,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, entity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_name_of ON entity_name (entity_id);

CREATE TABLE verdict (
  id         TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  coder_id   TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  about      TEXT NOT NULL CHECK (about IN ('proposal', 'finding')),
  rule       TEXT NOT NULL,
  key        TEXT NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('accepted', 'changed', 'dismissed')),
  reason     TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX verdict_of_article ON verdict (article_id, coder_id);
CREATE INDEX verdict_by_outcome ON verdict (coder_id, about, rule, outcome);
`;

/** `coding` holds codes, values, reporting, cue and day as JSON; NULL for a span that is only tagged, as most are. */
const ANNOTATIONS = `
ALTER TABLE annotation ADD COLUMN entity_id TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE annotation ADD COLUMN coding TEXT;

CREATE INDEX annotation_of_entity ON annotation (entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE annotation_code (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  position      INTEGER NOT NULL,
  code_id       TEXT NOT NULL REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (annotation_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_by_code ON annotation_code (code_id, annotation_id);
`;

const LINKS = `
CREATE TABLE link_next (
  id         TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  claim_id   TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  role       TEXT NOT NULL CHECK (role IN ('claimant', 'addressee', 'about', 'relay', 'venue', 'venue-proposed', 'venue-held')),
  target_id  TEXT REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  entity_id  TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL CHECK (position >= 0),
  CHECK ((target_id IS NULL) <> (entity_id IS NULL))
) STRICT;

INSERT INTO link_next SELECT id, article_id, claim_id, role, target_id, NULL, position FROM link;
DROP TABLE link;
ALTER TABLE link_next RENAME TO link;

CREATE INDEX link_by_article ON link (article_id, claim_id, role, position);
CREATE UNIQUE INDEX link_by_claim ON link (claim_id, role, coalesce(target_id, entity_id));
CREATE INDEX link_by_target ON link (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX link_by_entity ON link (entity_id) WHERE entity_id IS NOT NULL;
`;

/** The records that change are more now. What stands in the history stays as it was written. */
const HISTORY = `
CREATE TABLE change_next (
  "set"     INTEGER NOT NULL REFERENCES change_set (seq),
  n         INTEGER NOT NULL,
  record    TEXT NOT NULL CHECK (record IN ('coder', 'article', 'annotation', 'link', 'code', 'variable', 'entity', 'verdict')),
  record_id TEXT NOT NULL,
  before    TEXT,
  after     TEXT,
  PRIMARY KEY ("set", n),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO change_next SELECT "set", n, record, record_id, before, after FROM change;
DROP TABLE change;
ALTER TABLE change_next RENAME TO change;

CREATE TRIGGER change_is_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER change_never_changes BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;

CREATE INDEX change_of_codebook ON change ("set", n) WHERE record IN ('code', 'variable');
`;
