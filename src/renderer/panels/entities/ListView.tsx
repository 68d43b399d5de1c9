import { ContactRound, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStoreApi } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Split } from '../../ui/Split.tsx';
import { Toolbar, toolbarField } from '../../ui/Toolbar.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { EntityDetails } from './EntityDetails.tsx';
import css from './ListView.module.css';
import { EntityWords } from './EntityWords.tsx';
import { NewEntityDialog } from './NewEntityDialog.tsx';
import { type EntityRows, useEntityRows } from './use-rows.ts';
import { useWithKeys } from '../../commands/key-words.ts';

const SORTS = [
  { value: 'name', label: 'By name' },
  { value: 'mentions', label: 'By mentions' },
] as const;

/** The list, filtered and in order, and the entity that is chosen in it. */
export function ListView() {
  const withKeys = useWithKeys();
  const view = useStore((store) => store.entities.view);
  const all = useStore((store) => store.entities.total);
  const showEntities = useStore((store) => store.showEntities);
  const store = useStoreApi();
  const [adding, setAdding] = useState(false);
  const rows = useEntityRows(view);
  const { entityId } = view;
  const set = (change: Partial<typeof view>) => showEntities({ view: { ...view, ...change } });
  // As in the other places something is shown from the first. It stays when the list changes around it.
  const first = rows.isNow ? rows.row(0)?.id : undefined;
  useEffect(() => {
    if (entityId !== null || first === undefined) return;
    showEntities({ view: { ...store.getState().entities.view, entityId: first } });
  }, [store, entityId, first, showEntities]);
  const dialog = adding && <NewEntityDialog onClose={() => setAdding(false)} />;
  if (all === 0 && rows.total <= 0) {
    return (
      <>
        <EmptyState
          icon={<ContactRound size={28} />}
          title="Nobody and nothing is in the list yet"
          actions={
            <Button look="primary" onClick={() => setAdding(true)}>
              New entity…
            </Button>
          }
        >
          {withKeys(
            'Tag an actor or a venue and press {entity}: its entity is made then. Or import a list that you have, as CSV.',
          )}
        </EmptyState>
        {dialog}
      </>
    );
  }
  return (
    <Split
      list={
        <>
          <Toolbar>
            <Field
              label="Find a name"
              hideLabel
              className={toolbarField}
              type="search"
              placeholder="Find a name"
              value={view.query}
              maxLength={200}
              onChange={(event) => set({ query: event.target.value })}
            />
            <Button onClick={() => setAdding(true)}>
              <Plus size={16} aria-hidden />
              New…
            </Button>
          </Toolbar>
          <Toolbar>
            {(['actor', 'venue'] as const).map((kind) => (
              <ToggleChip
                key={kind}
                on={view.kind === kind}
                onClick={() => set({ kind: view.kind === kind ? null : kind })}
              >
                {kind}s {rows.byKind[kind].toLocaleString('en')}
              </ToggleChip>
            ))}
            <Select
              label="Order"
              hideLabel
              small
              value={view.sort}
              options={SORTS}
              onChange={(sort) => set({ sort })}
            />
          </Toolbar>
          {rows.total === 0 ? (
            <EmptyState title="No name fits">Try fewer letters, or both kinds.</EmptyState>
          ) : (
            <Names rows={rows} chosen={entityId} onChoose={(id) => set({ entityId: id })} />
          )}
        </>
      }
    >
      {entityId === null ? (
        <EmptyState title="No name is chosen">Choose one on the left to see its mentions and to change it.</EmptyState>
      ) : (
        <EntityDetails key={entityId} id={entityId} />
      )}
      {dialog}
    </Split>
  );
}

interface NamesProps {
  readonly rows: EntityRows;
  readonly chosen: string | null;
  onChoose(id: string): void;
}

/** The names in view. Arrow keys move and choose. */
function Names({ rows, chosen, onChoose }: NamesProps) {
  const [active, setActive] = useState(0);
  const count = Math.max(0, rows.total);
  const go = (at: number) => {
    setActive(at);
    const row = rows.row(at);
    if (row) onChoose(row.id);
  };
  return (
    <VirtualList
      label="Entities"
      className={css.names}
      count={count}
      counted
      present={Math.min(active, Math.max(0, count - 1))}
      isSelected={(at) => chosen !== null && rows.row(at)?.id === chosen}
      height={() => 52}
      onVisible={rows.see}
      onGo={go}
      onOpen={go}
      rowClass={(at) => classes(css.nameRow, chosen !== null && rows.row(at)?.id === chosen && css.chosen)}
      renderRow={(at) => {
        const row = rows.row(at);
        return row ? <EntityWords row={row} /> : <span className="sr-only">Not read yet</span>;
      }}
    />
  );
}
