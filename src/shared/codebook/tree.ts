import type { Code } from '../model/code.ts';
import { foldWords } from '../text/fold.ts';

/** What stands between the names of a path: `Diplomacy › Talks › Mediation`. No code's name holds it. */
export const PATH_MARK = '›';

const NONE: readonly Code[] = [];

/** The codes of a codebook as the forest that they are, found by id. Made once for a list of codes, and never changes. */
export class CodeTree {
  readonly #byId: ReadonlyMap<string, Code>;
  readonly #under = new Map<string | null, Code[]>();
  #ordered: readonly Code[] | null = null;

  constructor(codes: Iterable<Code>) {
    this.#byId = new Map([...codes].map((code) => [code.id, code]));
    for (const code of this.#byId.values()) {
      const list = this.#under.get(code.parentId);
      if (list) list.push(code);
      else this.#under.set(code.parentId, [code]);
    }
    for (const list of this.#under.values()) list.sort(inOrder);
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): Code | undefined {
    return this.#byId.get(id);
  }

  /** The codes right under one, or at the top for null, in order. */
  children(parentId: string | null): readonly Code[] {
    return this.#under.get(parentId) ?? NONE;
  }

  /** Every code, each before those under it, in order. */
  ordered(): readonly Code[] {
    this.#ordered ??= this.children(null).flatMap((code) => [code, ...this.descendants(code.id)]);
    return this.#ordered;
  }

  /** All that stand under a code, at any depth, in order; without itself. */
  descendants(id: string): readonly Code[] {
    const found: Code[] = [];
    const open = [...this.children(id)].reverse();
    for (let code = open.pop(); code; code = open.pop()) {
      found.push(code);
      open.push(...[...this.children(code.id)].reverse());
    }
    return found;
  }

  /** The codes above one and itself, from the top. Empty for one that isn't there. */
  line(id: string): readonly Code[] {
    const line: Code[] = [];
    for (let code = this.get(id); code; code = code.parentId === null ? undefined : this.get(code.parentId)) {
      line.unshift(code);
      // A circle can't be made; one in a damaged file must not hang the window.
      if (line.length > this.size) return [];
    }
    return line;
  }

  /** How many codes stand above one: 0 at the top. */
  depth(id: string): number {
    return Math.max(0, this.line(id).length - 1);
  }

  /** `Diplomacy › Talks › Mediation`; '' for one that isn't there. */
  path(id: string): string {
    return this.line(id)
      .map((code) => code.name)
      .join(` ${PATH_MARK} `);
  }

  /** Whether a code is another or stands under it. */
  isWithin(id: string, otherId: string): boolean {
    return this.line(id).some((code) => code.id === otherId);
  }

  /** The code of a name right under another (null: at the top), ignoring case and accents. */
  named(parentId: string | null, name: string): Code | undefined {
    return this.namedOther(parentId, name, null);
  }

  /** The same, passing over one code. */
  namedOther(parentId: string | null, name: string, ownId: string | null): Code | undefined {
    const key = foldWords(name);
    return this.children(parentId).find((code) => code.id !== ownId && foldWords(code.name) === key);
  }
}

function inOrder(a: Code, b: Code): number {
  return a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.id < b.id ? -1 : 1);
}

const trees = new WeakMap<readonly Code[], CodeTree>();

/** The tree of a list of codes: the same one for the same list. */
export function codeTree(codes: readonly Code[]): CodeTree {
  let tree = trees.get(codes);
  if (!tree) {
    tree = new CodeTree(codes);
    trees.set(codes, tree);
  }
  return tree;
}
