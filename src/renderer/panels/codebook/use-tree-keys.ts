import type { KeyboardEvent } from 'react';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import type { Code } from '../../../shared/model/code.ts';
import { useStore } from '../../store/store.ts';
import type { CodeDialog } from './CodeDialogs.tsx';
import { stepMove, type TreeRow } from './tree-rows.ts';
import { useAct } from './use-act.ts';

export interface TreeKeys {
  readonly tree: CodeTree;
  readonly rows: readonly TreeRow[];
  /** The row of the chosen code; -1 for none. */
  readonly at: number;
  readonly isFiltered: boolean;
  /** Rows that one page of the tree has. */
  pageRows(): number;
  onChoose(id: string): void;
  onFold(id: string, isFolded: boolean): void;
  onAdd(parentId: string | null): void;
  onRename(id: string): void;
  onDialog(dialog: CodeDialog): void;
  onSearch(): void;
}

/**
 * The keys of the tree: arrow keys move and fold, F2 renames, Alt with arrows moves the code, Insert names a new one under it,
 * Enter one beside it, Delete asks to remove it.
 */
export function useTreeKeys(keysOf: TreeKeys): (event: KeyboardEvent) => void {
  const { tree, rows, at, isFiltered, pageRows, onChoose, onFold, onAdd, onRename, onDialog, onSearch } = keysOf;
  const act = useAct();
  const say = useStore((store) => store.say);
  const present = rows[at];

  const choose = (row: TreeRow | undefined): void => {
    if (row?.kind === 'code') onChoose(row.code.id);
  };
  const move = async (code: Code, way: 'up' | 'down' | 'in' | 'out'): Promise<void> => {
    const target = stepMove(tree, code, way);
    if (!target) {
      say(`${code.name} can’t go further ${way}`);
      return;
    }
    if (target.parentId !== null && way === 'in') onFold(target.parentId, false);
    await act('codes.move', { ids: [code.id], ...target }, `${code.name} moved ${way}`);
  };

  return (event) => {
    if (event.target !== event.currentTarget) return;
    const code = present?.kind === 'code' ? present.code : null;
    const keys = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`;
    const page = pageRows();
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[keys];
    const doing: Readonly<Record<string, (() => void) | undefined>> = {
      F2: code ? () => onRename(code.id) : undefined,
      Insert: code ? () => onAdd(code.id) : () => onAdd(null),
      Enter: code ? () => onAdd(code.parentId) : () => onAdd(null),
      Delete: code ? () => onDialog({ act: 'remove', codeId: code.id }) : undefined,
      'Ctrl+f': onSearch,
      'Alt+ArrowUp': code ? () => void move(code, 'up') : undefined,
      'Alt+ArrowDown': code ? () => void move(code, 'down') : undefined,
      'Alt+ArrowRight': code ? () => void move(code, 'in') : undefined,
      'Alt+ArrowLeft': code ? () => void move(code, 'out') : undefined,
      ArrowRight: () => {
        if (present?.kind !== 'code' || !present.hasUnder) return;
        if (present.isOpen) choose(rows[at + 1]);
        else onFold(present.code.id, false);
      },
      ArrowLeft: () => {
        if (present?.kind !== 'code') return;
        if (present.hasUnder && present.isOpen && !isFiltered) onFold(present.code.id, true);
        else if (present.code.parentId !== null) onChoose(present.code.parentId);
      },
    };
    const action = doing[keys];
    if (step === undefined && !action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action) action();
    else if (step !== undefined) {
      const next = Math.min(rows.length - 1, Math.max(0, step));
      choose(rows[next]);
    }
  };
}
