import type { Annotation, Coding } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Coder } from '../model/coder.ts';
import type { ExchangeReport, FormatInfo, Loss, ReadMapping } from '../model/exchange.ts';
import type { Kind } from '../model/kind.ts';
import type { Link } from '../model/link.ts';
import type { Role } from '../model/role.ts';
import type { BookRecords } from './book.ts';

/*
 * The one interface behind which every format stands. All of them go through one neutral shape: articles, each with its
 * annotations and links, offsets in UTF-16. A format converts to its own unit at its own edge, and touches no disk: it is
 * handed files and yields files.
 */

/** One article with all that is coded in it, by all coders. Annotations in reading order. */
export interface ArticleUnit {
  readonly article: Article;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly links: readonly Link[];
}

/** A project as a format sees it. `units()` can be walked more than once and never holds all articles at once. */
export interface Corpus extends BookRecords {
  readonly project: { readonly id: string; readonly name: string };
  readonly coders: readonly Coder[];
  /** When the export was asked for: ISO 8601, UTC. */
  readonly exportedAt: string;
  /** How many annotations each coder has, by coder id; who has none is left out. */
  readonly coded: ReadonlyMap<string, number>;
  /** How many decisions the project holds on proposals, findings and names that are alike: they are of no dataset. */
  readonly verdicts: number;
  /** The articles of `units()` in the same order, without their texts and annotations: cheap to walk. */
  articles(): Iterable<Article>;
  units(): Iterable<ArticleUnit>;
}

/** A piece of a file being written. Pieces of several files may come interleaved; those of one file are in order. */
export interface Piece {
  /** Relative, with `/`: `articles.csv`, `text/a1.txt`. */
  readonly path: string;
  /** Written as UTF-8. */
  readonly text: string;
}

/** What the writer has put on disk so far, for formats that describe their own files. */
export interface Written {
  /** SHA-256 in hex and length of a file that the format has finished. */
  seal(path: string): { readonly sha256: string; readonly bytes: number };
}

/** The files handed to a reader. Paths are relative, with `/`. */
export interface SourceFiles {
  list(): readonly string[];
  /** The file's text, decoded as UTF-8 without its BOM; throws `FormatError` when it isn't UTF-8 or not there. */
  text(path: string): string;
  /** The text of one of the format's companions, or null where it isn't. Throws `FormatError` when it isn't UTF-8. */
  companion(path: string): string | null;
  /** SHA-256 in hex and length of the file's bytes as they are on disk, a BOM included. Throws `FormatError` as `text` does. */
  digest(path: string): { readonly sha256: string; readonly bytes: number };
}

/**
 * An article as read: its hash is given by whoever keeps it. Fields that the format doesn't carry are ''; `id`, `status`
 * and `addedAt` (ISO 8601, UTC) are there where the format carries them.
 */
export type ReadArticle = Pick<Article, 'title' | 'outlet' | 'date' | 'author' | 'url' | 'language' | 'fileName'> &
  Partial<Pick<Article, 'id' | 'status' | 'addedAt'>> & { readonly text: string };

/**
 * An annotation as read. `key` names it within its article, for links: its id where the format carries ids. Its entity, codes and variables are named by their
 * ids in the result's `book`.
 */
export interface ReadAnnotation extends Coding {
  readonly key: string;
  readonly kind: Kind;
  /** The coder's name. */
  readonly coder: string;
  readonly fragments: Annotation['fragments'];
  readonly memo: string;
  readonly attributes: Annotation['attributes'];
  /** ISO 8601, UTC; null where the format carries no time. */
  readonly createdAt: string | null;
  /** As `createdAt`; where it isn't given, the annotation hasn't changed since. */
  readonly updatedAt?: string | null;
}

/** A filled role, by annotation keys. The order of a unit's links is the order of those of one claim and role. */
export interface ReadLink {
  /** Where the format carries it. */
  readonly id?: string;
  readonly claim: string;
  readonly role: Role;
  /** The annotation; or the entity that fills the role itself, by its id in the result's `book`. */
  readonly target: string;
  /** An annotation where it isn't given. */
  readonly targetIs?: Link['targetIs'];
}

/** One article with what is coded in it. */
export interface ReadUnit {
  readonly article: ReadArticle;
  readonly annotations: readonly ReadAnnotation[];
  readonly links: readonly ReadLink[];
}

/** What a read brought. Every span in it has been checked against its text. */
export interface ReadResult {
  readonly units: readonly ReadUnit[];
  /**
   * Codes, variables and entities under the ids that the files give them; whoever keeps them finds their own. A time is ''
   * where the files have none. The examples of a code are annotation keys.
   */
  readonly book: BookRecords;
  /** What the files held that isn't in `units`: counted and named, the largest first. */
  readonly losses: readonly Loss[];
  /** Types and roles as the files name them, mapped or not. */
  readonly types: readonly { readonly name: string; readonly count: number; readonly kind: Kind | null }[];
  readonly roles: readonly { readonly name: string; readonly count: number; readonly role: Role | null }[];
}

export type FormatOptions = Readonly<Record<string, string>>;

/** A format of the registry: what it is, and how it is read and written. It touches no disk. */
export interface Format {
  readonly info: FormatInfo;
  /** The file names' endings by which a reader recognises its files, lower case: `['.ann', '.txt']`. */
  readonly extensions: readonly string[];
  /** Names of files that go with those and aren't listed with them: a reader asks for them. */
  readonly companions?: readonly string[];
  /** Throws `FormatError` when the files aren't of this format or are broken. Nothing half: all or the error. */
  read?(files: SourceFiles, mapping: ReadMapping, options: FormatOptions): ReadResult;
  /** Yields the files piece by piece. */
  write?(corpus: Corpus, options: FormatOptions, written: Written): Iterable<Piece>;
  /** What a round trip through this format, with these options, drops of this corpus: with counts, nothing at 0. */
  loses(corpus: Corpus, options: FormatOptions): readonly Loss[];
}

/** The files can't be read as this format. */
export class FormatError extends Error {
  readonly hint: string;

  /** @param message what is wrong, naming the file and line; @param hint what the analyst can do. */
  constructor(message: string, hint: string) {
    super(message);
    this.name = 'FormatError';
    this.hint = hint;
  }
}

export type { ExchangeReport, FormatInfo, Loss, ReadMapping };
