import type { Database } from 'better-sqlite3';
import { type Book, type BookRecords, makeBook } from '../../shared/formats/book.ts';
import { coderTable } from './coders.ts';
import { codeTable } from './codes.ts';
import { entityTable } from './entities.ts';
import { perDatabase } from './prepared.ts';
import { variableTable } from './variables.ts';

/** What the coding of all articles refers to. */
export function bookRecords(db: Database): BookRecords {
  return { codes: codeTable(db).all(), variables: variableTable(db).all(), entities: entityTable(db).all() };
}

/** The same to be looked up, with the coders: read once for as long as nothing changes. */
export const currentBook = perDatabase((db) => {
  const changes = db.prepare('SELECT total_changes()').pluck();
  let state = -1;
  let known: Book | null = null;
  return {
    get(): Book {
      const now = changes.get() as number;
      if (known === null || now !== state) {
        known = makeBook(bookRecords(db), coderTable(db).all());
        state = now;
      }
      return known;
    },
  };
});
