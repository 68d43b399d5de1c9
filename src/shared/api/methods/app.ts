import type { z } from 'zod';
import type { ErrorInfo } from '../errors.ts';
import type { ChangedKeys } from '../../model/keys.ts';
import type { FileHandle } from './files.ts';
import type { ProjectInfo } from './project.ts';
import type { appInputs } from '../inputs/app.ts';

type Input<M extends keyof typeof appInputs> = z.infer<(typeof appInputs)[M]>;

/** What a user has chosen, on this machine. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether a tagged selection is widened to whole words. */
  readonly snapToWords: boolean;
  /** Whether quotations, speakers and venues are proposed. */
  readonly proposals: boolean;
  /** Combinations of commands that the analyst changed, by command id; those that aren't here have their own. */
  readonly keys: ChangedKeys;
}

/** Who is coding. */
export interface CoderState {
  readonly id: string;
  /** '' until the coder has been asked. */
  readonly name: string;
}

/** A project that was open before. */
export interface RecentProject {
  readonly file: FileHandle;
  readonly name: string;
  readonly location: string;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
  /** True when the file isn't there any more. */
  readonly missing: boolean;
}

/** Everything that the window needs at start. */
export interface AppState {
  readonly version: string;
  readonly coder: CoderState;
  readonly settings: Settings;
  readonly project: ProjectInfo | null;
  readonly recents: readonly RecentProject[];
  /** Why the project named at start could not be opened, or null. */
  readonly startProblem: ErrorInfo | null;
  /**
   * The project that Parley was to start with, when it is of an earlier schema and large: a window opens it, and shows how far its
   * upgrade is. Else null.
   */
  readonly startWith: FileHandle | null;
}

/** The program itself: its settings, who is coding, and work that runs. */
export interface AppApi {
  /** Everything the window needs at start. */
  'app.state'(input: Input<'app.state'>): AppState;

  /**
   * Keeps settings for this user on this machine; what isn't named stays. `keys` are given as a whole. Errors: `bad-input` for
   * what isn't a combination, or is one that a browser keeps for itself; `read-only`.
   */
  'app.saveSettings'(input: Input<'app.saveSettings'>): Settings;

  /**
   * Says who is coding, kept for this machine and project. `rename` corrects the name of the current coder in all that
   * they coded here; `switch` makes the coder of that name current, a new one if the project knows none.
   */
  'coder.set'(input: Input<'coder.set'>): CoderState;

  /** Asks a running job to stop; its call then fails with `cancelled`, having changed nothing. */
  'jobs.cancel'(input: Input<'jobs.cancel'>): Record<string, never>;
}
