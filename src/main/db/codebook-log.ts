import type { Database } from 'better-sqlite3';
import type { Change } from '../../shared/change/change.ts';
import { perDatabase } from './prepared.ts';

/** An act of the history that changed codes or variables, or took such an act back or did it again. */
export interface LoggedAct {
  readonly seq: number;
  readonly authorId: string;
  readonly at: string;
  readonly label: string;
  readonly kind: 'do' | 'undo' | 'redo';
  /** 1 for one that is taken back now. */
  readonly isUndone: 0 | 1;
}

interface CodebookLog {
  /** Acts before that one, the newest first. */
  acts(before: number, limit: number): LoggedAct[];
  /** What an act did to codes and variables, in order. */
  changes(seq: number): Change[];
  /** How many annotations an act changed. */
  annotations(seq: number): number;
}

/** The history of the codebook alone. */
export const codebookLog: (db: Database) => CodebookLog = perDatabase((db) => {
  // Of each act that was turned the last turn counts: the bare column comes from the row of the maximum.
  const acts = db.prepare(`WITH
    own AS MATERIALIZED (SELECT seq FROM change_set WHERE record IN ('code', 'variable')
      UNION SELECT "set" FROM change WHERE record IN ('code', 'variable')),
    turned AS MATERIALIZED (SELECT target AS act, kind AS last, max(seq) FROM change_set WHERE target IN own GROUP BY target)
    SELECT seq, author_id AS authorId, at, label, kind,
      coalesce((SELECT last FROM turned WHERE act = seq), '') = 'undo' AS isUndone
    FROM change_set WHERE seq < @before AND (seq IN own OR target IN own) ORDER BY seq DESC LIMIT @limit`);
  const changes = db.prepare(`SELECT record, record_id AS id, before, after FROM act_change
    WHERE "set" = ? AND record IN ('code', 'variable') ORDER BY n`);
  const annotations = db.prepare(`SELECT count(*) FROM act_change WHERE "set" = ? AND record = 'annotation'`).pluck();
  return {
    acts: (before, limit) => acts.all({ before, limit }) as LoggedAct[],
    changes: (seq) =>
      (changes.all(seq) as { record: string; id: string; before: string | null; after: string | null }[]).map(
        ({ record, id, before, after }) =>
          ({ record, id, before: JSON.parse(before ?? 'null'), after: JSON.parse(after ?? 'null') }) as Change,
      ),
    annotations: (seq) => annotations.get(seq) as number,
  };
});
