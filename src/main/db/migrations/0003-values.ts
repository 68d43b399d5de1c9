import type { Database } from 'better-sqlite3';

/**
 * Which annotations have a value of which variable, to count and find them without reading every annotation. As
 * `annotation_code` it only helps to find: it follows from the records. A value is kept as JSON, of a long text only its
 * beginning.
 */
export const values = {
  version: 3,
  up(db: Database): void {
    db.exec(SCHEMA);
  },
};

const SCHEMA = `
CREATE TABLE annotation_value (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  variable_id   TEXT NOT NULL,
  value         TEXT NOT NULL,
  PRIMARY KEY (annotation_id, variable_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_by_value ON annotation_value (variable_id, value, annotation_id);

INSERT INTO annotation_value (annotation_id, variable_id, value)
  SELECT a.id, v.key, substr(CASE v.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE json_quote(v.value) END, 1, 160)
  FROM annotation a, json_each(a.coding, '$.values') v WHERE a.coding IS NOT NULL;
`;
