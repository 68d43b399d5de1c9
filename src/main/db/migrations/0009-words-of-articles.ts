import type { Database } from 'better-sqlite3';

/**
 * Schema version 9: an article's words are indexed beside its row, in the same transaction, by who writes the row. A trigger takes
 * twice as long for it, for the index is flushed around each of its runs. And more is gathered before words are written: a large
 * import writes fewer pieces, that have to be merged less often.
 */
export const wordsOfArticles = {
  version: 9,
  up(db: Database): void {
    db.exec(`
      DROP TRIGGER article_words_come;
      INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 16000000);
    `);
  },
};
