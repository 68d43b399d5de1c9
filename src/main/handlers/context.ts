import type { Database } from 'better-sqlite3';
import type {
  Applied,
  CoderState,
  Events,
  FileHandle,
  ProjectInfo,
  RecentProject,
  Settings,
} from '../../shared/api/contract.ts';
import type { ErrorInfo } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/change/change.ts';

/*
 * What handlers are given. The composition roots make one context a process; tests make one with a fixed clock and ids.
 */

/** The open project file. One process at a time holds it. */
export interface Project {
  /** Absolute path. */
  readonly path: string;
  /** The one connection that writes. */
  readonly db: Database;
  /**
   * Applies changes in one durable transaction, writes them to the history and clears what its author could redo. Each change's
   * `before` has to match what is stored, else `conflict` and nothing is changed. No changes: nothing is written.
   * @param label in the analyst's words, as after "Undo".
   * @param options.texts article texts by their hash, kept in the same transaction; those that are known already are left alone.
   * @param options.notice comes back in the answer.
   * @param options.beginning what a file or a coder begins with: it stands in the history but can't be undone, and what
   *   could be redone still can.
   */
  commit(
    label: string,
    changes: readonly Change[],
    options?: {
      readonly notice?: string;
      readonly texts?: ReadonlyMap<string, string>;
      readonly beginning?: boolean;
    },
  ): Applied;
  /** Takes back the last act of the coder who acts now. Errors: `conflict` when another coder changed since what it changed. */
  undo(): Applied;
  /**
   * Leaves the act that undo would take back as it is, for good, so that undo goes on to the one before. Gives its label, or
   * '' when there is none.
   */
  leave(): Applied;
  /** Does again what the coder who acts now took back last. Errors: as for `undo`. */
  redo(): Applied;
  /** Whether the file that was opened still lies at `path`. */
  isThere(): boolean;
  /** Whether the file at this path is the one that was opened, under whatever name. */
  isAt(path: string): boolean;
  /** The history in it is that of the coder who acts now. */
  info(): ProjectInfo;
  close(): void;
}

/** Which project is open in this process. */
export interface Session {
  readonly project: Project | null;
  /** Throws `no-project` when none is open. */
  need(): Project;
  create(path: string): Project;
  open(path: string): Project;
  close(): void;
}

/** The files and folders that the window may speak of. */
export interface Handles {
  /** A handle for a path, the same one for the same path. */
  forPath(path: string): FileHandle;
  /** A handle for bytes kept in memory. */
  forBytes(name: string, bytes: Uint8Array): FileHandle;
  /** What a handle stands for. Throws `not-found` for one that this launch didn't give out. */
  resolve(handle: FileHandle): HeldFile;
  /** The path behind a handle; throws `bad-input` for one that stands for bytes. */
  path(handle: FileHandle): string;
}

export type HeldFile =
  | { readonly kind: 'path'; readonly path: string; readonly name: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

/** Kept for this user on this machine, outside any project, in `<dataFolder>/settings.json`. */
export interface UserStore {
  coder(): CoderState;
  setCoder(coder: CoderState): void;
  settings(): Settings;
  saveSettings(change: Partial<Settings>): Settings;
  recents(): readonly Omit<RecentProject, 'file' | 'missing'>[];
  /** Puts a project file first among the recent ones. */
  remember(path: string): void;
}

/** Long work: progress and cancelling. */
export interface Jobs {
  /**
   * Runs work that yields now and then, so that the window stays alive. The signal is aborted by `jobs.cancel`; work then
   * throws `cancelled` with nothing changed.
   */
  run<T>(job: string, work: (report: JobReport) => Promise<T>): Promise<T>;
  cancel(job: string): void;
}

/** How long work tells where it is, and learns that it shall stop. */
export interface JobReport {
  readonly signal: AbortSignal;
  /** Tells the window how far it is, lets other calls in, and throws `cancelled` when asked to stop. Cheap to call often. */
  progress(done: number, total: number, what: string): Promise<void>;
}

/** What every handler is given: the open project, the user, and the few things that come from outside. */
export interface Context {
  readonly version: string;
  /** Absolute path of this user's own folder: settings and the sample project. */
  readonly dataFolder: string;
  /** Absolute path of the `resources` folder: the sample project's articles. */
  readonly resources: string;
  readonly session: Session;
  readonly handles: Handles;
  readonly user: UserStore;
  readonly jobs: Jobs;
  /** Why the project named at start could not be opened. */
  startProblem: ErrorInfo | null;
  /** The project that a window is to open first: one whose upgrade takes long enough to be watched. */
  startWith: FileHandle | null;
  emit<E extends keyof Events>(event: E, payload: Events[E]): void;
  /** ISO 8601, UTC. */
  now(): string;
  /** A new id, sortable by time of making. */
  newId(): string;
}
