import type { z } from 'zod';
import type { Annotation } from '../model/annotation.ts';
import type { Article, ArticleFields, ArticleStatus } from '../model/article.ts';
import type { Coder } from '../model/coder.ts';
import type { DatasetColumn } from '../model/dataset.ts';
import type { ExchangeReport, FormatInfo } from '../model/exchange.ts';
import type { ChangedKeys } from '../model/keys.ts';
import type { Kind } from '../model/kind.ts';
import type { Link } from '../model/link.ts';
import type { Role } from '../model/role.ts';
import type { Applied, HistoryState } from './applied.ts';
import type { ErrorInfo } from './errors.ts';
import { inputSchemas } from './inputs.ts';
import type { CodebookApi } from './methods/codebook.ts';
import type { CodingApi } from './methods/coding.ts';
import type { MentionApi } from './methods/mentions.ts';
import type { SearchApi } from './methods/search.ts';
import type { WorkApi } from './methods/work.ts';
import type { PrecedentsApi } from './methods/precedents.ts';
import type { LintApi } from './methods/lint.ts';
import type { ProposalsApi } from './methods/proposals.ts';
import type { EntitiesApi } from './methods/entities.ts';

/*
 * The contract between the renderer and the core. One JSON-safe object in, one out. Offsets are UTF-16 code units.
 * Every method may fail with `bad-input` (an input that its schema refuses) and `internal`; those that need an open
 * project fail with `no-project` without one. Other errors are named at the method.
 */

export type { Applied, HistoryState } from './applied.ts';

/** An opaque name for a file or folder, given out by the host for this launch. Never a path. */
export type FileHandle = string;

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether a tagged selection is widened to whole words. */
  readonly snapToWords: boolean;
  /** Whether quotations, speakers and venues are proposed. */
  readonly proposals: boolean;
  /** Combinations of commands that the analyst changed, by command id; those that aren't here have their own. */
  readonly keys: ChangedKeys;
}

export interface CoderState {
  readonly id: string;
  /** '' until the coder has been asked. */
  readonly name: string;
}

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

export interface RecentProject {
  readonly file: FileHandle;
  readonly name: string;
  readonly location: string;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
  /** True when the file isn't there any more. */
  readonly missing: boolean;
}

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

export interface ArticleRow extends Article {
  /** How many of the current coder's annotations the article has, by kind. */
  readonly counts: Readonly<Record<Kind, number>>;
}

export type ArticleSort = 'date' | 'outlet' | 'title' | 'added';

export interface ArticlePage {
  readonly total: number;
  /** Number of articles by status, before the status filter. */
  readonly byStatus: Readonly<Record<ArticleStatus, number>>;
  readonly rows: readonly ArticleRow[];
}

/** One article with everything in it. */
export interface OpenArticle {
  readonly article: Article;
  /** Exactly as imported; its offsets are what annotations refer to. */
  readonly text: string;
  /** All coders' annotations, in reading order. */
  readonly annotations: readonly Annotation[];
  readonly links: readonly Link[];
}

/** A file that could become an article, read but not yet kept. */
export interface Candidate extends ArticleFields {
  readonly file: FileHandle;
  readonly fileName: string;
  readonly bytes: number;
  readonly words: number;
  /** `UTF-8`, `UTF-16LE`, `windows-1252` …: how the bytes were read. */
  readonly encoding: string;
  /** The first 300 characters or so of the text. */
  readonly excerpt: string;
  /** Title of the article in the project, or name of the earlier file in this list, with the very same text; or null. */
  readonly duplicateOf: string | null;
  /** Why the file can’t be imported; the other fields but `bytes` are then empty. */
  readonly problem: ErrorInfo | null;
}

export interface ImportedArticles {
  readonly added: number;
  /** File names left out because their text is in the project already. */
  readonly duplicates: readonly string[];
  readonly problems: readonly { readonly fileName: string; readonly error: ErrorInfo }[];
  readonly applied: Applied;
  /** The first article added, to open it; or null. */
  readonly firstId: string | null;
}

/** A place where the analyst's files usually lie. */
export interface Place {
  readonly folder: FileHandle;
  /** `Home`, `Documents`, `This project’s folder`. */
  readonly name: string;
}

export interface FolderEntry {
  readonly file: FileHandle;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly modifiedAt: string;
}

export interface FolderListing {
  readonly folder: FileHandle;
  /** For reading only. */
  readonly location: string;
  readonly parent: FileHandle | null;
  /** Folders first, each part by name. */
  readonly entries: readonly FolderEntry[];
}

export interface ExportResult extends ExchangeReport {
  /** Where it was written, for reading only. */
  readonly location: string;
  /** When the earlier export of this project was written whose place it took: ISO 8601, UTC; null for none. */
  readonly replaced: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly rows: number | null }[];
}

