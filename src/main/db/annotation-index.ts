import type { Database } from 'better-sqlite3';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { withIndexText } from './index-text.ts';
import { perDatabase } from './prepared.ts';

/** Annotations that are read in one go, while other calls wait. */
const AT_ONCE = 1000;

/** The full-text index of annotations, kept up behind the acts. */
export interface AnnotationIndex {
  /**
   * Brings the index of annotations' words up to the history as it is now. Nothing to do costs nothing; after a large import
   * others are let in between.
   */
  catchUp(): Promise<void>;
}

/** The ids of annotations that acts touched, or the undoing or doing again of them. @param which acts, as a condition. */
const touchedIn = (which: string): string => `
  WITH act AS (SELECT DISTINCT coalesce(target, seq) AS seq FROM change_set WHERE ${which})
  SELECT record_id FROM act CROSS JOIN change_set s ON s.seq = act.seq WHERE record = 'annotation'
  UNION SELECT record_id FROM act CROSS JOIN change c ON c."set" = act.seq WHERE record = 'annotation'`;

/**
 * The full-text index of annotations. It is no part of a tag's transaction: each act stands in the history, and what an
 * act (or the undoing of one) touched is read again from its table when something is looked for.
 */
export const annotationIndex = perDatabase((db): AnnotationIndex => {
  withIndexText(db);
  const state = db.prepare('SELECT seq FROM annotation_index_state').pluck();
  const last = db.prepare('SELECT max(seq) FROM change_set').pluck();
  const touched = db.prepare(touchedIn('seq > ? AND seq <= ?')).pluck();
  const done = db.prepare('UPDATE annotation_index_state SET seq = ?');
  const forget = [
    `DELETE FROM annotation_words WHERE rowid IN (
      SELECT n FROM annotation_index WHERE annotation_id IN (SELECT value FROM json_each(@ids)))`,
    'DELETE FROM annotation_index WHERE annotation_id IN (SELECT value FROM json_each(@ids))',
  ].map((sql) => db.prepare(sql));
  const read = [
    `INSERT INTO annotation_index (annotation_id, article_n, start, kind, coder_id)
      SELECT a.id, r.n, a.start, a.kind, a.coder_id FROM json_each(@ids) j JOIN annotation a ON a.id = j.value
        JOIN article r ON r.id = a.article_id`,
    `INSERT INTO annotation_words (rowid, words, memo)
      SELECT i.n, index_text((SELECT group_concat(value, ' ') FROM json_each(a.quote))), index_text(a.memo)
      FROM json_each(@ids) j JOIN annotation_index i ON i.annotation_id = j.value JOIN annotation a ON a.id = j.value`,
  ].map((sql) => db.prepare(sql));

  const readAgain = db.transaction((ids: readonly string[]) => {
    const values = { ids: JSON.stringify(ids) };
    for (const step of [...forget, ...read]) step.run(values);
  });

  let running: Promise<void> | null = null;

  async function run(database: Database): Promise<void> {
    for (;;) {
      const from = state.get() as number;
      const to = (last.get() as number | null) ?? 0;
      if (from === to) return;
      const ids = touched.all(from, to) as string[];
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        if (at > 0) await nextTurn();
        // The project may have been closed meanwhile.
        if (!database.open) return;
        readAgain.immediate(ids.slice(at, at + AT_ONCE));
      }
      // Only now: what was cut short is read once more.
      done.run(to);
    }
  }

  return {
    catchUp() {
      running ??= run(db).finally(() => {
        running = null;
      });
      return running;
    },
  };
});

/** Which annotations acts have touched that the index hasn't read yet. */
export function annotationIndexState(db: Database): { readonly waiting: readonly string[] } {
  const waiting = db.prepare(touchedIn('seq > (SELECT seq FROM annotation_index_state)')).pluck();
  return { waiting: waiting.all() as string[] };
}
