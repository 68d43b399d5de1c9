import type { Annotation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Code } from '../model/code.ts';
import type { Coder } from '../model/coder.ts';
import type { Entity } from '../model/entity.ts';
import type { Link } from '../model/link.ts';
import type { Variable } from '../model/variable.ts';
import type { Verdict } from '../model/verdict.ts';

/** Every kind of record that can change, by the name that its changes carry. */
export interface Records {
  coder: Coder;
  article: Article;
  annotation: Annotation;
  link: Link;
  code: Code;
  variable: Variable;
  entity: Entity;
  verdict: Verdict;
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

/** The change that takes this one back. A set is taken back by reversing each, in the opposite order. */
export function reversed(change: Change): Change {
  return { ...change, before: change.after, after: change.before } as Change;
}
