import { useId, useState } from 'react';
import type { EntityKind } from '../../../shared/model/entity.ts';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/Field.tsx';
import css from './entities.module.css';
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
  const id = useId();
  const found = useFoundEntities(kind, typed).filter((row) => !without.has(row.id));
  const present = Math.min(at, found.length - 1);
  return (
    <div className={css.part}>
      <Field
        label={label}
        value={typed}
        placeholder="Type a name"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${present}` : undefined}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const row = found[present];
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, present + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, present - 1));
          else if (event.key === 'Enter' && row) onChange(row.id, row.name);
          else return;
          event.preventDefault();
        }}
      />
      {typed.trim() !== '' && (
        <div id={`${id}-list`} role="listbox" aria-label={label} className={css.found}>
          {found.map((row, i) => (
            <div
              key={row.id}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={row.id === value}
              className={classes(css.row, row.id === value && css.chosen, i === present && css.active)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChange(row.id, row.name)}
            >
              <bdi className={classes(css.name, css[row.kind])}>{row.name}</bdi>
              <span className={css.count}>{row.mentions.toLocaleString('en')}</span>
              <span className={css.about}>{[row.category, ...row.aliases].join(' · ')}</span>
            </div>
          ))}
          {found.length === 0 && <p className={css.soft}>No {kind} has these letters in its names.</p>}
        </div>
      )}
    </div>
  );
}
