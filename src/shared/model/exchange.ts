import type { Kind } from './kind.ts';
import type { Role } from './role.ts';

/** What a format is and can do, for dialogs and for `parley formats`. */
export interface FormatInfo {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly reads: boolean;
  readonly writes: boolean;
  readonly options: readonly FormatOption[];
}

/** A choice that a format leaves to the analyst. */
export interface FormatOption {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** Where the option applies. */
  readonly when: 'read' | 'write' | 'both';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly initial: string;
}

/** Something that a format drops or that a file held and Parley could not keep. Counted and named. */
export interface Loss {
  /** `Memos on actors`, `Type “Cue”`. */
  readonly what: string;
  readonly count: number;
  /** Why, and what becomes of it. */
  readonly detail: string;
}

/** How much an exchange is of, and what it loses. */
export interface ExchangeReport {
  readonly articles: number;
  readonly annotations: number;
  readonly links: number;
  readonly coders: readonly string[];
  readonly losses: readonly Loss[];
}

/** How an annotated folder's own words map to Parley's. */
export interface ReadMapping {
  /** Their type → our kind. */
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Their role, relation or type → our role. */
  readonly roles: Readonly<Record<string, Role>>;
  /** Name of the coder who gets what carries no coder of its own. */
  readonly coder: string;
  /** `suffix`: `NAME_CODER.ann` beside `NAME.txt`, one layer a coder. */
  readonly coderFrom: 'none' | 'suffix';
}
