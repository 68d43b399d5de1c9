import type { FileHandle, Output } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LineList } from '../parts/LineList.tsx';
import { useAct } from '../codebook/use-act.ts';
import css from './dialogs.module.css';
import { sumWords } from './list-words.ts';

/** A list that was read, not taken over yet. */
export interface ReadList {
  readonly file: FileHandle;
  readonly preview: Output<'entities.readCsv'>;
}

/** What a list would bring, name by name, before it is taken over. */
export function ListImport({ read, onClose }: { readonly read: ReadList; readonly onClose: () => void }) {
  const act = useAct();
  const { added, changed, sums, unchanged, problems, fileName } = read.preview;
  const nothing = added.length + changed.length === 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Import ${inQuotes(fileName)}`}
      description="What is new is added; names that are there get the file’s other names and fields. What the file doesn’t say stays. One undo takes it back."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={nothing}
            onClick={async () => {
              if (await act('entities.importCsv', { file: read.file }, 'List imported')) onClose();
            }}
          >
            {nothing ? 'Nothing to import' : `Import ${counted(added.length + changed.length, 'name')}`}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <p>
          <strong>{added.length.toLocaleString('en')} new</strong>, {changed.length.toLocaleString('en')} changed
          {changed.length > 0 && ` (${sumWords(sums)})`}, {unchanged.toLocaleString('en')} as they are.
        </p>
        <LineList
          title="Changed"
          lines={changed.map(({ before, what }) => ({ key: before.id, words: `${before.name}: ${what}` }))}
        />
        <LineList
          title="New"
          lines={added.map(({ id, name, category }) => ({ key: id, words: `${name} (${category})` }))}
        />
        <LineList
          title={counted(problems.length, 'remark')}
          lines={problems.map(({ line, message }) => ({
            key: `${line} ${message}`,
            words: `Line ${line.toLocaleString('en')}: ${message}`,
          }))}
        />
      </div>
    </Dialog>
  );
}
