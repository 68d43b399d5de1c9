import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FileHandle, Output } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { safeName } from '../chooser/new-name.ts';
import { useChooser } from '../chooser/use-chooser.tsx';
import { useAct } from '../codebook/use-act.ts';
import css from './entities.module.css';

interface Read {
  readonly file: FileHandle;
  readonly preview: Output<'entities.readCsv'>;
}

/** The buttons that read a list from a CSV file and write one. */
export function ListFiles() {
  const chooser = useChooser();
  const run = useStore((store) => store.run);
  const notify = useStore((store) => store.notify);
  const total = useStore((store) => store.entities.total);
  const project = useStore((store) => store.project?.name ?? '');
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | null>(null);

  const take = async (file: File) => {
    const held = await run('files.hold', { name: file.name, base64: await base64Of(file) });
    const preview = held && (await run('entities.readCsv', { file: held.file }));
    if (held && preview) setRead({ file: held.file, preview });
  };
  const write = async () => {
    const folder = await chooser.chooseFolder();
    if (!folder) return;
    const name = `${safeName(`${project} entities`, 'entities')}.csv`;
    const result = await run('entities.writeCsv', { folder: folder.file, name });
    if (result) notify({ tone: 'good', title: `${counted(result.rows, 'name')} written`, detail: result.location });
  };
  return (
    <div className={css.tools}>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        aria-label="A list of entities as CSV"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void take(file);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <Upload size={16} aria-hidden />
        Import…
      </Button>
      <Button disabled={total === 0} onClick={() => void write()}>
        <Download size={16} aria-hidden />
        Export…
      </Button>
      {chooser.dialog}
      {read && <ImportDialog read={read} onClose={() => setRead(null)} />}
    </div>
  );
}

function ImportDialog({ read, onClose }: { readonly read: Read; readonly onClose: () => void }) {
  const act = useAct();
  const { added, changed, unchanged, problems, fileName } = read.preview;
  const nothing = added.length + changed.length === 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Import ${inQuotes(fileName)}`}
      description="What is new is added; names that are there get the file’s aliases and fields. Nothing is taken away. One undo takes it back."
      wordsOnly
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
        <ul className={css.plain}>
          <li>
            <strong>{added.length.toLocaleString('en')} new</strong>
            {added.length > 0 && `: ${sample(added.map(({ name }) => name))}`}
          </li>
          <li>
            <strong>{changed.length.toLocaleString('en')} changed</strong>
            {changed.length > 0 && `: ${sample(changed.map(({ after }) => after.name))}`}
          </li>
          <li>{unchanged.toLocaleString('en')} as they are</li>
        </ul>
        {problems.length > 0 && (
          <section className={css.part}>
            <h3>{counted(problems.length, 'remark')}</h3>
            <ul className={css.plain}>
              {problems.slice(0, 100).map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  Line {line}: {message}
                </li>
              ))}
              {problems.length > 100 && <li>and {(problems.length - 100).toLocaleString('en')} more</li>}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function sample(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} …` : shown;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
