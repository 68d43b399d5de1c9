import { useState } from 'react';
import type { DatasetColumn } from '../../../shared/model/dataset.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { columnsWith } from './columns.ts';
import css from './dataset.module.css';

const TYPES: Readonly<Record<DatasetColumn['type'], string>> = {
  string: 'words',
  integer: 'whole number',
  boolean: 'true or false',
  date: 'date',
  datetime: 'date and time',
};

export interface ColumnsDialogProps {
  readonly title: string;
  readonly columns: readonly DatasetColumn[];
  onClose(): void;
}

/** More columns than these are looked for, not read through. */
const MANY = 16;

/** What each column of a table holds, in plain words. */
export function ColumnsDialog({ title, columns, onClose }: ColumnsDialogProps) {
  const [wanted, setWanted] = useState('');
  const found = columnsWith(columns, wanted);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {columns.length > MANY && (
        <Field
          label="Find a column"
          hideLabel
          placeholder={`Find among ${columns.length} columns`}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {found.length === 0 && <p className="soft">No column has these words.</p>}
      <ScrollRegion label={title}>
        <dl className={css.columns}>
          {found.map((column) => (
            <div key={column.name} className={css.column}>
              <dt>
                <code>{column.name}</code>
                <span className={css.type}>{TYPES[column.type]}</span>
              </dt>
              <dd>{column.description}</dd>
            </div>
          ))}
        </dl>
      </ScrollRegion>
    </Dialog>
  );
}
