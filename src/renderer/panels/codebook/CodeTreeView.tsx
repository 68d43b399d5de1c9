import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useState } from 'react';
import { nameProblem } from '../../../shared/codebook/names.ts';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import { CodeRow } from './CodeRow.tsx';
import type { CodeDialog } from './CodeDialogs.tsx';
import { NameField } from './NameField.tsx';
import { NewCode } from './NewCode.tsx';
import css from './tree.module.css';
import type { TreeRow } from './tree-rows.ts';
import { useAct } from './use-act.ts';
import { useTreeDrag } from './use-tree-drag.ts';
import { useTreeKeys } from './use-tree-keys.ts';

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

/** The codes as a tree that draws only the lines in view, with keys (`useTreeKeys`) and dragging (`useTreeDrag`). */
export function CodeTreeView(props: CodeTreeViewProps) {
  const { tree, rows, uses, chosenId, box, adding, isFiltered, onChoose, onFold, onAdd, onDialog, onSearch } = props;
  const act = useAct();
  const [renaming, setRenaming] = useState<string | null>(null);
  const dragging = useTreeDrag({ tree, onFold });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    overscan: 16,
  });
  const items = virtual.getVirtualItems();
  const at = rows.findIndex((row) => row.kind === 'code' && row.code.id === chosenId);
  const addingAt = adding ? rows.findIndex((row) => row.kind === 'new') : -1;
  const onKeyDown = useTreeKeys({
    tree,
    rows,
    at,
    isFiltered,
    pageRows: () => Math.max(1, Math.floor((box.current?.clientHeight ?? 320) / HEIGHT) - 1),
    onChoose,
    onFold,
    onAdd,
    onRename: setRenaming,
    onDialog,
    onSearch,
  });

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only another chosen code brings the tree there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosenId]);
  useEffect(() => {
    if (addingAt >= 0) virtual.scrollToIndex(addingAt, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps
  }, [addingAt]);

  const done = (): void => {
    setRenaming(null);
    box.current?.focus();
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
              onClick={() => {
                onChoose(code.id);
                if (renaming === null) box.current?.focus();
              }}
              onDoubleClick={() => setRenaming(code.id)}
              {...dragging(code)}
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
