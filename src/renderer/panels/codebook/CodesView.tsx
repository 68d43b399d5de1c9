import { FolderTree, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { codeTree } from '../../../shared/codebook/tree.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Checkbox, Field } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Split } from '../../ui/Split.tsx';
import { Toolbar, toolbarField } from '../../ui/Toolbar.tsx';
import { CodeDetails } from './CodeDetails.tsx';
import { type CodeDialog, CodeDialogs } from './CodeDialogs.tsx';
import { CodeTreeView } from './CodeTreeView.tsx';
import css from './CodesView.module.css';
import { treeRows } from './tree-rows.ts';
import { useAct } from './use-act.ts';
import { useWish } from './use-wish.ts';

const KEYS = [
  ['Enter', 'new beside'],
  ['Ins', 'new under'],
  ['F2', 'rename'],
  ['Alt+↑↓←→', 'move'],
  ['Delete', 'remove'],
] as const;

/** The codes: their tree on the left, the chosen one on the right. */
export function CodesView({ uses }: { readonly uses: Readonly<Record<string, number>> }) {
  const codes = useStore((store) => store.codebook.codes);
  const hasVariables = useStore((store) => store.codebook.variables.length > 0);
  const { codeId, folded } = useStore((store) => store.codebookView);
  const view = useStore((store) => store.viewCodebook);
  const act = useAct();
  const tree = codeTree(codes);
  const [query, setQuery] = useState('');
  const [showRetired, setShowRetired] = useState(true);
  const [adding, setAdding] = useState<string | null | undefined>(undefined);
  const [dialog, setDialog] = useState<CodeDialog | null>(null);
  useWish('new-code', () => setAdding(null));
  const treeBox = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const rows = useMemo(
    () => treeRows(tree, { folded, query, showRetired, adding }),
    [tree, folded, query, showRetired, adding],
  );
  const chosen = (codeId !== null && tree.get(codeId)) || tree.ordered()[0];
  const ask = (asked: CodeDialog['act']) => () => chosen && setDialog({ act: asked, codeId: chosen.id });
  useWish('rename-code', ask('rename'));
  useWish('move-code', ask('move'));
  useWish('merge-code', ask('merge'));
  useWish('split-code', ask('split'));
  useWish('remove-code', ask('remove'));
  const retired = codes.filter((code) => code.retired).length;

  if (codes.length === 0 && adding === undefined) {
    return (
      <EmptyState
        icon={<FolderTree size={32} />}
        title="No codes yet"
        actions={
          <>
            <Button look="primary" onClick={() => setAdding(null)}>
              <Plus size={16} aria-hidden />
              Start a code
            </Button>
            {!hasVariables && (
              <Button
                onClick={async () => {
                  if (await act('codebook.starter', {}, 'Stance and form are there now')) view({ tab: 'variables' });
                }}
              >
                Start with stance and form
              </Button>
            )}
          </>
        }
      >
        A code is an issue or concept that claims are about: “Ceasefire”, “Sanctions”. Codes stand in a hierarchy, a
        claim may have several, and all of it can be changed while you code. Stance and form are variables that most
        studies record of each claim.
      </EmptyState>
    );
  }
  return (
    <Split
      listLabel="Codes"
      label="The chosen code"
      list={
        <>
          <Toolbar>
            <Field
              label="Find a code"
              hideLabel
              ref={search}
              className={toolbarField}
              type="search"
              placeholder="Find a code"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
                event.preventDefault();
                const first = rows.find((row) => row.kind === 'code' && row.isFound);
                if (query.trim() !== '' && first?.kind === 'code') view({ codeId: first.code.id });
                treeBox.current?.focus();
              }}
            />
            <Button onClick={() => setAdding(null)} title="A new code at the top">
              <Plus size={16} aria-hidden />
              New code
            </Button>
          </Toolbar>
          {retired > 0 && (
            <Checkbox
              label={`Show retired (${retired})`}
              checked={showRetired}
              onChange={(event) => setShowRetired(event.target.checked)}
            />
          )}
          <CodeTreeView
            tree={tree}
            rows={rows}
            uses={uses}
            chosenId={chosen?.id ?? null}
            box={treeBox}
            adding={adding !== undefined}
            isFiltered={query.trim() !== ''}
            onChoose={(id) => view({ codeId: id })}
            onFold={(id, isFolded) => {
              const next = new Set(folded);
              if (isFolded) next.add(id);
              else next.delete(id);
              // What is chosen stays in sight.
              const hides = isFolded && chosen !== undefined && tree.isWithin(chosen.id, id);
              view({ folded: next, ...(hides ? { codeId: id } : {}) });
            }}
            onAdd={setAdding}
            onDialog={setDialog}
            onSearch={() => search.current?.focus()}
          />
          <p className={css.keys}>
            {KEYS.map(([keys, what]) => (
              <span key={what}>
                <Kbd keys={keys} /> {what}
              </span>
            ))}
          </p>
        </>
      }
    >
      {chosen && (
        <CodeDetails
          key={chosen.id}
          code={chosen}
          tree={tree}
          used={uses[chosen.id] ?? 0}
          onAdd={setAdding}
          onDialog={setDialog}
        />
      )}
      <CodeDialogs dialog={dialog} tree={tree} uses={uses} onDialog={setDialog} onClose={() => setDialog(null)} />
    </Split>
  );
}
