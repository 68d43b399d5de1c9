import type { Database } from 'better-sqlite3';

/**
 * Schema version 10: words are compared script by script. What Parley files records under is made anew behind every upgrade; here the
 * full-text indexes are made so that a mark can be part of a word, and given up by the last trigger: who writes a row writes its words,
 * for SQLite's tokenizer can't tell by itself which marks may be left out.
 */
export const eachScript = {
  version: 10,
  up(db: Database): void {
    db.exec(`
      DROP TRIGGER article_words_change;
      DROP TRIGGER article_words_go;
      DROP TABLE article_words;
      CREATE VIRTUAL TABLE article_words USING fts5 (
        title, body, content = '', contentless_delete = 1, ${TOKENS}
      );
      INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 16000000);
      CREATE TRIGGER article_words_go AFTER DELETE ON article
      BEGIN
        DELETE FROM article_words WHERE rowid = old.n;
      END;
      DROP TABLE annotation_words;
      CREATE VIRTUAL TABLE annotation_words USING fts5 (
        words, memo, content = '', contentless_delete = 1, ${TOKENS}
      );
    `);
  },
};

const TOKENS = `tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"`;
