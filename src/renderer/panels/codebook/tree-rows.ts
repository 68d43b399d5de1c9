import type { CodeTree } from '../../../shared/codebook/tree.ts';
import type { Code } from '../../../shared/model/code.ts';
import { foldWords } from '../../../shared/text/fold.ts';

/** One line of the tree as it is drawn: a code, or the field in which a new one is named. */
export type TreeRow =
  | {
      readonly kind: 'code';
      readonly code: Code;
      /** 0 at the top. */
      readonly depth: number;
      readonly hasUnder: boolean;
      readonly isOpen: boolean;
      /** False for one that is shown only because one under it is looked for. */
      readonly isFound: boolean;
      /** Place among its siblings, from 1, and how many they are. */
      readonly place: number;
      readonly siblings: number;
    }
  | { readonly kind: 'new'; readonly parentId: string | null; readonly depth: number };

export interface TreeShown {
  readonly folded: ReadonlySet<string>;
  /** Words that a name or definition has to hold; '' for all. */
  readonly query: string;
  readonly showRetired: boolean;
  /** Where a new code is being named: under a code, at the top for null; undefined for nowhere. */
  readonly adding: string | null | undefined;
}

/** The lines of the tree, from the top. */
export function treeRows(tree: CodeTree, { folded, query, showRetired, adding }: TreeShown): readonly TreeRow[] {
  const found = query.trim() === '' ? null : foundCodes(tree, query);
  const rows: TreeRow[] = [];
  const walk = (parentId: string | null, depth: number): void => {
    const level = tree
      .children(parentId)
      .filter((code) => (showRetired || !code.retired || hasLiving(tree, code.id)) && (!found || found.has(code.id)));
    for (const [i, code] of level.entries()) {
      const hasUnder = tree.children(code.id).length > 0;
      const isOpen = (hasUnder && (found !== null || !folded.has(code.id))) || adding === code.id;
      const isFound = found?.get(code.id) ?? true;
      rows.push({ kind: 'code', code, depth, hasUnder, isOpen, isFound, place: i + 1, siblings: level.length });
      if (isOpen) walk(code.id, depth + 1);
    }
    if (adding !== undefined && adding === parentId) rows.push({ kind: 'new', parentId, depth });
  };
  walk(null, 0);
  return rows;
}

/** Codes that hold the words (true), and those above them (false). */
function foundCodes(tree: CodeTree, query: string): ReadonlyMap<string, boolean> {
  const key = foldWords(query);
  const found = new Map<string, boolean>();
  for (const code of tree.ordered()) {
    if (!foldWords(code.name).includes(key) && !foldWords(code.definition).includes(key)) continue;
    for (const above of tree.line(code.id)) if (!found.has(above.id)) found.set(above.id, false);
    found.set(code.id, true);
  }
  return found;
}

/** Whether a code that isn't retired stands under one. */
function hasLiving(tree: CodeTree, id: string): boolean {
  return tree.children(id).some((code) => !code.retired || hasLiving(tree, code.id));
}

/** Where a code goes by one step among the codes as they stand; null when there is no such step. */
export function stepMove(
  tree: CodeTree,
  code: Code,
  way: 'up' | 'down' | 'in' | 'out',
): { readonly parentId: string | null; readonly beforeId: string | null } | null {
  const level = tree.children(code.parentId);
  const at = level.findIndex((other) => other.id === code.id);
  switch (way) {
    case 'up': {
      const before = level[at - 1];
      return before ? { parentId: code.parentId, beforeId: before.id } : null;
    }
    case 'down':
      return level[at + 1] ? { parentId: code.parentId, beforeId: level[at + 2]?.id ?? null } : null;
    case 'in': {
      const above = level[at - 1];
      return above ? { parentId: above.id, beforeId: null } : null;
    }
    case 'out': {
      const parent = code.parentId === null ? undefined : tree.get(code.parentId);
      if (!parent) return null;
      const uncles = tree.children(parent.parentId);
      const next = uncles[uncles.findIndex((other) => other.id === parent.id) + 1];
      return { parentId: parent.parentId, beforeId: next?.id ?? null };
    }
  }
}

/** Where a code dropped on a line goes. */
export function dropTarget(
  tree: CodeTree,
  code: Code,
  zone: 'before' | 'into' | 'after',
): { readonly parentId: string | null; readonly beforeId: string | null } {
  if (zone === 'into') return { parentId: code.id, beforeId: null };
  if (zone === 'before') return { parentId: code.parentId, beforeId: code.id };
  const level = tree.children(code.parentId);
  return { parentId: code.parentId, beforeId: level[level.findIndex((other) => other.id === code.id) + 1]?.id ?? null };
}
