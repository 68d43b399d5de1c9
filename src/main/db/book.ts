import type { Database } from 'better-sqlite3';
import { type Book, type BookRecords, makeBook } from '../../shared/formats/book.ts';
import { codedClaims } from './coded-claims.ts';
import { coderTable } from './coders.ts';
import { codeTable } from './codes.ts';
import { entityTable } from './entities.ts';
import { perDatabase } from './prepared.ts';
import { variableTable } from './variables.ts';

/** What the coding of all articles refers to. */
export function bookRecords(db: Database): BookRecords {
  return { codes: codeTable(db).all(), variables: variableTable(db).all(), entities: entityTable(db).all() };
}

/**
 * The same as a dataset tells it. Of the examples of codes those that are there: an id of one that was removed would lead
 * nowhere.
 */
export function datasetRecords(db: Database): BookRecords {
  const records = bookRecords(db);
  const ids = records.codes.flatMap((code) => code.examples);
  if (ids.length === 0) return records;
  const there = new Set(codedClaims(db).among(ids));
  const codes = records.codes.map((code) => ({ ...code, examples: code.examples.filter((id) => there.has(id)) }));
  return { ...records, codes };
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
        known = makeBook(datasetRecords(db), coderTable(db).all());
        state = now;
      }
      return known;
    },
  };
});
