import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Applied, HistoryState, ProjectInfo } from '../../shared/api/contract.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import { type Change, reversed } from '../../shared/change/change.ts';
import { wellFormed } from '../../shared/change/well-formed.ts';
import type { Project } from '../handlers/context.ts';
import { annotationTable } from './annotations.ts';
import { Answer } from './answer.ts';
import { applyChange, conflict } from './apply.ts';
import { articleTable } from './articles.ts';
import { coderTable } from './coders.ts';
import { explain } from './failure.ts';
import { markLog } from './foreign-log.ts';
import { HangTogether } from './hang-together.ts';
import { type Act, historyTable } from './history.ts';
import { fileNumber } from './lock.ts';
import { readMeta } from './meta.ts';
import type { OpenFile } from './open.ts';
import { textTable } from './texts.ts';

/** Who acts, and when: given by the process. */
export interface Acting {
  /** Id of the coder who acts now. */
  authorId(): string;
  /** ISO 8601, UTC. */
  now(): string;
  newId(): string;
}

/** `/home/ana/Ceasefire 2031.parley` → `Ceasefire 2031`. */
export function projectName(path: string): string {
  return basename(path).replace(/\.parley$/i, '');
}

/** The open project over its file. */
export function createProject(file: OpenFile, acting: Acting): Project {
  const { db, path } = file;
  const history = historyTable(db);
  const number = fileNumber(path);

  const isAt = (place: string): boolean => fileNumber(place) === number;
  const isThere = (): boolean => isAt(path);

  /** How many acts were kept since the file was opened. */
  let acts = 0;

  const transaction = db.transaction((work: () => void) => {
    work();
    markLog(db, acts);
  });

  /** One durable transaction: all of the work or nothing of it. */
  function write(work: () => void): void {
    if (!isThere()) {
      throw new ParleyError(
        'file-gone',
        `“${basename(path)}” isn’t where it was, so the last change was not kept.`,
        'Put the file back where it was, or open it again from where it is now.',
      );
    }
    try {
      transaction.immediate(work);
      acts++;
    } catch (error) {
      // Two acts on one record, or a reference to what isn't there: the same as a record that isn't as expected.
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) {
        throw conflict(error);
      }
      throw explain(error, path);
    }
  }

  /** What the coder who acts now could undo and redo. */
  const state = (): HistoryState => history.state(acting.authorId());

  /** Whether an article stands as the change expects it. */
  const isAsLeft = ({ id, before }: Change): boolean => isDeepStrictEqual(articleTable(db).get(id), before);

  function turn(kind: 'undo' | 'redo', act: Act | null): Applied {
    const answer = new Answer();
    const shared = new HangTogether();
    if (act === null) return answer.give('', state(), '');
    try {
      const isSingle = history.isSingle(act.seq);
      write(() => {
        const pages = kind === 'undo' ? history.pagesBack(act.seq) : history.pages(act.seq);
        for (const page of pages) {
          for (const change of page) {
            const turned = kind === 'undo' ? reversed(change) : change;
            if (!isSingle && isBegun(change) && !isAsLeft(turned)) continue;
            applyChange(db, turned);
            answer.add(turned);
            shared.add(turned);
          }
        }
        if (!shared.holds(db)) throw conflict();
        history.turn(kind, act, { id: acting.newId(), authorId: acting.authorId(), at: acting.now() });
      });
    } catch (error) {
      // An author's own acts are turned in order, so only another's act can stand between.
      throw error instanceof ParleyError && error.code === 'conflict'
        ? changedSince(kind, act, history.changedSince(act), error)
        : error;
    }
    return answer.give(act.label, state(), '');
  }

  return {
    path,
    db,
    commit(label, given, options = {}) {
      const changes = given.map(wellFormed);
      const answer = new Answer();
      const notice = options.notice ?? '';
      const beginning = options.beginning ?? false;
      if (changes.length === 0) return answer.give('', state(), notice);
      write(() => {
        for (const [hash, text] of options.texts ?? []) textTable(db).add(hash, text);
        for (const change of changes) {
          applyChange(db, change);
          answer.add(change);
        }
        const mark = { id: acting.newId(), authorId: acting.authorId(), at: acting.now() };
        history.add({ ...mark, label, changes }, beginning);
      });
      // What was just done is what undo takes back, and nothing can be redone any more: that needs no look.
      return answer.give(label, beginning ? state() : { undo: label, redo: null }, notice);
    },
    undo: () => turn('undo', history.nextUndo(acting.authorId())),
    leave() {
      const act = history.nextUndo(acting.authorId());
      if (act) write(() => history.leave(act.seq));
      return new Answer().give(act?.label ?? '', state(), '');
    },
    redo: () => turn('redo', history.nextRedo(acting.authorId())),
    isThere,
    isAt,
    info(): ProjectInfo {
      const annotations = annotationTable(db);
      return {
        id: readMeta(db, 'project_id'),
        name: projectName(path),
        location: path,
        articles: articleTable(db).count(),
        annotations: annotations.count(),
        claims: annotations.countClaims(),
        coders: coderTable(db).all(),
        history: state(),
      };
    },
    close: () => file.close(),
  };
}

/** That an article was begun, which comes along with the first tag in it. Where it has gone on since, it stays as it is. */
function isBegun({ record, before, after }: Change): boolean {
  if (record !== 'article' || !before || !after || before.status !== 'new' || after.status !== 'in-progress')
    return false;
  return isDeepStrictEqual({ ...before, status: after.status }, after);
}

function changedSince(
  kind: 'undo' | 'redo',
  { label }: Act,
  by: { readonly coder: string; readonly label: string } | null,
  cause: ParleyError,
): ParleyError {
  const who = by ? `since by ${by.coder} (“${by.label}”)` : 'by someone else since';
  return new ParleyError(
    'conflict',
    `“${label[0]?.toUpperCase()}${label.slice(1)}” can’t be ${kind === 'undo' ? 'undone' : 'done again'}: what it changed has been changed ${who}.`,
    kind === 'undo'
      ? 'Nothing was changed. Correct it by hand, or choose “Leave the last act as it is” among all commands to undo what was before it.'
      : 'Nothing was changed. Look at it as it is now, and correct it by hand.',
    { cause },
  );
}
