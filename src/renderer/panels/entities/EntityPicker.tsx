import { useState } from 'react';
import type { EntityKind } from '../../../shared/model/entity.ts';
import { PickField } from '../../ui/PickField.tsx';
import { EntityWords } from './EntityWords.tsx';
import { useFoundEntities } from './use-found-entities.ts';

export interface EntityPickerProps {
  readonly label: string;
  readonly kind: EntityKind;
  /** Ids that can't be chosen. */
  readonly without: ReadonlySet<string>;
  readonly value: string | null;
  onChange(id: string, name: string): void;
}

/** Another entity of the kind, found by typing a part of its name. Arrow keys move, Enter chooses. */
export function EntityPicker({ label, kind, without, value, onChange }: EntityPickerProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { rows, isNow } = useFoundEntities({ kind, typed });
  const found = rows.filter((row) => !without.has(row.id));
  return (
    <PickField
      label={label}
      placeholder="Type a name"
      typed={typed}
      onTyped={(next) => {
        setTyped(next);
        setAt(0);
      }}
      count={found.length}
      present={Math.min(at, found.length - 1)}
      chosen={found.findIndex((row) => row.id === value)}
      onGo={setAt}
      onTake={(taken) => {
        const row = found[taken];
        if (row) onChange(row.id, row.name);
      }}
      optionKey={(each) => found[each]?.id ?? ''}
      none={typed.trim() === '' || !isNow ? null : `No ${kind} has these letters in its names.`}
      renderOption={(each) => {
        const row = found[each];
        return row && <EntityWords row={row} />;
      }}
    />
  );
}
