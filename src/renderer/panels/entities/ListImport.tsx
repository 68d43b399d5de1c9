import type { FileHandle, Output } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { useAct } from '../codebook/use-act.ts';
import css from './entities.module.css';
import { sumWords } from './list-words.ts';

/** A list that was read, not taken over yet. */
export interface ReadList {
  readonly file: FileHandle;
  readonly preview: Output<'entities.readCsv'>;
}

/** Lines that are shown of each part. */
const MOST = 100;

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
        <Lines
          title="Changed"
          lines={changed.map(({ before, what }) => ({ key: before.id, words: `${before.name}: ${what}` }))}
        />
        <Lines
          title="New"
          lines={added.map(({ id, name, category }) => ({ key: id, words: `${name} (${category})` }))}
        />
        <Lines
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

interface Line {
  readonly key: string;
  readonly words: string;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  const more = lines.length - MOST;
  return (
    <section className={css.part}>
      <h3>{title}</h3>
      <ScrollRegion label={title} className={css.importLines}>
        <ul className={css.plain}>
          {lines.slice(0, MOST).map(({ key, words }) => (
            <li key={key} dir="auto">
              {words}
            </li>
          ))}
          {more > 0 && <li>and {more.toLocaleString('en')} more</li>}
        </ul>
      </ScrollRegion>
    </section>
  );
}
