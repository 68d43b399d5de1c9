import type { Change } from '../change/change.ts';

/**
 * What `Ctrl+Z` and `Ctrl+Shift+Z` would do now, as labels (`tag actor “Velia”`), or null for nothing. Of the current
 * coder's own acts: read it again after `coder.set`.
 */
export interface HistoryState {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** The answer of every method that changes the project: durable on disk when it arrives. */
export interface Applied {
  /** `tag actor “Velia”`; '' when nothing had to change. */
  readonly label: string;
  /** What changed, in order; empty with `reload` when it is too much to send. */
  readonly changes: readonly Change[];
  /** True when the receiver should read again what it shows instead of applying `changes`. */
  readonly reload: boolean;
  /** The article in which it happened, or null when in several or none. */
  readonly articleId: string | null;
  readonly history: HistoryState;
  /** Something the analyst should know: `2 links were removed with it`. '' for nothing. */
  readonly notice: string;
}
