import type { HistoryState } from '../../shared/api/contract.ts';
import type { Change, ChangeSet, RecordName } from '../../shared/change/change.ts';
import { UNCODED } from '../../shared/model/annotation.ts';
import { perDatabase } from './prepared.ts';

/** An act of the history: what was done, or which act was taken back or done again. */
export interface Act extends Omit<ChangeSet, 'changes'> {
  readonly seq: number;
  readonly kind: 'do' | 'undo' | 'redo';
  /** The act that an undo or redo speaks of. */
  readonly target: number | null;
}

type ChangeRow = [RecordName, string, string | null, string | null];

const PAGE = 2000;
const COLUMNS = 'seq, id, author_id AS authorId, at, label, kind, target';

/** Every act, and where each stands between done and taken back. */
export interface HistoryTable {
  /**
   * Adds an act that was done now; what its author could redo is dropped. `forGood`: it can't be taken back, and
   * stands beside what can be undone and redone.
   */
  add(set: ChangeSet, forGood: boolean): void;
  /** Adds the taking back, or doing again, of an act. The act's own changes tell what happened. */
  turn(kind: 'undo' | 'redo', target: Act, mark: { id: string; authorId: string; at: string }): void;
  /** Leaves a done act as it is, for good: it stands in the history and is passed over by undo. */
  leave(seq: number): void;
  /** The author's own act that an undo would take back now, or null: nobody takes back what another did. */
  nextUndo(authorId: string): Act | null;
  /** The author's own act that a redo would do again now, or null. */
  nextRedo(authorId: string): Act | null;
  state(authorId: string): HistoryState;
  /** Who else did the last act, still done, that changed something of this one since; null when none is found. */
  changedSince(act: Act): { readonly coder: string; readonly label: string } | null;
  /** Whether an act changed nothing but one record. */
  isSingle(seq: number): boolean;
  /** The changes of a done act, in order, in pages: no more than a page is held. The first is a page of its own. */
  pages(seq: number): Generator<Change[]>;
  /** The same from the last to the first. */
  pagesBack(seq: number): Generator<Change[]>;
  /** Labels of acts that can't be read: a change isn't JSON, or an act has none. */
  unreadable(): string[];
}

