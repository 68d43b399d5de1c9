import type { Change } from '../change/change.ts';
import type { Code } from '../model/code.ts';
import { CodeTree } from './tree.ts';

/** The codes as an act leaves them: what is put and removed here becomes changes at the end. */
export class CodeDraft {
  readonly #before: CodeTree;
  readonly #now: string;
  readonly #codes: Map<string, Code>;
  #tree: CodeTree;
  #stale = false;

  /** @param now the time of the act. ISO 8601, UTC. */
  constructor(tree: CodeTree, now: string) {
    this.#before = tree;
    this.#tree = tree;
    this.#now = now;
    this.#codes = new Map(tree.ordered().map((code) => [code.id, code]));
  }

  /** The hierarchy as the draft has it now. */
  get tree(): CodeTree {
    if (this.#stale) this.#tree = new CodeTree(this.#codes.values());
    this.#stale = false;
    return this.#tree;
  }

  put(code: Code): void {
    this.#codes.set(code.id, code);
    this.#stale = true;
  }

  remove(id: string): void {
    this.#codes.delete(id);
    this.#stale = true;
  }

  /**
   * Puts codes right under another (null: at the top), in this order: before one that stands there, or behind all for null.
   * The levels that they leave and come to are counted anew.
   */
  place(codes: readonly Code[], parentId: string | null, beforeId: string | null): void {
    const moved = new Set(codes.map((code) => code.id));
    // One that is new leaves no level.
    const left = new Set(
      codes.flatMap(({ id }) => this.#codes.get(id)?.parentId ?? (this.#codes.has(id) ? [null] : [])),
    );
    const others = this.tree.children(parentId).filter((code) => !moved.has(code.id));
    const at = others.findIndex((code) => code.id === beforeId);
    for (const code of codes) this.put({ ...code, parentId });
    this.#number(others.toSpliced(at < 0 ? others.length : at, 0, ...codes));
    for (const level of left) if (level !== parentId) this.close(level);
  }

  /** Counts a level anew, after codes have gone from it. */
  close(parentId: string | null): void {
    this.#number(this.tree.children(parentId));
  }

  #number(level: readonly Code[]): void {
    for (const [position, { id }] of level.entries()) {
      const code = this.#codes.get(id);
      if (code && code.position !== position) this.put({ ...code, position });
    }
  }

  /** What the draft changes, codes that come first. A code whose place among its siblings alone changed keeps its time. */
  changes(): Change[] {
    const changes: Change[] = [];
    for (const after of this.tree.ordered()) {
      const before = this.#before.get(after.id);
      if (!before) changes.push({ record: 'code', id: after.id, before: null, after });
      else if (!sameCode({ ...after, position: before.position }, before)) {
        changes.push({ record: 'code', id: after.id, before, after: { ...after, updatedAt: this.#now } });
      } else if (after.position !== before.position) changes.push({ record: 'code', id: after.id, before, after });
    }
    for (const before of this.#before.ordered()) {
      if (!this.#codes.has(before.id)) changes.push({ record: 'code', id: before.id, before, after: null });
    }
    return changes;
  }
}

function sameCode(a: Code, b: Code): boolean {
  return (
    a.parentId === b.parentId &&
    a.name === b.name &&
    a.definition === b.definition &&
    a.colour === b.colour &&
    a.position === b.position &&
    a.retired === b.retired &&
    a.examples.length === b.examples.length &&
    a.examples.every((id, i) => id === b.examples[i])
  );
}
