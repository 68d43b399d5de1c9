import { FileSpreadsheet } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { DatasetTable } from '../../../shared/model/dataset.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { type Cell, cellText, columnWidth, isId, isNumeric } from './columns.ts';
import css from './dataset.module.css';
import { TABLE_WORDS } from './tables.ts';
import { useOpenRow } from './use-open-row.ts';
import { useRows } from './use-rows.ts';
import { useWithKeys } from '../../commands/key-words.ts';

/** One table of the dataset: exactly the rows that an export writes. Each leads back to its words. */
export function DatasetTableView({ table }: { readonly table: DatasetTable }) {
  const client = useClient();
  const project = useStore((store) => store.project);
  const { label, open: openRow } = useOpenRow(table);
  const openDialog = useStore((store) => store.openDialog);
  const goTo = useStore((store) => store.goTo);
  const [current, setCurrent] = useState(0);
  const [explained, setExplained] = useState(false);
  // The store makes a new project object with each change that a call brought.
  const { columns, total, error, row, see } = useRows(client, table, project);
  const words = TABLE_WORDS[table];
  const withKeys = useWithKeys();

  const heads = useMemo(
    () =>
      columns?.map((column) => ({
        id: column.name,
        head: column.name,
        help: `${column.name}: ${column.description}`,
        width: `${columnWidth(column)}px`,
        align: isNumeric(column) ? ('end' as const) : ('start' as const),
        cut: isId(column) ? ('start' as const) : ('end' as const),
      })) ?? [],
    [columns],
  );
  const open = useCallback(
    (index: number) => {
      const found = row(index);
      if (found) openRow(found);
    },
    [openRow, row],
  );

  const cell = (index: number, column: number) => {
    const found = row(index);
    const about = columns?.[column];
    return found ? cellView(found.cells[column] ?? null, about !== undefined && isId(about)) : null;
  };

  if (columns && total === 0) {
    return (
      <EmptyState
        icon={<FileSpreadsheet size={32} />}
        title={`No ${words.rows} yet`}
        actions={
          table === 'codes' || table === 'variables' ? (
            <Button look="primary" onClick={() => goTo('codebook')}>
              Go to the codebook
            </Button>
          ) : table === 'articles' || project?.articles === 0 ? (
            <Button look="primary" onClick={() => openDialog('import')}>
              Import articles…
            </Button>
          ) : (
            <Button look="primary" onClick={() => goTo('code')}>
              Go to the articles
            </Button>
          )
        }
      >
        {withKeys(words.empty)}
      </EmptyState>
    );
  }
  const at = Math.min(current, Math.max(0, total - 1));
  return (
    <div className={css.tableView}>
      <Toolbar
        words={
          <>
            <strong className={css.total}>{columns ? counted(total, words.row, words.rows) : 'Reading…'}</strong>{' '}
            {words.about}
          </>
        }
      >
        <Button look="quiet" disabled={!columns} onClick={() => setExplained(true)}>
          What the columns mean
        </Button>
        <Button disabled={total === 0} onClick={() => open(at)}>
          {label}
        </Button>
      </Toolbar>
      <ErrorNote error={error} />
      <div className={css.frame}>
        {columns && (
          <Table
            label={`${words.label}: as they will be exported`}
            columns={heads}
            count={total}
            current={at}
            onCurrent={setCurrent}
            onOpen={open}
            onVisible={see}
            cell={cell}
          />
        )}
      </div>
      {explained && columns && (
        <ColumnsDialog title={`Columns of ${table}`} columns={columns} onClose={() => setExplained(false)} />
      )}
    </div>
  );
}

function cellView(cell: Cell, quiet: boolean) {
  const text = cellText(cell);
  return (
    <span
      dir={quiet ? 'ltr' : 'auto'}
      className={quiet ? css.quiet : undefined}
      title={text.length > (quiet ? 10 : 20) ? text : undefined}
    >
      {text}
    </span>
  );
}
