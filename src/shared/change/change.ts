import type { Annotation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Coder } from '../model/coder.ts';
import type { Link } from '../model/link.ts';

/** Every kind of record that can change, by the name that its changes carry. */
export interface Records {
  coder: Coder;
  article: Article;
  annotation: Annotation;
  link: Link;
}

export type RecordName = keyof Records;

/** One record before and after: `before` null is a creation, `after` null a removal. Never both null. */
export type Change = {
  [N in RecordName]: {
    readonly record: N;
    readonly id: string;
    readonly before: Records[N] | null;
    readonly after: Records[N] | null;
  };
}[RecordName];

/** What one act of one author did: applied whole or not at all, and undone whole. */
export interface ChangeSet {
  readonly id: string;
  readonly authorId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** In the analyst's words, as it stands after "Undo": `tag actor “Velia”`. */
  readonly label: string;
  readonly changes: readonly Change[];
}

/** The changes that take these back: each reversed, in the opposite order. */
export function invert(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before }) as Change).reverse();
}

/**
 * Two runs of changes as one with the same effect: for each record its first `before` and last `after`; records that end
 * as they began drop out. The order is that of each record's first change.
 */
export function squash(first: readonly Change[], second: readonly Change[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of [...first, ...second]) {
    const key = `${change.record} ${change.id}`;
    const earlier = merged.get(key);
    merged.set(key, earlier ? ({ ...change, before: earlier.before } as Change) : change);
  }
  return [...merged.values()].filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
