import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { EntityRow } from '../../../shared/api/methods/entities.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { EntityDetails } from './EntityDetails.tsx';
import css from './entities.module.css';
import { NewEntityDialog } from './NewEntityDialog.tsx';
import { type EntityRows, useEntityRows } from './use-rows.ts';

const SORTS = [
  { value: 'name', label: 'By name' },
  { value: 'mentions', label: 'By mentions' },
] as const;

/** The list, filtered and in order, and the entity that is chosen in it. */
export function ListView() {
  const view = useStore((store) => store.entities.view);
  const all = useStore((store) => store.entities.total);
  const showEntities = useStore((store) => store.showEntities);
  const [adding, setAdding] = useState(false);
  const rows = useEntityRows(view);
  const { entityId } = view;
  const set = (change: Partial<typeof view>) => showEntities({ view: { ...view, ...change } });
  const dialog = adding && <NewEntityDialog onClose={() => setAdding(false)} />;
  if (all === 0 && rows.total <= 0) {
    return (
      <>
        <EmptyState
          title="Nobody and nothing is in the list yet"
          actions={
            <Button look="primary" onClick={() => setAdding(true)}>
              New entity…
            </Button>
          }
        >
          Tag an actor or a venue and press A: its entity is made then. Or import a list that you have, as CSV.
        </EmptyState>
        {dialog}
      </>
    );
  }
  return (
    <div className={css.split}>
      <div className={css.left}>
        <div className={css.tools}>
          <Field
            label="Find a name"
            hideLabel
            className={css.search}
            placeholder="Find a name"
            value={view.query}
            maxLength={200}
            onChange={(event) => set({ query: event.target.value })}
          />
          <Button onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden />
            New…
          </Button>
        </div>
        <div className={css.tools}>
          {(['actor', 'venue'] as const).map((kind) => (
            <ToggleChip
              key={kind}
              on={view.kind === kind}
              onClick={() => set({ kind: view.kind === kind ? null : kind })}
            >
              {kind}s {rows.byKind[kind].toLocaleString('en')}
            </ToggleChip>
          ))}
          <Select label="Order" hideLabel value={view.sort} options={SORTS} onChange={(sort) => set({ sort })} />
        </div>
        {rows.total === 0 ? (
          <EmptyState title="No name fits">Try fewer letters, or both kinds.</EmptyState>
        ) : (
          <Names rows={rows} chosen={entityId} onChoose={(id) => set({ entityId: id })} />
        )}
      </div>
      <div className={css.right}>
        {entityId === null ? (
          <EmptyState title="No name is chosen">
            Choose one on the left to see its mentions and to change it.
          </EmptyState>
        ) : (
          <EntityDetails key={entityId} id={entityId} />
        )}
      </div>
      {dialog}
    </div>
  );
}

interface NamesProps {
  readonly rows: EntityRows;
  readonly chosen: string | null;
  onChoose(id: string): void;
}

/** The names in view. Arrow keys move and choose. */
function Names({ rows, chosen, onChoose }: NamesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const count = Math.max(0, rows.total);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  const { see } = rows;
  useEffect(() => {
    if (last > first) see(first, last);
  }, [first, last, see]);
  const present = Math.min(active, Math.max(0, count - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: present + 1,
      ArrowUp: present - 1,
      PageDown: present + 8,
      PageUp: present - 8,
      Home: 0,
      End: count - 1,
      Enter: present,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, step));
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
    const row = rows.row(next);
    if (row) onChoose(row.id);
  };
  return (
    <div
      ref={scroller}
      className={css.list}
      role="listbox"
      aria-label="Entities"
      tabIndex={0}
      aria-activedescendant={present >= first && present < last ? `entity-${present}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows.row(index);
          return (
            <div
              key={key}
              id={`entity-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={row !== undefined && row.id === chosen}
              aria-posinset={index + 1}
              aria-setsize={count}
              className={classes(
                css.item,
                css.row,
                row?.id === chosen && css.chosen,
                focused && index === present && css.active,
              )}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index);
                if (row) onChoose(row.id);
              }}
            >
              {row ? <Name row={row} /> : <span className="sr-only">Not read yet</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Name({ row }: { readonly row: EntityRow }) {
  const about = [
    row.category,
    row.country,
    row.party,
    row.parentName && `part of ${row.parentName}`,
    row.aliases.join(', '),
  ];
  return (
    <>
      <bdi className={classes(css.name, css[row.kind])}>{row.name}</bdi>
      <span className={css.count} title="Mentions">
        {row.mentions.toLocaleString('en')}
        <span className="sr-only"> mentions</span>
      </span>
      <span className={css.about} dir="auto">
        {about.filter((part) => part).join(' · ')}
      </span>
    </>
  );
}