/** The history: acts are only ever added. */
export const historyTable = perDatabase((db): HistoryTable => {
  // An act's first change stands in its own row.
  const addSet = db.prepare(`INSERT INTO change_set (id, author_id, at, label, kind, target, state, record, record_id,
    before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addChange = db.prepare(
    'INSERT INTO change ("set", n, record, record_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const drop = db.prepare("UPDATE change_set SET state = 'dropped' WHERE state = 'undone' AND author_id = ?");
  const mark = db.prepare('UPDATE change_set SET state = ? WHERE seq = ?');
  const next = (state: string, order: string) =>
    db.prepare(
      `SELECT ${COLUMNS} FROM change_set WHERE kind = 'do' AND state = '${state}' AND author_id = ?
        ORDER BY seq ${order} LIMIT 1`,
    );
  const nextUndo = next('done', 'DESC');
  const nextRedo = next('undone', 'ASC');
  const first = db
    .prepare('SELECT record, record_id, before, after FROM change_set WHERE seq = ? AND record IS NOT NULL')
    .raw();
  const page = db
    .prepare(`SELECT record, record_id, before, after FROM change WHERE "set" = ? AND n >= ? ORDER BY n LIMIT ${PAGE}`)
    .raw();
  const pageBack = db
    .prepare(`SELECT record, record_id, before, after FROM change WHERE "set" = ? AND n <= ? ORDER BY n DESC
      LIMIT ${PAGE}`)
    .raw();
  const last = db.prepare('SELECT coalesce((SELECT max(n) FROM change WHERE "set" = ?), 0)').pluck();
  const changedSince = db.prepare(`WITH own AS MATERIALIZED (SELECT record_id FROM act_change WHERE "set" = @seq)
    SELECT coder.name AS coder, s.label FROM change_set s JOIN coder ON coder.id = s.author_id
    WHERE s.kind = 'do' AND s.state = 'done' AND s.seq > @seq AND s.author_id <> @authorId AND (
      s.record_id IN own OR EXISTS (SELECT 1 FROM change c WHERE c."set" = s.seq AND c.record_id IN own))
    ORDER BY s.seq DESC LIMIT 1`);
  const unreadable = db
    .prepare(`SELECT label FROM change_set s WHERE kind = 'do' AND (
    record IS NULL OR NOT json_valid(coalesce(before, 'null')) OR NOT json_valid(coalesce(after, 'null')) OR
    EXISTS (SELECT 1 FROM change c WHERE c."set" = s.seq AND
      (NOT json_valid(coalesce(c.before, 'null')) OR NOT json_valid(coalesce(c.after, 'null')))))`)
    .pluck();

  return {
    add({ id, authorId, at, label, changes }, forGood) {
      if (!forGood) drop.run(authorId);
      const own = changes[0];
      if (!own) throw new Error(`the act “${label}” changes nothing`);
      const state = forGood ? 'dropped' : 'done';
      const set = addSet.run(id, authorId, at, label, 'do', null, state, ...toRow(own)).lastInsertRowid;
      for (let n = 1; n < changes.length; n++) addChange.run(set, n, ...toRow(changes[n] as Change));
    },
    turn(kind, target, { id, authorId, at }) {
      addSet.run(id, authorId, at, target.label, kind, target.seq, null, ...NO_CHANGE);
      mark.run(kind === 'undo' ? 'undone' : 'done', target.seq);
    },
    leave: (seq) => void mark.run('dropped', seq),
    nextUndo: (authorId) => (nextUndo.get(authorId) as Act | undefined) ?? null,
    nextRedo: (authorId) => (nextRedo.get(authorId) as Act | undefined) ?? null,
    state(authorId) {
      return { undo: this.nextUndo(authorId)?.label ?? null, redo: this.nextRedo(authorId)?.label ?? null };
    },
    changedSince: ({ seq, authorId }) =>
      (changedSince.get({ seq, authorId }) as { coder: string; label: string } | undefined) ?? null,
    isSingle: (seq) => last.get(seq) === 0,
    *pages(seq) {
      yield (first.all(seq) as ChangeRow[]).map(toChange);
      for (let n = 1; ; n += PAGE) {
        const rows = page.all(seq, n) as ChangeRow[];
        if (rows.length > 0) yield rows.map(toChange);
        if (rows.length < PAGE) return;
      }
    },
    *pagesBack(seq) {
      for (let n = last.get(seq) as number; n > 0; n -= PAGE) {
        yield (pageBack.all(seq, n) as ChangeRow[]).map(toChange);
      }
      yield (first.all(seq) as ChangeRow[]).map(toChange);
    },
    unreadable: () => unreadable.all() as string[],
  };
});

const NO_CHANGE: readonly null[] = [null, null, null, null];

function toRow({ record, id, before, after }: Change): ChangeRow {
  return [record, id, toJson(record, before), toJson(record, after)];
}

function toChange([record, id, before, after]: ChangeRow): Change {
  return { record, id, before: fromJson(record, before), after: fromJson(record, after) } as Change;
}

/** What isn't written of a record: what most annotations have alike, and what an earlier schema version lacked. */
const PLAIN: Partial<Readonly<Record<RecordName, Readonly<Record<string, unknown>>>>> = {
  annotation: { memo: '', attributes: {}, ...UNCODED },
  link: { targetIs: 'annotation' },
};

function toJson(record: RecordName, value: object | null): string | null {
  const plain = PLAIN[record];
  if (value === null || plain === undefined) return value && JSON.stringify(value);
  const told: Record<string, unknown> = {};
  for (const [field, held] of Object.entries(value)) if (!isPlain(held, plain[field])) told[field] = held;
  return JSON.stringify(told);
}

/** Whether a field holds just that: the same value, or as it an empty list or table. */
function isPlain(held: unknown, plain: unknown): boolean {
  if (held === plain) return true;
  return typeof held === 'object' && held !== null && typeof plain === 'object' && Object.keys(held).length === 0;
}

function fromJson(record: RecordName, json: string | null): unknown {
  return json === null ? null : { ...PLAIN[record], ...JSON.parse(json) };
}
