import { Download } from 'lucide-react';
import { useState } from 'react';
import { DATASET_TABLES, type DatasetTable } from '../../../shared/model/dataset.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Place } from '../../ui/Place.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DatasetTableView } from './DatasetTableView.tsx';
import { TABLE_WORDS } from './tables.ts';

const TABS = DATASET_TABLES.map((value) => ({ value, label: TABLE_WORDS[value].label }));

/** The Dataset place: the tables as they would be written now, and the way to write them. */
export function DatasetPlace() {
  const project = useStore((store) => store.project);
  const openDialog = useStore((store) => store.openDialog);
  const [table, setTable] = useState<DatasetTable>('claims');
  if (!project) return null;
  return (
    <Place
      title="Dataset"
      about="Exactly the rows that an export writes. Press Enter on a row to go where it was coded."
      actions={
        <Button look="primary" onClick={() => openDialog('export')}>
          <Download size={16} aria-hidden />
          Export…
        </Button>
      }
    >
      <Tabs<DatasetTable> label="Tables" value={table} tabs={TABS} onChange={setTable}>
        <DatasetTableView key={`${project.id} ${table}`} table={table} />
      </Tabs>
    </Place>
  );
}
