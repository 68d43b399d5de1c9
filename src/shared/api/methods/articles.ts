import type { z } from 'zod';
import type { Annotation } from '../../model/annotation.ts';
import type { Article, ArticleFields, ArticleStatus } from '../../model/article.ts';
import type { Kind } from '../../model/kind.ts';
import type { Link } from '../../model/link.ts';
import type { Applied } from '../applied.ts';
import type { ErrorInfo } from '../errors.ts';
import type { FileHandle } from './files.ts';
import type { articleInputs } from '../inputs/articles.ts';

type Input<M extends keyof typeof articleInputs> = z.infer<(typeof articleInputs)[M]>;

/** What a list of articles is sorted by; by status: what is in progress, new, done, each by date. */
export type ArticleSort = 'date' | 'outlet' | 'status' | 'title' | 'added';

/** An article as the list shows it. */
export interface ArticleRow extends Article {
  /** How many of the current coder's annotations the article has, by kind. */
  readonly counts: Readonly<Record<Kind, number>>;
}

/** A page of the list of articles. */
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

/** What became of files that were to be articles. */
export interface ImportedArticles {
  readonly added: number;
  /** File names left out because their text is in the project already. */
  readonly duplicates: readonly string[];
  readonly problems: readonly { readonly fileName: string; readonly error: ErrorInfo }[];
  readonly applied: Applied;
  /** The first article added, to open it; or null. */
  readonly firstId: string | null;
}

/** The corpus: its list, one article with all that is in it, and files that become articles. */
export interface ArticlesApi {
  /** A page of the corpus. `query` filters by title, outlet and author, ignoring case; `filter` by the rest. */
  'articles.list'(input: Input<'articles.list'>): ArticlePage;

  /** One article with its text, annotations and links. Errors: `not-found`. */
  'articles.open'(input: Input<'articles.open'>): OpenArticle;

  /** Edits an article's fields or status. Errors: `not-found`. */
  'articles.update'(input: Input<'articles.update'>): Applied;

  /** Removes articles with all that is coded in them, by whomever; undo brings all back. Errors: `not-found`. */
  'articles.remove'(input: Input<'articles.remove'>): Applied;

  /** Reads files and folders (searched through for `.txt` and `.md`) and guesses their fields. Keeps nothing. Job. */
  'articles.inspect'(input: Input<'articles.inspect'>): {
    readonly candidates: readonly Candidate[];
  };

  /** Imports files as articles, all in one undo. Files with a problem are reported, the others kept. Job. */
  'articles.import'(input: Input<'articles.import'>): ImportedArticles;
}
