import type { z } from 'zod';
import type { HistoryState } from '../applied.ts';
import type { Coder } from '../../model/coder.ts';
import type { projectInputs } from '../inputs/project.ts';

type Input<M extends keyof typeof projectInputs> = z.infer<(typeof projectInputs)[M]>;

/** The open project, with what it holds. */
export interface ProjectInfo {
  readonly id: string;
  /** The file's name without `.parley`. */
  readonly name: string;
  /** Where the file lies, for reading only. */
  readonly location: string;
  readonly articles: number;
  readonly annotations: number;
  readonly claims: number;
  readonly coders: readonly Coder[];
  readonly history: HistoryState;
}

/** What a check of a project has found. */
export interface CheckReport {
  readonly ok: boolean;
  readonly articles: number;
  readonly annotations: number;
  readonly links: number;
  readonly problems: readonly {
    readonly what: 'integrity' | 'text' | 'anchor' | 'coding' | 'orphan' | 'index' | 'history';
    /** In plain words, naming the article and the words. */
    readonly message: string;
  }[];
}

/** The project file: made, opened, closed and checked. One is open at a time. */
export interface ProjectApi {
  /** A new empty project in the file, which then is the open one. Errors: `already-exists`, `read-only`, `disk-full`. */
  'project.create'(input: Input<'project.create'>): ProjectInfo;

  /**
   * Opens a project file; the one that was open is closed. On an error the one that was open stays open. Errors:
   * `file-gone`, `not-a-project`, `project-damaged`, `project-from-future`, `project-locked`, `read-only`. One of an earlier
   * schema is copied and upgraded first; a large one in steps told as the job `UPGRADE_JOB`, which can be stopped: `cancelled`.
   */
  'project.open'(input: Input<'project.open'>): ProjectInfo;

  /** Opens this user's copy of the sample project; makes one first where there is none, or when `fresh`. */
  'project.openSample'(input: Input<'project.openSample'>): ProjectInfo;

  /** The open project with its counts as they are now. */
  'project.info'(input: Input<'project.info'>): ProjectInfo;

  /** Closes the open project, if any. */
  'project.close'(input: Input<'project.close'>): Record<string, never>;

  /**
   * Checks the file, every text, every anchor and every reference. Changes nothing. Job where one is named. Errors: `cancelled`.
   */
  'project.check'(input: Input<'project.check'>): CheckReport;

  /**
   * Makes everything anew that only helps to find (the report's problems of kind `index`), and checks again. What is coded isn't
   * touched. The check is a job where one is named. Errors: `project-damaged`, `disk-full`, `cancelled`.
   */
  'project.repairIndex'(input: Input<'project.repairIndex'>): CheckReport;
}
