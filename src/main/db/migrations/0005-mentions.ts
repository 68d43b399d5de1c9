import type { Database } from 'better-sqlite3';

/**
 * The tagged actors and venues by their words, folded, and by the entity that they refer to; and further keys of entities. Both
 * only help to find: they follow from the records. Nothing before this version could add entities: they have no keys yet.
 */
export const mentions = {
  version: 5,
  up(db: Database): void {
    db.exec(SCHEMA);
    const add = db.prepare(
      'INSERT INTO mention (annotation_id, article_id, coder_id, kind, key, entity_id) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const rows = db
      .prepare(
        `SELECT id, article_id, coder_id, kind, quote, entity_id FROM annotation WHERE kind <> 'claim' AND id > ?
          ORDER BY id LIMIT 5000`,
      )
      .raw();
    for (let after = ''; ; ) {
      const page = rows.all(after) as [string, string, string, string, string, string | null][];
      for (const [id, articleId, coderId, kind, quote, entityId] of page) {
        add.run(id, articleId, coderId, kind, keyOf(quote), entityId);
      }
      const last = page.at(-1);
      if (!last) return;
      after = last[0];
    }
  },
};

const SCHEMA = `
CREATE TABLE mention (
  annotation_id TEXT PRIMARY KEY,
  article_id    TEXT NOT NULL,
  coder_id      TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('actor', 'venue')),
  key           TEXT NOT NULL,
  entity_id     TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_of_entity ON mention (entity_id, key, coder_id, article_id) WHERE entity_id IS NOT NULL;
CREATE INDEX mention_linked ON mention (kind, key, coder_id, entity_id, article_id) WHERE entity_id IS NOT NULL;
CREATE INDEX mention_unresolved ON mention (coder_id, kind, key, article_id) WHERE entity_id IS NULL;

CREATE INDEX entity_in_order ON entity (name_key, id, kind, category);

CREATE TABLE entity_key (
  key       TEXT NOT NULL,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, entity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_key_of ON entity_key (entity_id);
`;

/* As words were folded when this version was made. */

const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
};

function keyOf(quote: string): string {
  return (JSON.parse(quote) as string[])
    .join(' … ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıøłđðþßæœħŧ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 300);
}
