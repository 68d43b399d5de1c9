import type { Database } from 'better-sqlite3';
import { isDeepStrictEqual } from 'node:util';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Change, RecordName, Records } from '../../shared/change/change.ts';
import { annotationTable } from './annotations.ts';
import { articleTable } from './articles.ts';
import { codeTable } from './codes.ts';
import { coderTable } from './coders.ts';
import { entityTable } from './entities.ts';
import { linkTable } from './links.ts';
import type { RecordTable } from './prepared.ts';
import { variableTable } from './variables.ts';
import { verdictTable } from './verdicts.ts';

const TABLES: { readonly [N in RecordName]: (db: Database) => RecordTable<Records[N]> } = {
  coder: coderTable,
  article: articleTable,
  annotation: annotationTable,
  link: linkTable,
  code: codeTable,
  variable: variableTable,
  entity: entityTable,
  verdict: verdictTable,
};

/**
 * Writes one change to its record's table, inside the caller's transaction. Throws `conflict` when the stored record
 * isn't the change's `before`.
 */
export function applyChange(db: Database, change: Change): void {
  switch (change.record) {
    case 'coder':
      return write(TABLES.coder(db), change);
    case 'article':
      if (change.before && change.after && change.before.textHash !== change.after.textHash) {
        throw new Error(`the text of article ${change.id} can't be changed`);
      }
      return write(TABLES.article(db), change);
    case 'annotation':
      return write(TABLES.annotation(db), change);
    case 'link':
      return write(TABLES.link(db), change);
    case 'code':
      return write(TABLES.code(db), change);
    case 'variable':
      return write(TABLES.variable(db), change);
    case 'entity':
      return write(TABLES.entity(db), change);
    case 'verdict':
      return write(TABLES.verdict(db), change);
  }
}

type ChangeOf<R> = { readonly id: string; readonly before: R | null; readonly after: R | null };

function write<R extends { readonly id: string }>(table: RecordTable<R>, { id, before, after }: ChangeOf<R>): void {
  // Every look-up is by the change's own id: a record under another would be written past its `before`.
  if ((after ?? before)?.id !== id) throw new Error(`change ${id} speaks of another record`);
  if (before === null) {
    // One that is there already is refused by the table's key.
    if (after !== null) table.insert(after);
    return;
  }
  if (!isDeepStrictEqual(table.get(id), before)) throw conflict();
  if (after === null) table.remove(id);
  else table.update(after);
}

/** What a change set expects isn't what is stored. */
export function conflict(cause?: Error): ParleyError {
  return new ParleyError(
    'conflict',
    'What is shown isn’t what the project holds any more, so nothing was changed.',
    'Open the article again and repeat what you did.',
    cause && { cause },
  );
}