/** What a read brought: its counts are of what was added. */
export interface ImportResult extends ExchangeReport {
  readonly applied: Applied;
  /** Titles of the articles whose text was in the project already: what was coded was added to them. */
  readonly existing: readonly string[];
  /** Annotations that were there already, by the same coder, with the same span and kind: not doubled. */
  readonly repeated: number;
  /** How many codes, variables and entities were added; those that were there already are found by id or name. */
  readonly book: { readonly codes: number; readonly variables: number; readonly entities: number };
}

/** Rows exactly as an export writes them. */
export interface DatasetRows {
  readonly columns: readonly DatasetColumn[];
  readonly total: number;
  readonly rows: readonly {
    /** The words that the row leads back to; null for codes, variables and entities. */
    readonly articleId: string | null;
    readonly annotationId: string | null;
    readonly cells: readonly (string | number | boolean | null)[];
  }[];
}

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

/** What the host tells the renderer unasked. */
export interface Events {
  /** Progress of the job that the caller named; `total` 0 while not known. */
  job: { readonly job: string; readonly done: number; readonly total: number; readonly what: string };
}

export interface Api
  extends CodebookApi,
    CodingApi,
    SearchApi,
    ProposalsApi,
    MentionApi,
    WorkApi,
    LintApi,
    EntitiesApi,
    PrecedentsApi {
  /** Everything the window needs at start. */
  'app.state'(input: Record<string, never>): AppState;

  /**
   * Keeps settings for this user on this machine; what isn't named stays. `keys` are given as a whole. Errors: `bad-input` for
   * what isn't a combination, or is one that a browser keeps for itself; `read-only`.
   */
  'app.saveSettings'(input: z.infer<(typeof inputs)['app.saveSettings']>): Settings;

  /**
   * Says who is coding, kept for this machine and project. `rename` corrects the name of the current coder in all that
   * they coded here; `switch` makes the coder of that name current, a new one if the project knows none.
   */
  'coder.set'(input: z.infer<(typeof inputs)['coder.set']>): CoderState;

  /** A new empty project in the file, which then is the open one. Errors: `already-exists`, `read-only`, `disk-full`. */
  'project.create'(input: z.infer<(typeof inputs)['project.create']>): ProjectInfo;

  /**
   * Opens a project file; the one that was open is closed. On an error the one that was open stays open. Errors:
   * `file-gone`, `not-a-project`, `project-damaged`, `project-from-future`, `project-locked`, `read-only`. One of an earlier
   * schema is copied and upgraded first; a large one in steps told as the job `UPGRADE_JOB`, which can be stopped: `cancelled`.
   */
  'project.open'(input: z.infer<(typeof inputs)['project.open']>): ProjectInfo;

  /** Opens this user's copy of the sample project; makes one first where there is none, or when `fresh`. */
  'project.openSample'(input: z.infer<(typeof inputs)['project.openSample']>): ProjectInfo;

  /** The open project with its counts as they are now. */
  'project.info'(input: Record<string, never>): ProjectInfo;

  /** Closes the open project, if any. */
  'project.close'(input: Record<string, never>): Record<string, never>;

  /** Checks the file, every text, every anchor and every reference. Changes nothing. */
  'project.check'(input: Record<string, never>): CheckReport;

  /**
   * Makes everything anew that only helps to find (the report's problems of kind `index`), and checks again. What is coded isn't
   * touched. Errors: `project-damaged`, `disk-full`.
   */
  'project.repairIndex'(input: Record<string, never>): CheckReport;

  /** Where to begin choosing a file, for hosts without file dialogs of their own. */
  'files.places'(input: Record<string, never>): { readonly places: readonly Place[] };

  /** What lies in a folder. Errors: `file-gone`, `file-unreadable`. */
  'files.list'(input: z.infer<(typeof inputs)['files.list']>): FolderListing;

  /** A handle for a file or folder of that name in a folder, there or not yet. Errors: `bad-input` for a name with a slash. */
  'files.child'(input: z.infer<(typeof inputs)['files.child']>): {
    readonly file: FileHandle;
    readonly exists: boolean;
  };

  /** Keeps a file's bytes in memory for this launch (a file dropped on the window). Errors: `file-too-large`. */
  'files.hold'(input: z.infer<(typeof inputs)['files.hold']>): { readonly file: FileHandle };

  /** A page of the corpus. `query` filters by title, outlet and author, ignoring case; `filter` by the rest. */
  'articles.list'(input: z.infer<(typeof inputs)['articles.list']>): ArticlePage;

  /** One article with its text, annotations and links. Errors: `not-found`. */
  'articles.open'(input: z.infer<(typeof inputs)['articles.open']>): OpenArticle;

  /** Edits an article's fields or status. Errors: `not-found`. */
  'articles.update'(input: z.infer<(typeof inputs)['articles.update']>): Applied;

  /** Removes articles with all that is coded in them; undo brings all back. Errors: `not-found`, `other-coder` never. */
  'articles.remove'(input: z.infer<(typeof inputs)['articles.remove']>): Applied;

  /** Reads files and folders (searched through for `.txt` and `.md`) and guesses their fields. Keeps nothing. Job. */
  'articles.inspect'(input: z.infer<(typeof inputs)['articles.inspect']>): {
    readonly candidates: readonly Candidate[];
  };

  /** Imports files as articles, all in one undo. Files with a problem are reported, the others kept. Job. */
  'articles.import'(input: z.infer<(typeof inputs)['articles.import']>): ImportedArticles;

  /**
   * Tags a span as the current coder's, with the first values of its kind's variables. The same span and kind twice changes
   * nothing. `id` is the caller's own (see `createIds`), so that what it drew before the answer is what was kept. Errors:
   * `not-found`, `bad-span`, `no-coder`, `conflict` for an id that is taken.
   */
  'annotations.add'(input: z.infer<(typeof inputs)['annotations.add']>): {
    readonly id: string;
    readonly applied: Applied;
  };

  /**
   * Changes an annotation's span, kind, memo or what it is coded with; what isn't named stays. `codes` is the whole list, in
   * order; a null among `values` takes that one out; an empty `cue` and '' clear. A new kind removes the links that it can't
   * have and what it was coded with, and brings the first values of its own variables. Errors: `not-found` (also for an
   * entity, code or variable), `bad-span` (also for the cue), `other-coder` (nobody changes another coder's layer),
   * `bad-input` for a code, value, entity or day that doesn't fit.
   */
  'annotations.update'(input: z.infer<(typeof inputs)['annotations.update']>): Applied;

  /** Removes annotations and their links. Errors: `not-found`, `other-coder`. */
  'annotations.remove'(input: z.infer<(typeof inputs)['annotations.remove']>): Applied;

  /** Joins the second into the first: its fragments, memo and links. Errors: `not-found`, `other-coder`, `bad-input` for two kinds or articles. */
  'annotations.merge'(input: z.infer<(typeof inputs)['annotations.merge']>): Applied;

  /** Makes each fragment an annotation of its own; the first keeps the id, memo and links. Errors: `not-found`, `other-coder`. */
  'annotations.split'(input: z.infer<(typeof inputs)['annotations.split']>): Applied;

  /**
   * Takes back the current coder's last act that isn't taken back yet, in whatever article, across restarts. Another
   * coder's acts are left alone. Nothing to undo: label ''. Errors: `conflict` when another coder has changed since what
   * the act changed.
   */
  'history.undo'(input: Record<string, never>): Applied;

  /**
   * Leaves the act that undo would take back as it is, for good, so that undo goes on to the one before: the way on when
   * undo fails with `conflict`. Nothing of the project changes; the label is the act's, '' when there is none.
   */
  'history.leave'(input: Record<string, never>): Applied;

  /** Does again what the current coder last took back. Nothing to redo: label ''. Errors: `conflict`, as for undo. */
  'history.redo'(input: Record<string, never>): Applied;

  /** Rows of the dataset, exactly as an export of the same choice writes them. `limit` up to 1,000. */
  'dataset.rows'(input: z.infer<(typeof inputs)['dataset.rows']>): DatasetRows;

  /** Every format that Parley reads or writes. */
  'exchange.formats'(input: Record<string, never>): { readonly formats: readonly FormatInfo[] };

  /** What an export would hold and lose. Writes nothing. */
  'exchange.preview'(input: z.infer<(typeof inputs)['exchange.preview']>): ExchangeReport;

  /**
   * Writes the dataset into a folder: new, empty, or holding an earlier export of the project in the same
   * format. Written beside it first and
   * moved into place whole. Job. Errors: `already-exists`, `read-only`, `disk-full`, `cancelled`.
   */
  'exchange.write'(input: z.infer<(typeof inputs)['exchange.write']>): ExportResult;

  /** What reading an annotated folder would bring and drop. Keeps nothing. Errors: `bad-format`, `file-gone`. */
  'exchange.inspect'(input: z.infer<(typeof inputs)['exchange.inspect']>): ExchangeReport & {
    /** Types and roles found, with how often, for the mapping table. */
    readonly types: readonly { readonly name: string; readonly count: number; readonly kind: Kind | null }[];
    readonly roles: readonly { readonly name: string; readonly count: number; readonly role: Role | null }[];
  };

  /** Reads an annotated folder into the project, all in one undo, all or nothing. Job. Errors: `bad-format`, `file-gone`, `cancelled`. */
  'exchange.read'(input: z.infer<(typeof inputs)['exchange.read']>): ImportResult;

  /** Asks a running job to stop; its call then fails with `cancelled`, having changed nothing. */
  'jobs.cancel'(input: z.infer<(typeof inputs)['jobs.cancel']>): Record<string, never>;
}

/** One schema a method: what `dispatch` lets in. */
export const inputs = inputSchemas satisfies Record<keyof Api, z.ZodType>;

export type Method = keyof Api;
export type Input<M extends Method> = Parameters<Api[M]>[0];
export type Output<M extends Method> = ReturnType<Api[M]>;
