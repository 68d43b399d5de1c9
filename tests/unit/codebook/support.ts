import { type Change, reversed } from '../../../src/shared/change/change.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import { type Annotation, UNCODED } from '../../../src/shared/model/annotation.ts';
import type { Code } from '../../../src/shared/model/code.ts';

export const NOW = '2031-03-14T10:00:00.000Z';
const BEGUN = '2031-03-01T08:00:00.000Z';

interface Names {
  readonly [name: string]: Names;
}

/** Codes and claims in memory, to which plans are applied as the project file would: what a change expects has to be there. */
export interface Book {
  readonly codes: ReadonlyMap<string, Code>;
  readonly claims: ReadonlyMap<string, Annotation>;
  readonly tree: CodeTree;
  paths(): string[];
  /** The id of a path that is there. */
  id(path: string): string;
  coded(codeIds: readonly string[]): Annotation[];
  codesOf(claimId: string): string[];
  /** Claims that have a code at all. */
  usedClaims(): string[];
  apply(changes: readonly Change[]): void;
  undoAll(): void;
}

/** Odd claims are Ana's, the others Ben's. */
export function makeBook(names: Names, coded: Readonly<Record<string, readonly string[]>>): Book {
  const codes = new Map<string, Code>();
  const claims = new Map<string, Annotation>();
  const done: Change[] = [];
  let count = 0;
  const add = (level: Names, parentId: string | null): void => {
    for (const [position, name] of Object.keys(level).entries()) {
      const code: Code = {
        id: `k${++count}`,
        parentId,
        name,
        definition: '',
        colour: `#0000${count.toString(16).padStart(2, '0')}`,
        position,
        retired: false,
        examples: [],
        createdAt: BEGUN,
        updatedAt: BEGUN,
      };
      codes.set(code.id, code);
      add(level[name] ?? {}, code.id);
    }
  };
  add(names, null);

  const book: Book = {
    codes,
    claims,
    get tree() {
      return new CodeTree(codes.values());
    },
    paths: () => book.tree.ordered().map((code) => book.tree.path(code.id)),
    id(path) {
      const found = book.tree.ordered().find((code) => book.tree.path(code.id) === path);
      if (!found) throw new Error(`there is no code ${path}`);
      return found.id;
    },
    coded: (ids) => [...claims.values()].filter((claim) => claim.codes.some((id) => ids.includes(id))),
    codesOf: (id) => claims.get(id)?.codes.map((code) => book.tree.path(code)) ?? [],
    usedClaims: () => [...claims.values()].filter((claim) => claim.codes.length > 0).map((claim) => claim.id),
    apply(changes) {
      for (const change of changes) {
        write(change);
        done.push(change);
      }
    },
    undoAll() {
      for (const change of done.splice(0).reverse()) write(reversed(change));
    },
  };

  function write(change: Change): void {
    const records = (change.record === 'code' ? codes : claims) as Map<string, Code | Annotation>;
    const there = records.get(change.id) ?? null;
    if (JSON.stringify(there) !== JSON.stringify(change.before)) throw new Error(`conflict at ${change.id}`);
    if (change.after) records.set(change.id, change.after as Code | Annotation);
    else records.delete(change.id);
  }

  for (const [i, [id, paths]] of Object.entries(coded).entries()) {
    claims.set(id, {
      id,
      articleId: 'a1',
      kind: 'claim',
      coderId: i % 2 === 0 ? 'ana' : 'ben',
      fragments: [{ start: i, end: i + 1 }],
      memo: '',
      attributes: {},
      ...UNCODED,
      codes: paths.map((path) => book.id(path)),
      createdAt: BEGUN,
      updatedAt: BEGUN,
    });
  }
  return book;
}
