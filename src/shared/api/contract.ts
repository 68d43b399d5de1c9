import type { z } from 'zod';
import { inputSchemas } from './inputs.ts';
import type { AnnotationsApi } from './methods/annotations.ts';
import type { AppApi } from './methods/app.ts';
import type { ArticlesApi } from './methods/articles.ts';
import type { CodebookApi } from './methods/codebook.ts';
import type { CodingApi } from './methods/coding.ts';
import type { EntitiesApi } from './methods/entities.ts';
import type { ExchangeApi } from './methods/exchange.ts';
import type { FilesApi } from './methods/files.ts';
import type { LintApi } from './methods/lint.ts';
import type { MentionApi } from './methods/mentions.ts';
import type { PrecedentsApi } from './methods/precedents.ts';
import type { ProjectApi } from './methods/project.ts';
import type { ProposalsApi } from './methods/proposals.ts';
import type { SearchApi } from './methods/search.ts';
import type { WorkApi } from './methods/work.ts';

/*
 * The contract between the renderer and the core: each group of methods in a file of its own under `methods/`. One JSON-safe
 * object in, one out. Offsets are UTF-16 code units. Every method may fail with `bad-input` (an input that its schema
 * refuses) and `internal`; those that need an open project fail with `no-project` without one. Other errors are named at the
 * method.
 */

export type { Applied, HistoryState } from './applied.ts';
export type { AppState, CoderState, RecentProject, Settings } from './methods/app.ts';
export type {
  ArticlePage,
  ArticleRow,
  ArticleSort,
  Candidate,
  ImportedArticles,
  OpenArticle,
} from './methods/articles.ts';
export type { DatasetRows, ExportResult, ImportResult } from './methods/exchange.ts';
export type { FileHandle, FolderEntry, FolderListing, Place } from './methods/files.ts';
export type { CheckReport, ProjectInfo } from './methods/project.ts';

/** What the host tells the renderer unasked. */
export interface Events {
  /** Progress of the job that the caller named; `total` 0 while not known. */
  job: { readonly job: string; readonly done: number; readonly total: number; readonly what: string };
}

/** Everything that the window can ask of the core. */
export interface Api
  extends AppApi,
    ProjectApi,
    FilesApi,
    ArticlesApi,
    AnnotationsApi,
    CodingApi,
    CodebookApi,
    EntitiesApi,
    MentionApi,
    ProposalsApi,
    PrecedentsApi,
    LintApi,
    SearchApi,
    WorkApi,
    ExchangeApi {}

/** One schema a method: what `dispatch` lets in. */
export const inputs = inputSchemas satisfies Record<keyof Api, z.ZodType>;

/** A method's name. */
export type Method = keyof Api;
/** What goes into a method, and what comes out of it. */
export type Input<M extends Method> = Parameters<Api[M]>[0];
export type Output<M extends Method> = ReturnType<Api[M]>;
