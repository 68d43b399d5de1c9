import type { DatasetColumn } from '../../../shared/model/dataset.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
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

/** What each column of a table holds, in plain words. */
export function ColumnsDialog({ title, columns, onClose }: ColumnsDialogProps) {
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
      <ScrollRegion label={title}>
        <dl className={css.columns}>
          {columns.map((column) => (
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
