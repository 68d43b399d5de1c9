import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { errorInfo } from '../../../shared/api/errors.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { safeName } from '../chooser/new-name.ts';
import { useChooser } from '../chooser/use-chooser.tsx';
import { holdFile, LARGEST_HELD } from '../parts/hold-file.ts';
import { fileSize } from '../parts/words.ts';
import { ListImport, type ReadList } from './ListImport.tsx';

/** The buttons that read a list from a CSV file and write one. */
export function ListFiles() {
  const client = useClient();
  const chooser = useChooser();
  const run = useStore((store) => store.run);
  const notify = useStore((store) => store.notify);
  const total = useStore((store) => store.entities.total);
  const project = useStore((store) => store.project?.name ?? '');
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadList | null>(null);

  const take = async (file: File) => {
    if (file.size > LARGEST_HELD) {
      const title = `${inQuotes(file.name)} is too large for a list (${fileSize(file.size)}).`;
      notify({ tone: 'bad', title, hint: `Parley reads lists of up to ${fileSize(LARGEST_HELD)}. Split it.` });
      return;
    }
    try {
      const held = await holdFile(client, file);
      const preview = await run('entities.readCsv', { file: held });
      if (preview) setRead({ file: held, preview });
    } catch (thrown) {
      const { message, hint } = errorInfo(thrown);
      notify({ tone: 'bad', title: message, hint });
    }
  };
  const write = async () => {
    const folder = await chooser.chooseFolder();
    if (!folder) return;
    const name = `${safeName(`${project} entities`, 'entities')}.csv`;
    const result = await run('entities.writeCsv', { folder: folder.file, name });
    if (result) notify({ tone: 'good', title: `${counted(result.rows, 'name')} written`, detail: result.location });
  };
  return (
    <>
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
      {read && <ListImport read={read} onClose={() => setRead(null)} />}
    </>
  );
}
