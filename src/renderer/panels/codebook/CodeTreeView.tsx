import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { nameProblem } from '../../../shared/codebook/names.ts';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import type { Code } from '../../../shared/model/code.ts';
import { useStore } from '../../store/store.ts';
import { CodeRow } from './CodeRow.tsx';
import type { CodeDialog } from './CodeDialogs.tsx';
import css from './tree.module.css';
import { dropTarget, stepMove, type TreeRow } from './tree-rows.ts';
import { NameField } from './NameField.tsx';
import { useAct } from './use-act.ts';

export interface CodeTreeViewProps {
  readonly tree: CodeTree;
  readonly rows: readonly TreeRow[];
  readonly uses: Readonly<Record<string, number>>;
  readonly chosenId: string | null;
  /** The tree's own element, to give it the focus. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly adding: boolean;
  readonly isFiltered: boolean;
  onChoose(id: string): void;
  onFold(id: string, isFolded: boolean): void;
  /** Names a new code under one, at the top for null; undefined: no more. */
  onAdd(parentId: string | null | undefined): void;
  onDialog(dialog: CodeDialog): void;
  onSearch(): void;
}

const HEIGHT = 32;
type Zone = 'before' | 'into' | 'after';

/**
 * The codes as a tree that draws only the lines in view. Arrow keys move and fold, F2 renames, Alt with arrows moves the
 * code, Insert names a new one under it, Delete asks to remove it; a code can be dragged too.
 */
export function CodeTreeView(props: CodeTreeViewProps) {
  const { tree, rows, uses, chosenId, box, adding, isFiltered, onChoose, onFold, onAdd, onDialog, onSearch } = props;
  const act = useAct();
  const say = useStore((store) => store.say);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly id: string; readonly zone: Zone } | null>(null);
  /** The code below the dragged one over which it is held: it can't be dropped there. */
  const refused = useRef<string | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    overscan: 16,
  });
  const items = virtual.getVirtualItems();
  const at = rows.findIndex((row) => row.kind === 'code' && row.code.id === chosenId);
  const addingAt = adding ? rows.findIndex((row) => row.kind === 'new') : -1;
  const present = rows[at];

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only another chosen code brings the tree there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosenId]);
  useEffect(() => {
    if (addingAt >= 0) virtual.scrollToIndex(addingAt, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps
  }, [addingAt]);

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

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const code = present?.kind === 'code' ? present.code : null;
    const keys = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 320) / HEIGHT) - 1);
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
      F2: code ? () => setRenaming(code.id) : undefined,
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

  const done = (): void => {
    setRenaming(null);
    box.current?.focus();
  };

  /** @param zone as the drop itself has it: where it was held last may not be drawn yet. */
  const drop = (target: Code, zone: Zone): void => {
    if (dragged !== null && !tree.isWithin(target.id, dragged)) {
      if (zone === 'into') onFold(target.id, false);
      const name = tree.get(dragged)?.name ?? '';
      void act('codes.move', { ids: [dragged], ...dropTarget(tree, target, zone) }, `${name} moved`);
    }
    setDragged(null);
    setOver(null);
  };

  return (
    <div
      ref={box}
      className={css.tree}
      role="tree"
      aria-label="Codes"
      tabIndex={0}
      aria-activedescendant={items.some((item) => item.index === at) ? `code-${chosenId}` : undefined}
      onKeyDown={onKeyDown}
    >
      {rows.length === 0 && <p className={css.nothing}>No code has these words.</p>}
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const style = { transform: `translateY(${start}px)` };
          if (row.kind === 'new') {
            return (
              <div key="new" role="presentation" className={css.item} style={style}>
                <NewCode
                  tree={tree}
                  parentId={row.parentId}
                  depth={row.depth}
                  onDone={() => {
                    onAdd(undefined);
                    box.current?.focus();
                  }}
                  onAdded={onChoose}
                />
              </div>
            );
          }
          const { code } = row;
          const isChosen = code.id === chosenId;
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree has the keys
            <div
              key={code.id}
              id={`code-${code.id}`}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-posinset={row.place}
              aria-setsize={row.siblings}
              aria-expanded={row.hasUnder ? row.isOpen : undefined}
              aria-selected={isChosen}
              tabIndex={-1}
              className={css.item}
              style={style}
              draggable={renaming === null}
              data-drop={over?.id === code.id && dragged !== code.id ? over.zone : undefined}
              onClick={() => {
                onChoose(code.id);
                if (renaming === null) box.current?.focus();
              }}
              onDoubleClick={() => setRenaming(code.id)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                // Of a kind that no field takes: let go over a definition, its name would be written into it.
                event.dataTransfer.setData('application/x-parley-code', code.id);
                setDragged(code.id);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                if (tree.isWithin(code.id, dragged)) {
                  setOver(null);
                  refused.current = dragged === code.id ? null : code.id;
                  return;
                }
                refused.current = null;
                event.preventDefault();
                const zone = zoneOf(event);
                if (over?.id !== code.id || over.zone !== zone) setOver({ id: code.id, zone });
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop(code, zoneOf(event));
              }}
              onDragEnd={(event) => {
                const target = refused.current === null ? undefined : tree.get(refused.current);
                if (target && event.dataTransfer.dropEffect === 'none')
                  say(`${code.name} can’t go under ${target.name}, which is under it: nothing was moved`);
                refused.current = null;
                setDragged(null);
                setOver(null);
              }}
            >
              <CodeRow
                row={row}
                used={uses[code.id] ?? 0}
                isChosen={isChosen}
                onFold={(isFolded) => onFold(code.id, isFolded)}
                naming={
                  renaming === code.id ? (
                    <NameField
                      label={`New name of ${code.name}`}
                      initial={code.name}
                      problem={(name) => nameProblem(tree, code.parentId, name, code.id)}
                      onCancel={done}
                      onName={async (name) => {
                        done();
                        if (name !== code.name) await act('codes.update', { id: code.id, name }, `Renamed to ${name}`);
                      }}
                    />
                  ) : null
                }
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The field for a new code: Enter adds it and begins the next one, Escape ends. */
function NewCode(props: {
  readonly tree: CodeTree;
  readonly parentId: string | null;
  readonly depth: number;
  onDone(): void;
  onAdded(id: string): void;
}) {
  const { tree, parentId, depth, onDone, onAdded } = props;
  const act = useAct();
  const [count, setCount] = useState(0);
  return (
    <div className={css.row} style={{ paddingInlineStart: `${0.5 + depth * 1.1}rem` }}>
      <span className={css.fold} />
      <NameField
        key={count}
        label="Name of the new code"
        initial=""
        placeholder="Name, then Enter"
        problem={(name) => nameProblem(tree, parentId, name, null)}
        onCancel={onDone}
        onName={async (name) => {
          const answer = await act('codes.add', { parentId, name }, `Added ${name}`);
          if (!answer) return;
          onAdded(answer.id);
          setCount((n) => n + 1);
        }}
      />
    </div>
  );
}

/** Whether something dragged over a line would come before it, under it or behind it. */
function zoneOf(event: DragEvent): Zone {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const part = (event.clientY - top) / height;
  return part < 0.28 ? 'before' : part > 0.72 ? 'after' : 'into';
}
