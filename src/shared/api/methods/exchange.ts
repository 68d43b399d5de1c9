import type { z } from 'zod';
import type { DatasetColumn } from '../../model/dataset.ts';
import type { ExchangeReport, FormatInfo } from '../../model/exchange.ts';
import type { Kind } from '../../model/kind.ts';
import type { Role } from '../../model/role.ts';
import type { Applied } from '../applied.ts';
import type { exchangeInputs } from '../inputs/exchange.ts';

type Input<M extends keyof typeof exchangeInputs> = z.infer<(typeof exchangeInputs)[M]>;

/** What an export has written. */
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

/** The dataset: looked at, written, and annotated files read. */
export interface ExchangeApi {
  /** Rows of the dataset, exactly as an export of the same choice writes them. `limit` up to 1,000. */
  'dataset.rows'(input: Input<'dataset.rows'>): DatasetRows;

  /** Every format that Parley reads or writes. */
  'exchange.formats'(input: Input<'exchange.formats'>): { readonly formats: readonly FormatInfo[] };

  /** What an export would hold and lose. Writes nothing. */
  'exchange.preview'(input: Input<'exchange.preview'>): ExchangeReport;

  /**
   * Writes the dataset into a folder: new, empty, or holding an earlier export of the project in the same format that nobody
   * has touched. Written beside it first and moved into place whole. Job. Errors: `already-exists`, `read-only`, `disk-full`,
   * `bad-input` for a name that no folder can have, `cancelled`.
   */
  'exchange.write'(input: Input<'exchange.write'>): ExportResult;

  /** What reading an annotated folder would bring and drop. Keeps nothing. Errors: `bad-format`, `file-gone`, `file-unreadable`, `file-too-large`. */
  'exchange.inspect'(input: Input<'exchange.inspect'>): ExchangeReport & {
    /** Types and roles found, with how often, for the mapping table. */
    readonly types: readonly { readonly name: string; readonly count: number; readonly kind: Kind | null }[];
    readonly roles: readonly { readonly name: string; readonly count: number; readonly role: Role | null }[];
  };

  /** Reads an annotated folder into the project, all in one undo, all or nothing. Job. Errors: as for inspecting it, and `cancelled`. */
  'exchange.read'(input: Input<'exchange.read'>): ImportResult;
}
