import { randomBytes } from 'node:crypto';
import { createDispatch, type Dispatch } from '../shared/api/dispatch.ts';
import { type Answer, answers } from '../shared/api/wire.ts';
import { createIds } from '../shared/model/ids.ts';
import { createSession } from './db/session.ts';
import { createHandles } from './files/handles.ts';
import { createJobs } from './files/jobs.ts';
import type { Context } from './handlers/context.ts';
import { getReady } from './handlers/get-ready.ts';
import { crossing, handlers } from './handlers/index.ts';
import { createUserStore } from './user/store.ts';

/** What a core is made with. */
export interface CoreOptions {
  /** Absolute path of this user's own folder; made when it isn't there. */
  readonly dataFolder: string;
  /** Absolute path of the `resources` folder. */
  readonly resources: string;
  readonly version: string;
  readonly emit: Context['emit'];
  /** Whether a window is served: what it will ask for is made ready behind its back. */
  readonly window?: boolean;
  /** ISO 8601, UTC; the system's clock unless told. */
  readonly now?: () => string;
  readonly newId?: () => string;
}

/** One core a process: hosts, the command line and tests all come through the same door. */
export interface Core {
  readonly context: Context;
  readonly dispatch: Dispatch;
  /** The same for a host: what crosses to its window. */
  readonly answer: Answer;
  /** Closes what is open; the core isn't used after it. */
  close(): void;
}

/** Puts the core together. Nothing is opened yet. */
export function createCore(options: CoreOptions): Core {
  const now = options.now ?? (() => new Date().toISOString());
  const newId = options.newId ?? createIds(randomBytes);
  const user = createUserStore(options.dataFolder, { now, newId });
  const context: Context = {
    version: options.version,
    dataFolder: options.dataFolder,
    resources: options.resources,
    session: createSession(
      { now, newId, authorId: () => user.coder().id },
      options.window ? (project) => void getReady(project) : undefined,
    ),
    handles: createHandles(newId),
    user,
    jobs: createJobs(options.emit),
    startProblem: null,
    startWith: null,
    emit: options.emit,
    now,
    newId,
  };
  return {
    context,
    dispatch: createDispatch(handlers, context),
    answer: answers(createDispatch(crossing, context)),
    close: () => context.session.close(),
  };
}
